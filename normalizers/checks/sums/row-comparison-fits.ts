import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Related,
  type Rule,
} from "../../../pipeline/model/finding.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { CHECKS } from "../../evidence/check-settings.js";
import { type ComparedColumns, comparedColumns } from "../../evidence/compared-columns.js";
import {
  type ComparisonKind,
  comparisonOf,
  type Computed,
  fitsComparison,
  lastDigit,
  type Rounded,
} from "../../evidence/percentage.js";
import { decimal, exact, yuanIn } from "../../values/amount.js";
import { raw, textOf } from "../../values/text.js";

/** A cell of a row as it is printed, under its header. */
type Printed = { readonly header: string; readonly text: string };

type Facts = {
  readonly label: string;
  readonly told: Printed;
  /** Null where the base is zero, of which there is no percentage. */
  readonly computed: string | null;
  readonly what: ComparisonKind;
  readonly of: Printed;
  readonly base: Printed;
};

const QUOTED = ({ header, text }: Printed): string => `“${header}” ${text}`;

const SAYS: Readonly<Record<Facts["what"], Bilingual<(facts: Facts) => string>>> = {
  ratio: {
    en: ({ of, base, computed }) => `${QUOTED(of)} is ${computed ?? "no"} % of ${QUOTED(base)}`,
    zh: ({ of, base, computed }) =>
      computed === null
        ? `${QUOTED(base)}没有${QUOTED(of)}所占的百分比`
        : `${QUOTED(of)}为${QUOTED(base)}的${computed}%`,
  },
  change: {
    en: ({ of, base, computed }) =>
      `from ${QUOTED(base)} to ${QUOTED(of)} is a change of ${computed ?? "no"} %`,
    zh: ({ of, base, computed }) =>
      `从${QUOTED(base)}到${QUOTED(of)}${computed === null ? "没有变化百分比" : `变化${computed}%`}`,
  },
  difference: {
    en: ({ of, base, computed }) =>
      `from ${QUOTED(base)} to ${QUOTED(of)} is a change of ${computed ?? "?"}`,
    zh: ({ of, base, computed }) => `从${QUOTED(base)}到${QUOTED(of)}变化${computed ?? "?"}`,
  },
};

const rule: Rule<Facts> = {
  id: "row_comparison_fits",
  severity: "error",
  about: {
    en: "A percentage or change of a table (完成预算的%, 比上年增长%, 增减额) fits the two amounts of its row that its header names; a warning where most rows of its column do not.",
    zh: "表内的百分比和增减额（完成预算的%、比上年增长%、增减额）与其表头所指的本行两个金额相符；该列多数行不符时为 warning。",
  },
  say: {
    en: (facts) => `“${facts.label}”: ${QUOTED(facts.told)}, but ${SAYS[facts.what].en(facts)}.`,
    zh: (facts) => `“${facts.label}”：${QUOTED(facts.told)}，而${SAYS[facts.what].zh(facts)}。`,
  },
};

/** Each percentage and change beside amounts against the two that its header names. */
export const rowComparisonFits: Check = {
  rule,
  run: ({ tables }) => {
    const columns = tables.flatMap(({ printed }) =>
      comparedColumns(printed).map((column) => comparisons(printed, column)),
    );
    return {
      compared: columns.flat().length,
      findings: columns.flatMap(verdicts),
      unable: {
        en: "no table prints a percentage or change beside the two amounts that its header names",
        zh: "没有表在百分比或增减额旁印有其表头所指的两个金额",
      },
    };
  },
};

interface Comparison {
  readonly found: Finding | null;
}

/** One column: what does not fit is an error, unless most of it is made of something that the table does not print. */
function verdicts(column: readonly Comparison[]): readonly Finding[] {
  const wrong = column.flatMap(({ found }) => found ?? []);
  const isOfOther = column.length >= CHECKS.sums.tellingRows && wrong.length * 2 > column.length;
  return isOfOther
    ? wrong.map((found) => ({
        ...found,
        severity: "warning",
        cause: `${found.table_no} ${found.column}`,
      }))
    : wrong;
}

function comparisons(table: PrintedTable, columns: ComparedColumns): readonly Comparison[] {
  return rowsUnder(table, columns).flatMap((row) => comparison(table, columns, row) ?? []);
}

/** The rows down to a header of its own further below, as over the indicators of an evaluation. */
function rowsUnder(table: PrintedTable, { told, pairs }: ComparedColumns): readonly number[] {
  const columns = new Set([told, ...pairs.flat()].map(({ index }) => index));
  const isHeader = (row: number): boolean =>
    [...columns].filter((index) => WORDS.test(wordsAt(table, row, index))).length > 1;
  const end = table.bodyRows.findIndex(isHeader);
  return end < 0 ? table.bodyRows : table.bodyRows.slice(0, end);
}

