import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { TransferCategory } from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable, TableReading } from "../../../pipeline/model/table-kind.js";
import { isNotStated } from "../../values/amount.js";
import { raw, textOf } from "../../values/text.js";
import { type Half, halvesOf, type MeasureColumn } from "../amounts/amount-columns.js";
import { unlabelledAmount } from "../amounts/amounts.js";
import { type CellReader, cellReader } from "../cells.js";
import { ownCell } from "../columns.js";
import { isRegionLabel, type Region, regionRows, type RegionRow } from "../debt/debt-regions.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "../furniture.js";
import { type Level, outlineRows } from "../government/depth.js";
import { columnHeads, type Headed } from "../government/government-columns.js";
import { type GovernmentTable, governmentTable } from "../government/government-table.js";
import { headerWords } from "../government/government-words.js";
import { cellFinding } from "../ledger.js";
import {
  categoryOf,
  isAmount,
  isPlainHeader,
  NO_AMOUNTS,
  plainItem,
  transferLayout,
  type TransferLayout,
} from "./transfer-layout.js";

type Transfer = Draft<"transfers">;
/** A region that receives, as it is printed. */
type Receiver = Pick<RegionRow, "region" | "scope" | "raw">;

interface Opened {
  readonly table: PrintedTable;
  readonly reader: CellReader;
  readonly layout: TransferLayout;
  readonly about: GovernmentTable;
  readonly heads: ReadonlyMap<number, Headed>;
  /** The regions of columns. */
  readonly across: ReadonlyMap<number, Receiver>;
}

/** A row with its label. */
interface Labelled {
  readonly row: number;
  readonly text: string;
  readonly code: null;
  readonly indent: number | null;
  readonly cell: Cell;
}

/** Reads a table of transfers into one record a filled cell. */
export function readTransfers(table: PrintedTable): TableReading {
  const reader = cellReader(table.grid);
  ignoreFurniture(table, reader, NO_AMOUNTS);
  const layout = transferLayout(table);
  if (layout === null) return reader.close();
  const about = governmentTable(table);
  const opened: Opened = {
    table,
    reader,
    layout,
    about,
    heads: columnHeads(withPlainHeaders(table), about),
    across: layout.regions === "columns" ? columnReceivers(table, about) : new Map(),
  };
  const transfers = halvesOf(table).flatMap((half) => halfTransfers(opened, half));
  return { transfers, ...reader.close() };
}

/** The table with those headers alone that name no item or region: of the others no word tells year or phase. */
function withPlainHeaders(table: PrintedTable): PrintedTable {
  const columns = table.columns.map((column) => ({
    ...column,
    path: column.path.filter((text) => headerWords(text).whole),
  }));
  return { ...table, columns };
}

function columnReceivers(table: PrintedTable, about: GovernmentTable) {
  const measures = halvesOf(table).flatMap((half) => half.measures);
  const labels = measures.map(({ index, path }) => ({ row: index, text: path.at(-1) ?? "" }));
  return receivers(labels, about);
}

/** The receivers that labels name: `青岚市合计` is the city with all governments below. */
function receivers(
  labels: readonly { readonly row: number; readonly text: string }[],
  { region, year }: GovernmentTable,
): ReadonlyMap<number, Receiver> {
  const whole = new Set<number>();
  const bare = labels.map(({ row, text }) => {
    const name = plainItem(text);
    const city = name.replace(/(?:合计|小计)$/u, "");
    if (city === name || isRegionLabel(name) || !isRegionLabel(city)) return { row, text: name };
    whole.add(row);
    return { row, text: city };
  });
  const found = regionRows(bare, region, year);
  return new Map(
    found.map((one, i) => [
      one.row,
      {
        region: one.region,
        scope: whole.has(one.row) ? "whole" : one.scope,
        raw: raw(labels[i]?.text ?? ""),
      },
    ]),
  );
}

