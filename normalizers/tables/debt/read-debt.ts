import { groupedBy } from "../../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import { finding } from "../../../pipeline/model/finding.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { DebtScope } from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable, TableReading } from "../../../pipeline/model/table-kind.js";
import { isNotStated, money, yuanIn } from "../../values/amount.js";
import { raw, textOf } from "../../values/text.js";
import { unitUnder } from "../../values/unit.js";
import { type CellReader, cellReader } from "../cells.js";
import { headerText, ownCell } from "../columns.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "../furniture.js";
import { cellFinding } from "../ledger.js";
import { type DebtLayout, layoutOf } from "./debt-layout.js";
import {
  type Meaning,
  meaningOfTold,
  NOTHING_TOLD,
  skipped,
  type Told,
  toldBy,
  toldByCaption,
  within,
} from "./debt-meaning.js";
import { itemsOf } from "./debt-items.js";
import {
  commonRegion,
  isRegionLabel,
  type Region,
  regionOfTable,
  regionRows,
  type RegionRow,
} from "./debt-regions.js";
import { debtMeaningRepeated, regionScopeOpen, reportOpenMeaning } from "./debt-rules.js";
import { scopesOf } from "./debt-scope.js";

/** A column of amounts with what its headers tell. */
interface Headed {
  readonly index: number;
  readonly path: readonly string[];
  readonly told: Told;
}

/** A table that is being read. */
interface Opened {
  readonly table: PrintedTable;
  readonly layout: DebtLayout;
  readonly reader: CellReader;
  readonly caption: Told;
  readonly region: Region | null;
  readonly columns: readonly Headed[];
}

/** A filled cell with all that is told of it. */
interface Spoken {
  readonly cell: Cell;
  readonly column: Headed;
  readonly label: string;
  readonly meaning: Meaning | null;
  readonly region: Region | null;
  readonly region_raw: string | null;
  readonly scope: DebtScope | null;
  /** The header or label that tells the meaning, to be quoted. */
  readonly name: string;
  /** The row or column in which no other cell means the same. */
  readonly among: number;
}

/** Reads a table of debt into one record a filled cell. */
export function readDebt(table: PrintedTable): TableReading {
  const reader = cellReader(table.grid);
  ignoreFurniture(table, reader, /编码|代码/u);
  const layout = layoutOf(table);
  if (layout === null) return reader.close();
  const rows = layout.rows.filter(({ row }) => !ignoreRepeatedHeader(table, reader, row));
  const printed = toldByCaption(table.caption ?? "");
  const caption = { ...printed, whole: true, year: printed.year ?? table.fiscalYear };
  const opened = {
    table,
    reader,
    layout: { ...layout, rows },
    caption,
    region: regionOfTable(table, caption.year),
    columns: amountColumns(table, layout, reader),
  };
  const known = new Set(layout.rows.map(({ row }) => row));
  reader.ignoredRows(
    table.bodyRows.filter((row) => !known.has(row)),
    "formula",
  );
  for (const { row } of rows) reader.text(ownCell(table.grid, row, layout.label.index));
  for (const { row } of rows) for (const { index } of opened.columns) skipDash(opened, row, index);
  const spoken = layout.byRegion ? spokenByRegion(opened) : spokenByItem(opened);
  return { debt: recordsOf(spoken, opened), ...reader.close() };
}

/** The columns that may hold amounts; formulas, percentages and rates are no amounts of debt. */
function amountColumns(
  table: PrintedTable,
  { values, rows }: DebtLayout,
  reader: CellReader,
): readonly Headed[] {
  const columns: Headed[] = [];
  for (const { index, path } of values) {
    const skip = path.map(skipped).find((reason) => reason !== null);
    if (skip === undefined) columns.push({ index, path, told: toldOfColumn(path, columns) });
    const reason = skip === "formula" ? "formula" : "no column in the dataset";
    if (skip !== undefined)
      for (const { row } of rows) reader.ignored(ownCell(table.grid, row, index), reason);
  }
  return columns;
}