const WORDS = /\p{Script=Han}{2}/u;

/** A number of a row with its cell. */
interface RowNumber extends Rounded {
  readonly cell: Cell;
  readonly header: string;
  /** Yuan in one of its unit; 1 where that is not known. */
  readonly factor: Big;
}

function comparison(
  table: PrintedTable,
  { half, told, what, pairs }: ComparedColumns,
  row: number,
): Comparison | null {
  const label = half.labels.map(({ index }) => wordsAt(table, row, index)).findLast(isSaid) ?? "";
  const printed = numberAt(table, row, told);
  if (printed === null || NOT_OF_ROW.test(label)) return null;
  const readings = pairs.flatMap(([of, base]) =>
    readingOf(what, numberAt(table, row, of), numberAt(table, row, base)),
  );
  // Of negative amounts forms print percentages of several kinds.
  if (readings.some(({ of, base }) => of.value.lt(0) || base.value.lt(0))) return null;
  const [closest] = readings.toSorted((a, b) => off(a, printed).cmp(off(b, printed)));
  if (closest === undefined || isConvention(closest, printed)) return null;
  if (readings.some(({ computed }) => fitsComparison(computed, printed))) return { found: null };
  return { found: doubt({ table, label, printed, what, ...closest }) };
}

/** What one pair gives. */
interface Reading {
  readonly of: RowNumber;
  readonly base: RowNumber;
  readonly computed: Computed;
}

function readingOf(
  what: ComparisonKind,
  of: RowNumber | null,
  base: RowNumber | null,
): readonly Reading[] {
  if (of === null || base === null) return [];
  return [{ of, base, computed: comparisonOf(what, of, base) }];
}

const off = ({ computed }: Reading, { value }: RowNumber): Big =>
  (computed.value ?? computed.low).minus(value).abs();

/** Of nothing some forms print 0 % and some 100 %. */
const isConvention = ({ computed }: Reading, { value }: RowNumber): boolean =>
  computed.value === null && (value.eq(0) || value.eq(100));

/** A row that says itself that it is compared otherwise. */
const NOT_OF_ROW = /可比|同口径|增[减长]|[%％]|比重/u;

const isSaid = (text: string): boolean => text !== "";

function wordsAt({ grid }: PrintedTable, row: number, column: number): string {
  const cell = grid.at(row, column);
  return cell === undefined || decimal(textOf(cell)) !== null ? "" : textOf(cell);
}

/** The number of a cell of one row and column, an amount in yuan where its unit is known. */
function numberAt(
  { grid }: PrintedTable,
  row: number,
  column: { readonly index: number; readonly measureRaw: string; readonly unit?: string | null },
): RowNumber | null {
  const cell = grid.at(row, column.index);
  if (cell === undefined || cell.row !== row || cell.column !== column.index) return null;
  if (cell.rowSpan > 1 || cell.columnSpan > 1) return null;
  const text = textOf(cell).replace(/%$/u, "");
  const value = decimal(text);
  if (value === null) return null;
  const factor = new Big(yuanIn(column.unit ?? "") ?? "1");
  return {
    cell,
    factor,
    header: column.measureRaw,
    value: new Big(value).times(factor),
    step: lastDigit(text).times(factor),
  };
}

interface Contradiction extends Reading {
  readonly table: PrintedTable;
  readonly label: string;
  readonly printed: RowNumber;
  readonly what: ComparisonKind;
}

function doubt(found: Contradiction): Finding {
  const { table, label, printed, what, of, base } = found;
  const computed = computedText(what, found.computed, printed);
  const told = printedOf(printed);
  const facts = { label, told, computed, what, of: printedOf(of), base: printedOf(base) };
  const place = (one: RowNumber): Related => ({ name: one.header, ...placeOf(table, one) });
  const doubted = finding(rule, facts, {
    ...placeOf(table, printed),
    ...(computed === null ? {} : { expected: what === "difference" ? computed : `${computed}%` }),
    actual: told.text,
    related: [place(of), place(base)],
  });
  const isSure = [printed, of, base].every(
    ({ cell }) => (cell.recognized?.confidence ?? 1) >= CHECKS.ocr.sure,
  );
  return isSure ? doubted : { ...doubted, severity: "warning" };
}

/** A percentage to the hundredth, a difference in the unit that the printed one has. */
function computedText(
  what: ComparisonKind,
  { value }: Computed,
  { factor }: RowNumber,
): string | null {
  if (value === null) return null;
  return what === "difference" ? exact(value.div(factor)) : value.toFixed(2);
}

const printedOf = ({ header, cell }: RowNumber): Printed => ({
  header: raw(header),
  text: textOf(cell),
});

function placeOf({ number }: PrintedTable, { cell }: RowNumber) {
  return { table_no: number, row: cell.row, column: cell.column, page: pageOf(cell.at) };
}
