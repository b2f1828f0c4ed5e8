import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import { type Rule, finding } from "../../../pipeline/model/finding.js";
import { NOT_ENCODED, OF_NO_GOVERNMENT } from "../../../pipeline/model/records/amounts.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { Phase, ThreePublicItem } from "../../../pipeline/model/records/vocabulary.js";
import type { Column, PrintedTable, TableReading } from "../../../pipeline/model/table-kind.js";
import { decimal, isNotStated, money } from "../../values/amount.js";
import { bareLabel } from "../../values/ordinal.js";
import { raw, textOf } from "../../values/text.js";
import { unitOfRow } from "../../values/unit.js";
import { type Half, halvesOf, type MeasureColumn, type ShareColumn } from "./amount-columns.js";
import { codedLabel } from "./coded-labels.js";
import { type Role, roledColumns } from "./column-roles.js";
import { type CellReader, cellReader } from "../cells.js";
import { ignoreRepeatedHeader } from "../furniture.js";
import { cellFinding } from "../ledger.js";
import { unitsDisagree } from "../rules.js";
import { countedRows } from "./counted-rows.js";
import { type AmountForm, GENERIC, headersOf } from "./headed.js";
import { headerWord, itemOf, phaseOf } from "./measures.js";
import { codesAbove, joinedCode } from "./row-codes.js";

/** A leaf column that holds money and whose header says nothing known. */
export const unnamedMeasure: Rule<{ readonly header: string }> = {
  id: "unnamed_measure",
  severity: "warning",
  cause: ({ header }) => header,
  about: {
    en: "Every column of amounts names what it measures.",
    zh: "每个金额列都说明是什么金额。",
  },
  say: {
    en: ({ header }) =>
      header === ""
        ? "A column of amounts has no header."
        : `The header “${header}” names no known measure.`,
    zh: ({ header }) =>
      header === "" ? "有一个金额列没有表头。" : `表头“${header}”没有说明是什么金额。`,
  },
};

/** An amount in a row that nothing names. */
export const unlabelledAmount: Rule<{ readonly text: string }> = {
  id: "unlabelled_amount",
  severity: "warning",
  cause: () => "label",
  leavesUnread: true,
  explains: true,
  about: {
    en: "Every amount stands in a row or under a header that names it.",
    zh: "每笔金额所在的行或表头有名称。",
  },
  say: {
    en: ({ text }) => `Nothing names what the amount ${text} is for.`,
    zh: ({ text }) => `金额${text}没有注明用于什么。`,
  },
};

interface Desk {
  readonly table: PrintedTable;
  readonly form: AmountForm;
  readonly cells: CellReader;
  /** What the headers of a column say of all its amounts. */
  readonly headed: ReturnType<typeof headersOf>;
}

/** Reads a table of amounts: one draft a money cell, every other printed cell accounted for. */
export function readAmounts(table: PrintedTable, form: AmountForm): TableReading {
  const cells = cellReader(table.grid);
  const desk: Desk = { table, form, cells, headed: headersOf(table, form) };
  cells.ignoredRows(table.cornerRows, "corner");
  const halves = halvesOf(table).map((half) => measuredBy(form, half));
  const counts = new Map(halves.map((half) => [half, countedIn(desk, half)]));
  // A row that names the columns and has amounts too is one of the body all the same.
  const isHeader = (row: number) =>
    !table.headerRows.includes(row) && ignoreRepeatedHeader(table, cells, row);
  const rows = table.bodyRows.filter((row) => !isHeader(row));
  const amounts = rows.flatMap((row) =>
    halves.flatMap((half) =>
      counts.get(half)?.has(row) === true
        ? ignoreCounts(desk, half, row)
        : rowAmounts(desk, half, row),
    ),
  );
  cells.ignoredRows(table.headerRows, "header");
  ignoreRest(desk);
  for (const { measures } of halves) measures.forEach((column) => doubtMeasure(desk, column));
  return { amounts, ...cells.close() };
}

function measuredBy({ measureOf }: AmountForm, half: Half): Half {
  if (measureOf === undefined) return half;
  const measures = half.measures.map((column) =>
    column.measure === "change"
      ? column
      : { ...column, measure: measureOf(column.path) ?? column.measure },
  );
  return { ...half, measures };
}

function doubtMeasure({ cells }: Desk, column: MeasureColumn): void {
  if (column.measure !== "unknown") return;
  cells.doubt(finding(unnamedMeasure, { header: column.measureRaw }, { column: column.index }));
}

const NO_DATA: Readonly<Record<Exclude<Role, "measure">, string>> = {
  serial: "serial number or unit code",
  share: "percentage",
  count: "no money",
  remark: "remark",
  code: "names no amount",
  label: "names no amount",
  unnamed: "names no amount",
};

