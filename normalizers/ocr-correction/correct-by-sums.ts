import type { Block, Cell, Document, Paragraph } from "../../pipeline/model/document.js";
import { pageOf } from "../../pipeline/model/document.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { money } from "../values/amount.js";
import { type Mention, mentions } from "../evidence/prose.js";
import { canonical } from "../values/text.js";
import { isAt, numberIn } from "./confirm.js";
import { mended } from "./phrases.js";
import { corrected, isRecognized } from "./correct-by-column.js";
import {
  type Arithmetic,
  arithmeticIn,
  arithmeticOf,
  fitsWith,
  isLacking,
  type NamedComparison,
} from "./sums.js";
import { CORRECTION } from "./settings.js";

/**
 * Reads a document and settles doubtful amounts by its sums: where they contradict, and one other reading of
 * one amount, and of no other, makes more of them hold and none fail, it takes its place. Contradictions that
 * the picture leaves no doubt of stay as they are.
 */
export function correctedBySums(
  document: Document,
  read: (document: Document) => Reading,
): Reading {
  let reading = read(document);
  if (!isRecognized(document)) return reading;
  const refused = new Set<string>();
  for (let left = CORRECTION.grammar.mostTries; left > 0; left -= 1) {
    const next = bestOf(triesIn(reading)).find((one) => !refused.has(nameOf(one)));
    if (next === undefined) return reading;
    const then = read(replaced(reading.document, next));
    if (isBetter(then, reading)) reading = then;
    else refused.add(nameOf(next));
  }
  return reading;
}

/** Another text in the place of one cell or paragraph: `cell` is null for a paragraph. */
interface Try {
  readonly block: number;
  readonly cell: number | null;
  readonly text: string;
  /** The contradictions that it would resolve. */
  readonly resolves: ReadonlySet<string>;
}

const nameOf = ({ block, cell, text }: Try): string => [block, cell ?? "", text].join(" ");

/** Whether some contradictions are gone and none is new. */
function isBetter(next: Reading, before: Reading): boolean {
  const then = new Set(arithmeticOf(before).broken.map(({ key }) => key));
  const now = new Set(arithmeticOf(next).broken.map(({ key }) => key));
  return now.size < then.size && [...now].every((key) => then.has(key));
}

/** The tries that resolve more than any other that resolves one of the same contradictions. */
function bestOf(all: readonly Try[]): readonly Try[] {
  return all.filter((one) =>
    all.every(
      (other) =>
        other === one ||
        !overlap(one.resolves, other.resolves) ||
        other.resolves.size < one.resolves.size,
    ),
  );
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((key) => b.has(key));

function replaced(document: Document, { block: at, cell, text }: Try): Document {
  const block = document.blocks[at];
  if (block === undefined) return document;
  return { ...document, blocks: document.blocks.with(at, withText(block, cell, text)) };
}

function withText(block: Block, at: number | null, text: string): Block {
  if (block.type === "paragraph") return corrected(block, text, "arithmetic");
  const cell = at === null ? undefined : block.cells[at];
  if (at === null || cell === undefined) return block;
  return { ...block, cells: block.cells.with(at, corrected(cell, text, "arithmetic")) };
}

/** What may be tried: the other readings of amounts that make a broken sum fit, and break none that fits. */
function triesIn(reading: Reading): readonly Try[] {
  const sums = arithmeticOf(reading);
  if (sums.broken.length === 0) return [];
  const ofProse = arithmeticIn(sums, null);
  let table = 0;
  return reading.document.blocks.flatMap((block, at): readonly Try[] => {
    if (block.type === "paragraph")
      return triesOf(block, inParagraph(block), ofProse).map(placed(at, null));
    table += 1;
    const here = arithmeticIn(sums, table);
    const inTable = inCell(table);
    return block.cells.flatMap((cell, index) =>
      triesOf(cell, inTable(cell), here).map(placed(at, index)),
    );
  });
}

type Reread = Pick<Try, "text" | "resolves">;

const placed =
  (block: number, cell: number | null) =>
  (one: Reread): Try => ({ block, cell, ...one });

/** How a sum fares with another text in one place: null where the place has no part in it. */
type Fares = (sum: NamedComparison, text: string) => boolean | null;

function triesOf(place: Cell | Paragraph, fares: Fares, sums: Arithmetic): readonly Reread[] {
  if (sums.broken.length === 0) return [];
  return alternatives(place).flatMap((text) => {
    const resolved = sums.broken.filter((sum) => fares(sum, text) === true);
    if (resolved.length === 0 || sums.fitting.some((sum) => fares(sum, text) === false)) return [];
    return [{ text, resolves: new Set(resolved.map(({ key }) => key)) }];
  });
}

/** What else a text may be, by its second reading and by the engine's own doubt. */
function alternatives({ text, recognized }: Cell | Paragraph): readonly string[] {
  if (recognized === undefined) return [];
  const { second, others } = recognized;
  const all = new Set([...(second === undefined ? [] : [second]), ...others]);
  return [...all].filter((other) => other !== text && other.trim() !== "");
}

/** An amount of a table; where it cannot be read, any of the table's sums may lack it. */
const inCell =
  (table: number) =>
  (cell: Cell): Fares => {
    const read = numberIn(cell.text);
    return (sum, text) => {
      const number = numberIn(text);
      const term = sum.terms.find((one) => isAt(one, table, cell));
      const { factor } = term ?? sum.stated;
      if (number === null || (read !== null && term === undefined)) return null;
      const yuan = money(text, null).kind === "amount" ? number : number.times(factor);
      if (term !== undefined) return fitsWith(sum, term, yuan);
      return sum.stated.where.table_no === table && isLacking(sum, yuan) ? true : null;
    };
  };

/** An amount of the prose: the first that another reading of its paragraph changes. */
function inParagraph(paragraph: Paragraph): Fares {
  const page = pageOf(paragraph.at);
  const amounts = amountsIn(paragraph.text);
  return (sum, text) => {
    const changed = amountsIn(text);
    const at = amounts.findIndex(({ yuan }, i) => changed[i]?.yuan.eq(yuan) === false);
    const [was, is] = [amounts[at], changed[at]];
    if (was === undefined || is === undefined || amounts.length !== changed.length) return null;
    const term = sum.terms.find(
      ({ where, yuan }) =>
        (where.table_no ?? null) === null && where.page === page && yuan.abs().eq(was.yuan),
    );
    if (term === undefined) return null;
    return fitsWith(sum, term, term.yuan.lt(0) ? is.yuan.neg() : is.yuan);
  };
}

const amountsIn = (text: string): readonly Mention[] =>
  mentions({ text: canonical(mended(text)), where: {} });
