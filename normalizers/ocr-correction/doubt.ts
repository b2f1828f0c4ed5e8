import type { Cell, Recognized } from "../../pipeline/model/document.js";
import { pageOf } from "../../pipeline/model/document.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { UNREAD } from "../../pipeline/model/recognized.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { decimal } from "../values/amount.js";
import { oncePer } from "../../pipeline/model/once-per.js";
import { quantity } from "../values/quantity.js";
import { canonical, raw } from "../values/text.js";
import { arithmeticVerdicts, type Verdict } from "./confirm.js";
import { asNumbers } from "./confusions.js";
import type { Doubt, DoubtKind, Doubts } from "./doubted.js";
import type { Grammar } from "./grammar.js";
import { isListed } from "./lexicon.js";
import { isFigure, placesIn } from "./places.js";
import { projectCodeCells } from "./project-codes.js";
import { proseDoubts } from "./prose-doubt.js";
import { isRecognized } from "./correct-by-column.js";
import { CORRECTION } from "./settings.js";

/** The doubted texts of a reading, one doubt a cell or amount. */
export const doubtsOf = oncePer((reading: Reading): Doubts => {
  if (!isRecognized(reading.document)) return { recognized: 0, doubts: [] };
  const verdicts = arithmeticVerdicts(reading);
  const { tables } = reading;
  const codes = tables.flatMap(({ printed: { grid } }) => projectCodeCells(grid));
  const around = { verdicts, codes: codes.map(({ text }) => text) };
  const seen = tables.map(({ printed }) => tableDoubts(printed, around));
  const prose = proseDoubts(reading);
  return {
    recognized: [...seen, prose].reduce((sum, { recognized }) => sum + recognized, 0),
    doubts: [...seen, prose].flatMap(({ doubts }) => doubts),
  };
});

/** What the rest of the document says: its sums of an amount, and the codes of its projects. */
interface Around {
  readonly verdicts: (table: number, cell: Cell) => Verdict;
  readonly codes: readonly string[];
}

function tableDoubts(table: PrintedTable, { verdicts, codes }: Around): Doubts {
  const seen = table.grid.cells.filter(({ recognized }) => recognized !== undefined);
  if (seen.length === 0) return { recognized: 0, doubts: [] };
  const places = placesIn(table, codes);
  const doubts = seen.flatMap((cell): readonly Doubt[] => {
    const { recognized, text, row, column } = cell;
    if (recognized === undefined) return [];
    const grammars = places.get(cell) ?? [];
    const verdict = verdicts(table.number, cell);
    const isValue = grammars.some(({ closed }) => closed) || isFigure(text) || isSeveral(text);
    const kind = kindOf({ text, recognized, grammars, isValue, verdict });
    const isConfirmed = verdict === "confirmed";
    if (kind === null) return [];
    const where = { table_no: table.number, row, column, page: pageOf(cell.at) };
    const shape =
      kind === "improbable" ? grammars.find((one) => one.shape !== undefined)?.shape : undefined;
    const asked = shape === undefined ? {} : { shape };
    return [{ kind, text: raw(text), recognized, isValue, isConfirmed, where, ...asked }];
  });
  return { recognized: seen.length, doubts };
}

interface Looked {
  readonly text: string;
  readonly recognized: Recognized;
  readonly grammars: readonly Grammar[];
  readonly isValue: boolean;
  readonly verdict: Verdict;
}

function kindOf({ text, recognized, grammars, isValue, verdict }: Looked): DoubtKind | null {
  const { corrected, second, confidence } = recognized;
  if (corrected !== undefined) return isRespelt(corrected.from, text) ? "respelt" : "corrected";
  if (isSeveral(text) || text.includes(UNREAD)) return "improbable";
  if (text.trim() !== "" && grammars.some(({ closed, doubts }) => closed && doubts(text)))
    return "improbable";
  if (second !== undefined && !meanSame(text, second)) return "differs";
  if (verdict === "refuted" && isValue) return "doubtful";
  const matters = isValue ? verdict !== "confirmed" : isUnknownName(text);
  const least = verdict === "contradicted" ? CORRECTION.doubt.certain : CORRECTION.doubt.doubtful;
  return matters && confidence < least && !isOnlySpelling(text, recognized) ? "doubtful" : null;
}

/** Amounts of several rows in one cell: a rule between them was not found. */
const SEVERAL = /^(?:\d{1,3}(?:,\d{3})*\.\d{2}){2,}$/u;
const isSeveral = (text: string): boolean => SEVERAL.test(text.replace(/\s/gu, ""));

/** Words that name something and stand in no official list. */
function isUnknownName(text: string): boolean {
  return text.length <= CORRECTION.doubt.longestName && /\p{sc=Han}/u.test(text) && !isListed(text);
}

/** Whether all that may be read otherwise is the separators of a number. */
function isOnlySpelling(text: string, { others }: Recognized): boolean {
  const number = decimal(spelling(text));
  return (
    number !== null &&
    others.length > 0 &&
    others.every((other) => {
      const meant = decimal(spelling(other));
      return meant === null ? haveSameDigits(text, other) : meant === number;
    })
  );
}

/** Whether a number was put right in its separators alone, its point where it was read. */
function isRespelt(from: string, text: string): boolean {
  return haveSameDigits(from, text) && decimalsOf(from) === decimalsOf(text);
}

/** How many figures stand after the point of a number, or null where it has none. */
function decimalsOf(text: string): number | null {
  const after = /[.．。·・]\s*([\d\s]*)$/u.exec(text)?.[1];
  return after === undefined ? null : digitsOf(after).length;
}

const SEPARATED = /^-?\d[\d.,，。·・．、\s]*$/u;
const digitsOf = (text: string): string => text.replace(/\D/gu, "");

/** Whether two numbers differ in their separators at most. */
function haveSameDigits(a: string, b: string): boolean {
  return SEPARATED.test(a.trim()) && SEPARATED.test(b.trim()) && digitsOf(a) === digitsOf(b);
}

/** Whether two readings differ in nothing that matters: width, blanks, the spelling of a number. */
function meanSame(a: string, b: string): boolean {
  const [first, second] = [spelling(a), spelling(b)];
  if (first === second) return true;
  const number = decimal(first);
  if (number !== null && number === decimal(second)) return true;
  if (number !== null)
    return (
      haveSameDigits(first, second) && asNumbers(second).some((one) => decimal(one) === number)
    );
  const [target, other] = [quantity(first), quantity(second)];
  if (target === null || other === null) return false;
  return (
    target.operator === other.operator &&
    target.value === other.value &&
    target.max === other.max &&
    target.unit === other.unit
  );
}

const spelling = (text: string): string => canonical(text).normalize("NFKC").replace(/\s/gu, "");
