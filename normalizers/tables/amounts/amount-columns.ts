import { oncePer } from "../../../pipeline/model/once-per.js";
import type { Measure, Phase } from "../../../pipeline/model/records/vocabulary.js";
import type { Column, PrintedTable } from "../../../pipeline/model/table-kind.js";
import { canonical, textOf } from "../../values/text.js";
import { unitUnder } from "../../values/unit.js";
import { printsCodes } from "./coded-labels.js";
import { columnGroups } from "./column-groups.js";
import { type Role, type RoledColumn } from "./column-roles.js";
import { headerWord, itemOf, measureOf, type Percentage, phaseOf } from "./measures.js";
import { TABLES } from "../settings.js";

/** A column of percentages beside the money of its half. */
export interface ShareColumn extends Column {
  readonly measure: Percentage;
  readonly phase: Phase | null;
  readonly measureRaw: string;
}

/** A column of money: what it measures, when, its header path as one text. */
export interface MeasureColumn extends Column {
  readonly measure: Measure;
  readonly phase: Phase | null;
  readonly measureRaw: string;
  /** The unit of its amounts that print none. */
  readonly unit: string | null;
}

/** Columns that belong together from left to right: what names a row, then its money. */
export interface Half {
  readonly codes: readonly Column[];
  readonly labels: readonly Column[];
  /** Whether the labels begin with the codes, which have no column of their own: `205 教育支出`. */
  readonly hasCodedLabels: boolean;
  readonly measures: readonly MeasureColumn[];
  readonly shares: readonly ShareColumn[];
  readonly side: Side | null;
}

/** The halves of a table: one-sided tables have one, a 收支总表 two or three. */
export const halvesOf = oncePer((table: PrintedTable): readonly Half[] =>
  columnGroups(table)
    .filter((group) => group.some(({ role }) => role === "measure"))
    .map((group) => half(group, table)),
);

function half(group: readonly RoledColumn[], table: PrintedTable): Half {
  const of = (role: Role): readonly RoledColumn[] => group.filter((column) => column.role === role);
  const shared = sharedDepth(of("measure").map(({ path }) => path));
  const labels = group.filter(({ role }) => role === "label" || role === "unnamed");
  return {
    codes: of("code"),
    labels,
    hasCodedLabels: of("code").length === 0 && labels.some((column) => printsCodes(table, column)),
    measures: amongOthers(
      of("measure").map((column) => ({
        index: column.index,
        path: column.path,
        measure: column.comparison === "change" ? "change" : measureBelow(column.path, shared),
        phase: phaseIn(table, column.comparison === "change" ? compared(column.path) : column.path),
        measureRaw: column.path.join(" / "),
        unit: unitUnder(column.path, table),
      })),
      shared,
    ),
    shares: of("share").flatMap(({ index, path, comparison }) =>
      comparison === null || comparison === "change"
        ? []
        : [
            {
              index,
              path,
              measure: comparison,
              phase: phaseIn(table, compared(path.slice(0, -1))),
              measureRaw: path.join(" / "),
            },
          ],
    ),
    side: headedSide(group) ?? labelledSide(group, table),
  };
}

function phaseIn(table: PrintedTable, path: readonly string[]): Phase | null {
  return phaseOf(path, table.fiscalYear ?? table.document.fiscalYear);
}

/** What is compared, without what it is compared with: `2026年预算比2025年预算增减`. */
const compared = (path: readonly string[]): readonly string[] =>
  path.map((text) => canonical(text).split("比")[0] ?? "");

/** How many outer headers all columns of money share: these name the table, not a column. */
function sharedDepth(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  const differs = first.findIndex((text, depth) => paths.some((path) => path[depth] !== text));
  const shortest = Math.min(...paths.map((path) => path.length));
  return Math.min(differs < 0 ? first.length : differs, shortest - 1);
}

/** The measure that the headers below the shared ones name; a 三公 item measures its total. */
function measureBelow(path: readonly string[], shared: number): Measure {
  const own = path.slice(Math.max(0, shared));
  return measureOf(own) ?? (itemOf(own.at(-1) ?? "") === null ? "unknown" : "total");
}

const TOTAL = /^(?:合计|总计|小计)$/u;

/** The columns of money with what each measures beside the others: no part counts as the whole beside it. */
function amongOthers(columns: readonly MeasureColumn[], shared: number): readonly MeasureColumn[] {
  const ofItems = columns.some((column) => itemOf(lowestOf(column)) !== null);
  const totals = columns.filter(({ measure }) => measure === "total");
  return columns.map((column) => {
    if (isPartOf(column, columns)) return { ...column, measure: "unknown" };
    const isOneOfMany = totals.some((other) => other !== column && other.phase === column.phase);
    const over = measureOf(column.path.slice(Math.max(0, shared), -1));
    const ofParent =
      !ofItems && TOTAL.test(lowestOf(column)) && column.measure === "total" && isOneOfMany;
    return ofParent && over !== null ? { ...column, measure: over } : column;
  });
}

/** Whether a column has its measure from a header that a 小计 beside it is the whole of: 基本支出 over 小计 and 工资福利支出. */
function isPartOf(column: MeasureColumn, columns: readonly MeasureColumn[]): boolean {
  const lowest = lowestOf(column);
  if (measureOf([lowest]) !== null || itemOf(lowest) !== null) return false;
  const parents = column.path.slice(0, -1).join("/");
  return columns.some(
    (other) =>
      other.path.length > 1 &&
      TOTAL.test(lowestOf(other)) &&
      other.path.slice(0, -1).join("/") === parents,
  );
}

const lowestOf = ({ path }: Column): string => headerWord(path.at(-1) ?? "");

export type Side = "income" | "expenditure";

const INCOME = /收入|来源/u;
const EXPENDITURE = /支出|运用/u;

/** The side that a text names, null where it names none or both. */
export function namedSide(text: string): Side | null {
  const income = INCOME.test(text);
  if (income === EXPENDITURE.test(text)) return null;
  return income ? "income" : "expenditure";
}

/** The side that the outermost header over a half names. */
function headedSide(group: readonly Column[]): Side | null {
  return namedSide(group.map(({ path }) => headerWord(path[0] ?? "")).join(" "));
}

/** The side that the labels of a half name: nearly all that name one name the same. */
function labelledSide(group: readonly RoledColumn[], table: PrintedTable): Side | null {
  const columns = new Set(group.filter(({ role }) => role === "label").map(({ index }) => index));
  const sides = table.bodyRows
    .flatMap((row) => table.grid.rowCells(row).filter((cell) => columns.has(cell.column)))
    .map((cell) => namedSide(textOf(cell)));
  const income = sides.filter((side) => side === "income").length;
  const expenditure = sides.filter((side) => side === "expenditure").length;
  if (income > TABLES.sideLead * expenditure) return "income";
  return expenditure > TABLES.sideLead * income ? "expenditure" : null;
}