const AMONG = /^其中/u;
const isAmong = (path: readonly string[]): boolean =>
  path.some((header) => AMONG.test(headerText(header)));
const TOTAL = /合计|小计|总计/u;

/**
 * What the headers of a column tell. One 其中 is of the column to its left that is not; another that names no
 * measure, kind or total beside columns of one kind may be of any.
 */
function toldOfColumn(path: readonly string[], left: readonly Headed[]): Told {
  const told = path.map(toldBy).reduce(within, NOTHING_TOLD);
  const whole = left.findLast((column) => !isAmong(column.path));
  if (isAmong(path) && whole !== undefined)
    return within({ ...whole.told, phase: null, whole: true }, told);
  const says =
    told.kind !== null || told.base !== null || path.some((one) => TOTAL.test(headerText(one)));
  return says || left.every((column) => column.told.kind === null)
    ? told
    : { ...told, whole: false };
}

/** A dash states nothing: it is read as such. */
function skipDash({ table, reader }: Opened, row: number, index: number): void {
  const cell = ownCell(table.grid, row, index);
  if (cell !== undefined && isNotStated(cell.text)) reader.text(cell);
}

/** The cells of a row that state something, each with its column. */
function filledCells({ table, columns }: Opened, row: number) {
  return columns.flatMap((column) => {
    const cell = ownCell(table.grid, row, column.index);
    const isFilled = cell !== undefined && !isNotStated(cell.text);
    return isFilled ? [{ cell, column }] : [];
  });
}

/** A row a region: its column tells what an amount is, a heading over rows (一、偿还本金) too. */
function spokenByRegion(opened: Opened): readonly Spoken[] {
  const { layout, caption, reader } = opened;
  const labels = layout.rows.map(({ text }) => text);
  const region = opened.region ?? commonRegion(labels, caption.year);
  const regions = regionRows(layout.rows, region, caption.year);
  const scopes = scopesOf(regions.map((row) => ({ ...row, amounts: amountsIn(opened, row) })));
  let heading = NOTHING_TOLD;
  return regions.flatMap((row): readonly Spoken[] => {
    const filled = filledCells(opened, row.row);
    if (filled.length === 0 && !isRegionLabel(row.raw)) heading = toldBy(row.raw);
    const scope = scopes.get(row.row) ?? null;
    if (filled.length > 0 && row.region !== null && scope === null)
      reader.doubt(finding(regionScopeOpen, { region: row.raw }, { row: row.row }));
    const isNamed = row.region !== null || row.scope !== null;
    return filled.map(({ cell, column }) => ({
      cell,
      column,
      label: row.raw,
      meaning: isNamed ? meaningOfTold(within(within(caption, column.told), heading)) : null,
      region: row.region,
      region_raw: raw(row.raw),
      scope,
      name: isNamed ? headerOf(column) : row.raw,
      among: row.row,
    }));
  });
}

function amountsIn(opened: Opened, { row }: RegionRow) {
  return new Map(
    filledCells(opened, row).flatMap(({ cell, column }) => {
      const read = money(cell.text, unitUnder(column.path, opened.table));
      if (read.kind !== "amount") return [];
      const decimals = /\.(\d+)/u.exec(cell.text)?.[1]?.length ?? 0;
      const step = new Big(yuanIn(read.unit) ?? "1").div(new Big(10).pow(decimals));
      return [[column.index, { yuan: new Big(read.yuan), step }] as const];
    }),
  );
}

/** An item a row, of one region: its label and those above tell what an amount is, its column whose and of which phase. */
function spokenByItem(opened: Opened): readonly Spoken[] {
  const { layout, caption, region } = opened;
  const items = itemsOf(layout.rows, caption.kind);
  return items.flatMap(({ row, text, told }) =>
    filledCells(opened, row).map(({ cell, column }) => ({
      cell,
      column,
      label: text,
      meaning: meaningOfItem(told, column.told, caption),
      region,
      region_raw: null,
      scope: column.told.scope ?? told.scope ?? caption.scope ?? "whole",
      name: text,
      among: column.index,
    })),
  );
}

