import { Big } from "big.js";
import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import { finding } from "../../../pipeline/model/finding.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { DebtScope } from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable, TableReading } from "../../../pipeline/model/table-kind.js";
import { isNotStated, money, yuanIn } from "../../values/amount.js";
import { raw } from "../../values/text.js";
import { unitUnder } from "../../values/unit.js";
import { type CellReader, cellReader } from "../cells.js";
import { headerText } from "../columns.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "../furniture.js";
import { cellFinding } from "../ledger.js";
import { type DebtLayout, layoutOf, ownCell } from "./debt-layout.js";
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
import { isRegionLabel, type Region, regionOfTable, regionRows, type RegionRow } from "./debt-regions.js";
import { debtMeaningOpen, debtMeaningRepeated, regionScopeOpen } from "./debt-rules.js";
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
  for (const { row } of rows) reader.text(ownCell(table, row, layout.label.index));
  const spoken = layout.byRegion ? spokenByRegion(opened) : spokenByItem(opened);
  return { debt: recordsOf(spoken, opened), ...reader.close() };
}

/** The columns that may hold amounts; formulas, percentages and rates are no amounts of debt. */
function amountColumns(
  table: PrintedTable,
  { values, rows }: DebtLayout,
  reader: CellReader,
): readonly Headed[] {
  return values.flatMap(({ index, path }) => {
    const skip = path.map(skipped).find((reason) => reason !== null);
    if (skip === undefined)
      return [{ index, path, told: path.map(toldBy).reduce(within, NOTHING_TOLD) }];
    const reason = skip === "formula" ? "formula" : "no column in the dataset";
    for (const { row } of rows) reader.ignored(ownCell(table, row, index), reason);
    return [];
  });
}

/** The cells of a row that state something, each with its column. */
function filledCells({ table, columns }: Opened, row: number) {
  return columns.flatMap((column) => {
    const cell = ownCell(table, row, column.index);
    return cell === undefined || isNotStated(cell.text) ? [] : [{ cell, column }];
  });
}

/** A row a region: its column tells what an amount is, a heading over rows (一、偿还本金) too. */
function spokenByRegion(opened: Opened): readonly Spoken[] {
  const { layout, caption, reader } = opened;
  const regions = regionRows(layout.rows, opened.region, caption.year);
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

/** The column tells the phase, but for 上年末余额实际数; a label that names no measure names none of its column's or caption's. */
function meaningOfItem(item: Told, column: Told, caption: Told): Meaning | null {
  if (item.base === null || (column.base !== null && column.base !== item.base)) return null;
  const told = within(within({ ...caption, base: null, modifier: null }, column), item);
  const isPast = told.year !== null && caption.year !== null && told.year < caption.year;
  const actual = item.phase === "previous_actual" && (isPast || column.phase === null);
  return meaningOfTold({ ...told, phase: actual ? item.phase : (column.phase ?? told.phase) });
}

/** The records of cells; those of no meaning, or of one that another has, are reported. */
function recordsOf(spoken: readonly Spoken[], opened: Opened): readonly Draft<"debt">[] {
  const taken = new Map<string, string>();
  return spoken.flatMap((one) => {
    const { cell, meaning, among, scope, name } = one;
    if (meaning === null) {
      report(opened.reader, cell, name);
      return [];
    }
    const key = [among, scope, ...Object.values(meaning)].join(" ");
    const first = taken.get(key);
    if (first !== undefined) {
      opened.reader.reported(cell, debtMeaningRepeated.id);
      opened.reader.doubt(cellFinding(debtMeaningRepeated, { text: name, first }, cell));
      return [];
    }
    taken.set(key, name);
    return recordOf(one, meaning, opened);
  });
}

function report(reader: CellReader, cell: Cell, text: string): void {
  reader.reported(cell, debtMeaningOpen.id);
  reader.doubt(cellFinding(debtMeaningOpen, { text }, cell));
}

function recordOf(
  { cell, column, label, region, region_raw, scope }: Spoken,
  { measure, kind, phase, year }: Meaning,
  { table, reader }: Opened,
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
      fiscal_year: year,
      debt_kind: kind,
      measure,
      due_year: null,
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