function halfTransfers(opened: Opened, half: Half): readonly Transfer[] {
  const { table, reader, layout, about } = opened;
  const rows = labelledRows(table, half).filter(
    ({ row }) => !ignoreRepeatedHeader(table, reader, row),
  );
  const down = layout.regions === "rows" ? receivers(rows, about) : null;
  const levels = down === null ? outlineRows(rows) : new Map<number, Level>();
  const categories = down === null ? categoriesOf(rows, levels, opened) : NO_CATEGORIES;
  const known = new Set(rows.map(({ row }) => row));
  for (const row of table.bodyRows.filter((one) => !known.has(one)))
    reportUnlabelled(opened, half, row);
  return rows.flatMap((row) => {
    reader.text(row.cell);
    return half.measures.flatMap((column) => {
      const cell = ownCell(table.grid, row.row, column.index);
      if (cell === undefined || !isAmount(column)) return [];
      if (isNotStated(cell.text)) {
        reader.text(cell);
        return [];
      }
      const receiver = down?.get(row.row) ?? opened.across.get(column.index) ?? null;
      const level = levels.get(row.row) ?? null;
      const item = itemOf(row, column, opened);
      const category = item.category ?? categories.get(row.row) ?? null;
      return transferOf(opened, { cell, column, receiver, level, item: item.item, category });
    });
  });
}

const NO_CATEGORIES: ReadonlyMap<number, TransferCategory | null> = new Map();

function labelledRows(table: PrintedTable, half: Half): readonly Labelled[] {
  return table.bodyRows.flatMap((row) => {
    const cells = half.labels.map(({ index }) => table.grid.at(row, index));
    const cell = cells.findLast((one): one is Cell => one !== undefined && textOf(one) !== "");
    return cell === undefined
      ? []
      : [{ row, text: cell.text, code: null, indent: cell.indent ?? null, cell }];
  });
}

/** The categories of rows: their own, else that of the row they are a part of, else the caption's. */
function categoriesOf(
  rows: readonly Labelled[],
  levels: ReadonlyMap<number, Level>,
  { table }: Opened,
): ReadonlyMap<number, TransferCategory | null> {
  const ofCaption = categoryOf(table.caption ?? "");
  const found = new Map<number, TransferCategory | null>();
  for (const { row, text } of rows) {
    const parent = levels.get(row)?.parentRow ?? null;
    const above = parent === null ? null : (found.get(parent) ?? null);
    found.set(row, categoryOf(text) ?? (above === "total" ? null : above) ?? ofCaption);
  }
  return found;
}

/** What an amount is for: the label of its row, else the header of its column, where regions stand in the rows. */
function itemOf(row: Labelled, column: MeasureColumn, { layout, table }: Opened) {
  if (layout.regions !== "rows") return { item: plainItem(row.text), category: null };
  const lowest = column.path.at(-1) ?? "";
  const ofCaption = categoryOf(table.caption ?? "");
  const named = column.path.map(categoryOf).findLast((category) => category !== null);
  const isPlain = isPlainHeader(column) && categoryOf(lowest) === null;
  return { item: isPlain ? null : plainItem(lowest), category: named ?? ofCaption };
}

function reportUnlabelled({ table, reader }: Opened, half: Half, row: number): void {
  for (const column of half.measures) {
    const cell = ownCell(table.grid, row, column.index);
    if (cell === undefined || isNotStated(cell.text)) continue;
    reader.reported(cell, unlabelledAmount.id);
    reader.doubt(cellFinding(unlabelledAmount, { text: raw(cell.text) }, cell));
  }
}

interface Found extends Pick<Transfer, "item" | "category"> {
  readonly cell: Cell;
  readonly column: MeasureColumn;
  readonly receiver: Receiver | null;
  readonly level: Level | null;
}

function transferOf(
  { reader, layout, about, heads }: Opened,
  { cell, column, receiver, level, item, category }: Found,
): readonly Transfer[] {
  const amount = reader.amount(cell, column.unit);
  if (amount.yuan === null) return [];
  const head = heads.get(column.index);
  const region: Region | null =
    receiver?.region ?? (layout.direction === "received" ? about.region : null);
  return [
    {
      row: cell.row,
      column: cell.column,
      page: pageOf(cell.at),
      account: about.account,
      direction: layout.direction,
      region_code: region?.code ?? null,
      region_name: region?.name ?? null,
      region_raw: receiver?.raw ?? null,
      region_scope: receiver?.scope ?? null,
      category,
      item,
      depth: level?.depth ?? null,
      parent_row: level?.parentRow ?? null,
      fiscal_year: head?.year ?? null,
      phase: head?.phase ?? null,
      amount: amount.yuan,
      raw: raw(cell.text),
      unit_raw: amount.unit,
      measure_raw: column.measureRaw === "" ? null : column.measureRaw,
    },
  ];
}