/**
 * The column tells the phase, but for 上年末余额实际数. A label that names no measure is of its column's, not of its
 * caption's, but for what is due in the year of the column.
 */
function meaningOfItem(item: Told, column: Told, caption: Told): Meaning | null {
  const isDue = caption.base === "due" && column.base === null && column.year !== null;
  if (item.base === null && column.base === null && !isDue) return null;
  if (item.base !== null && column.base !== null && column.base !== item.base) return null;
  const outer = isDue ? caption : { ...caption, base: null, modifier: null };
  const told = within(within(outer, column), item);
  const isPast = told.year !== null && caption.year !== null && told.year < caption.year;
  const actual = item.phase === "previous_actual" && (isPast || column.phase === null);
  // The caption's phase is that of its own year: a plan has what stands at its beginning too.
  const phase = column.phase ?? item.phase ?? (isPast ? null : caption.phase);
  return meaningOfTold({ ...told, phase: actual ? item.phase : phase });
}

/** The records of cells; those of no meaning, and those of one between which nothing tells, are reported. */
function recordsOf(spoken: readonly Spoken[], opened: Opened): readonly Draft<"debt">[] {
  const keyOf = ({ meaning, among, scope }: Spoken) => JSON.stringify([among, scope, meaning]);
  const groups = groupedBy(spoken, keyOf);
  return spoken.flatMap((one) => {
    const { cell, meaning, name } = one;
    const group = groups.get(keyOf(one)) ?? [];
    if (group[0] !== one && meaning !== null && areEqual(group)) {
      opened.reader.ignored(cell, "repeated");
      return [];
    }
    if (meaning === null || (group.length > 1 && !areParts(group) && !areEqual(group))) {
      reportOpenMeaning(opened.reader, cell, name);
      return [];
    }
    const [whole] = group;
    if (whole !== undefined && whole !== one) {
      const facts = { text: name, first: whole.name };
      opened.reader.doubt(cellFinding(debtMeaningRepeated, facts, cell));
    }
    return recordOf(one, meaning, opened);
  });
}

/** Whether cells print one amount: a list number over kinds and 合计 below them. */
function areEqual(group: readonly Spoken[]): boolean {
  const total = group.some(({ name }) => /^(?:合计|总计)$/u.test(name));
  return total && new Set(group.map(({ cell }) => textOf(cell))).size === 1;
}

/** Whether the cells after the first say that they are a part of it: bonds (债券) of debt (债务), or 其中. */
function areParts([whole, ...others]: readonly Spoken[]): boolean {
  const isPart = ({ name }: Spoken) => /债券|其中/u.test(name);
  return whole !== undefined && !isPart(whole) && others.length === 1 && others.every(isPart);
}

function recordOf(
  { cell, column, label, region, region_raw, scope }: Spoken,
  { measure, kind, phase, year, dueYear }: Meaning,
  { table, reader, caption }: Opened,
): readonly Draft<"debt">[] {
  const amount = reader.amount(cell, unitUnder(column.path, table));
  if (amount.yuan === null) return [];
  return [
    {
      row: cell.row,
      column: cell.column,
      page: pageOf(cell.at),
      region_code: region?.code ?? null,
      region_name: region?.name ?? null,
      region_raw,
      region_scope: scope,
      fiscal_year: dueYear === null ? year : (caption.year ?? year),
      debt_kind: kind,
      measure,
      due_year: dueYear,
      phase,
      amount: amount.yuan,
      raw: raw(cell.text),
      unit_raw: amount.unit,
      label,
      measure_raw: headerOf(column),
    },
  ];
}

const headerOf = ({ path }: Headed): string => path.map(headerText).join("/");