/** What is printed outside the columns that are read: names of rows without amounts, and no data at all. */
function ignoreRest({ table, cells }: Desk): void {
  for (const { index, role } of roledColumns(table)) {
    if (role === "measure") continue;
    for (const row of table.bodyRows) {
      const cell = table.grid.at(row, index);
      if (cell?.column === index && cell.row === row) cells.ignored(cell, NO_DATA[role]);
    }
  }
}

type Amount = Draft<"amounts">;

/** The rows of a half whose numbers count persons or things. */
function countedIn(desk: Desk, half: Half): ReadonlySet<number> {
  return countedRows(
    desk.table.bodyRows.map((row) => ({ row, label: rowName(desk, half, row).printed })),
  );
}

function ignoreCounts({ table, cells }: Desk, half: Half, row: number): readonly Amount[] {
  for (const { index } of [...half.labels, ...half.measures])
    cells.ignored(table.grid.at(row, index), NO_DATA.count);
  return [];
}

function rowAmounts(desk: Desk, half: Half, row: number): readonly Amount[] {
  const name = rowName(desk, half, row);
  const amounts = half.measures.flatMap((column) => {
    const cell = moneyCell(desk, column, row);
    if (cell === null) return [];
    name.cells.forEach((named) => desk.cells.text(named));
    return [amount(desk, half, { row, column, cell, name })];
  });
  if (desk.table.document.scope !== "government") return amounts;
  const shares = half.shares.flatMap((column) => percentage(desk, half, { row, column, name }));
  return [...amounts, ...shares];
}

/** A percentage beside the amounts of a government's row; none where the cell prints no number. */
function percentage(desk: Desk, half: Half, found: Omit<Found<ShareColumn>, "cell">): Amount[] {
  const { row, column, name } = found;
  const cell = desk.table.grid.at(row, column.index);
  if (cell?.row !== row || cell.column !== column.index || cell.columnSpan > 1) return [];
  const value = decimal(textOf(cell).replace(/%$/u, ""));
  if (value === null || name.label === null) return [];
  [cell, ...name.cells].forEach((used) => desk.cells.text(used));
  const drafted = draft(desk, half, { row, column, cell, name });
  return [{ ...drafted, amount: null, unit_raw: null, value, value_unit: "%" }];
}

/** The money cell that starts here; none where blank, a dash, or a label that spans over the column. */
function moneyCell({ table, cells }: Desk, column: MeasureColumn, row: number): Cell | null {
  const cell = table.grid.at(row, column.index);
  if (cell === undefined || cell.row !== row || cell.column !== column.index) return null;
  if (cell.columnSpan > 1 && money(cell.text, "元").kind === "unreadable") return null;
  if (table.headerRows.includes(row) && money(cell.text, "元").kind !== "amount") return null;
  if (isNotStated(cell.text)) {
    cells.text(cell);
    return null;
  }
  return cell;
}

/** What names a row: its code and its label, with the cells that print them. */
interface RowName {
  readonly code: string | null;
  readonly label: string | null;
  /** The label as printed. */
  readonly printed: string | null;
  /** The unit that it states. */
  readonly unit: string | null;
  readonly cells: readonly Cell[];
}

function rowName({ table }: Desk, half: Half, row: number): RowName {
  const at = (index: number): Cell | undefined => table.grid.at(row, index);
  const codeCells = distinct(half.codes.map(({ index }) => at(index)));
  const code = joinedCode([
    ...codesAbove(table.grid, half, row),
    ...codeCells.map((cell) => textOf(cell)),
  ]);
  const words = distinct(namingColumns(half.labels).map(({ index }) => at(index))).filter(isWord);
  const label = words.at(-1) ?? codeCells.findLast(isWord);
  const coded = half.hasCodedLabels && label !== undefined ? codedLabel(textOf(label)) : null;
  return {
    code: coded?.code ?? code,
    label: label === undefined ? null : (coded?.name ?? bareLabel(textOf(label))),
    printed: label?.text ?? null,
    unit: unitOfRow(label?.text ?? ""),
    cells: [...(code === null ? [] : codeCells), ...(label === undefined ? [] : [label])],
  };
}

/** The column that names rows among headed ones that say more of them; else all, finer ones to the right. */
function namingColumns(labels: readonly Column[]): readonly Column[] {
  const named = labels.filter(({ path }) => NAME.test(headerWord(path.at(-1) ?? "")));
  return named.length === 1 && labels.every(({ path }) => path.length > 0) ? named : labels;
}

const NAME = /(?:科目|项目)名称$|^(?:项目|科目)$/u;

/** Words, not a code or the heading of a code column. */
const isWord = (cell: Cell): boolean => !/^(?:[类款项目]|\d+)$/u.test(textOf(cell));

const distinct = (cells: readonly (Cell | undefined)[]): readonly Cell[] => [
  ...new Set(cells.filter((cell) => cell !== undefined).filter(isPrinted)),
];

const isPrinted = (cell: Cell): boolean => textOf(cell) !== "";

interface Found<Of = MeasureColumn> {
  readonly row: number;
  readonly column: Of;
  readonly cell: Cell;
  readonly name: RowName;
}

function amount(desk: Desk, half: Half, found: Found): Amount {
  const { row, column, cell, name } = found;
  const drafted = draft(desk, half, found);
  if (drafted.label === null && name.code === null)
    desk.cells.doubt(
      finding(unlabelledAmount, { text: raw(cell.text) }, { row, column: column.index }),
    );
  const read = readMoney(desk, half, { column, cell, name });
  return { ...drafted, amount: read.yuan, unit_raw: read.unit, value: null, value_unit: null };
}

/** What a number is of, beside the number itself. */
function draft(
  { table, form, headed }: Desk,
  half: Half,
  { row, column, cell, name }: Found<MeasureColumn | ShareColumn>,
): Omit<Amount, "amount" | "unit_raw" | "value" | "value_unit"> {
  const { across, label, side, classification } = headed(half)(column);
  return {
    row,
    column: column.index,
    page: pageOf(cell.at),
    label: across ? label : name.label,
    side,
    classification,
    code: name.code,
    level: levelOf(name.code),
    measure: column.measure,
    phase: (across ? phaseOfRow(table, name) : null) ?? column.phase ?? table.document.phase,
    item:
      form.threePublic === true
        ? threePublicItem(half, across ? column.path : [name.label ?? ""])
        : null,
    measure_raw: column.measureRaw === "" ? null : column.measureRaw,
    raw: raw(cell.text),
    table_kind: form.kind,
    ...OF_NO_GOVERNMENT,
    ...NOT_ENCODED,
    row_role: !across && OF_WHICH.test(name.printed ?? "") ? "of_which" : null,
  };
}

/** A part of what the row above states, by its printed label. */
const OF_WHICH = /^[\s　]*(?:[（(]?[\d一二三四五六七八九十]+[)）、.．]?[\s　]*)?其[\s　]*中/u;

const YEAR_OR_PHASE =
  /^(?:\d{4}年度?|上年度?|本年度?|当年)?(?:年初|调整|全年)?(?:预算|决算|执行|完成)?数?$/u;

/** The phase of a row that is named by its year alone, the items standing across: `2023年`, `上年预算数`. */
function phaseOfRow({ fiscalYear, document }: PrintedTable, { label }: RowName): Phase | null {
  if (label === null || !YEAR_OR_PHASE.test(label)) return null;
  return phaseOf([label], fiscalYear ?? document.fiscalYear);
}

/** Reads an amount in the unit that its row states, else in that of its column. */
function readMoney(
  { cells, headed }: Desk,
  half: Half,
  { column, cell, name }: Omit<Found, "row">,
): ReturnType<CellReader["amount"]> {
  const row = name.unit;
  const own = headed(half)(column).unit;
  if (row === null || own === null || row === own) return cells.amount(cell, row ?? column.unit);
  cells.reported(cell, unitsDisagree.id);
  cells.doubt(cellFinding(unitsDisagree, { text: raw(cell.text), row, column: own }, cell));
  return { yuan: null, unit: null };
}

/** 类 has three digits, 款 five, 项 seven. A code of six, or of more, is that of a unit or a project: it has no level. */
function levelOf(code: string | null): number | null {
  if (code === null || !/^(?:\d{1,5}|\d{7})$/u.test(code)) return null;
  return Math.max(1, Math.ceil((code.length - 1) / 2));
}

/** A 合计 is the 三公 total, unless the table adds other things (会议费) to a 三公 group of its own. */
function threePublicItem(half: Half, path: readonly string[]): ThreePublicItem | null {
  const words = path.map(headerWord).filter((word) => !GENERIC.test(word));
  const lowest = words.at(-1) ?? "";
  const own = itemOf(lowest);
  if (own !== null || !/^(?:合计|总计)$/u.test(lowest)) return own;
  if (words.slice(0, -1).some((word) => /三公/u.test(word))) return "total";
  const grouped = half.measures.some(
    (column) => column.path.length > 1 && column.path.some((text) => /三公/u.test(text)),
  );
  return grouped ? null : "total";
}
