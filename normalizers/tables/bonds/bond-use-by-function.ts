import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { PrintedTable, TableKind, TableReading } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { isNotStated } from "../../values/amount.js";
import { raw, textOf } from "../../values/text.js";
import { halvesOf, type MeasureColumn } from "../amounts/amount-columns.js";
import { type CellReader, cellReader } from "../cells.js";
import { ownCell } from "../columns.js";
import { NOTHING_TOLD, type Told, toldBy, toldByCaption, within } from "../debt/debt-meaning.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "../furniture.js";
import { governmentTable } from "../government/government-table.js";
import { rowsAreRegions } from "../government/region-rows.js";
import { reportOpenMeaning } from "../debt/debt-rules.js";

type Bond = Draft<"bonds">;

/** 债券资金投向: what bonds are used for by field, one record a filled cell. */
export const bondUseByFunction: TableKind = {
  kind: "bond_use_by_function",
  name: "地方政府债券资金投向情况表",
  names: (table) => facetsOfTitled(table).subject === "bond_use",
  fits: (table) => halvesOf(table).length === 1 && !rowsAreRegions(table),
  shows: () => false,
  read,
};

function read(table: PrintedTable): TableReading {
  const reader = cellReader(table.grid);
  ignoreFurniture(table, reader);
  const [half] = halvesOf(table);
  const columns = (half?.measures ?? []).map((column) => ({ column, told: toldIn(column) }));
  const bonds = table.bodyRows.flatMap((row): readonly Bond[] => {
    if (ignoreRepeatedHeader(table, reader, row)) return [];
    const cells = half?.labels.map(({ index }) => table.grid.at(row, index)) ?? [];
    const label = cells.findLast((cell): cell is Cell => cell !== undefined && textOf(cell) !== "");
    const name = label === undefined ? null : textOf(label);
    reader.text(label);
    return columns.flatMap(({ column, told }) => {
      const cell = ownCell(table.grid, row, column.index);
      if (cell === undefined) return [];
      if (isNotStated(cell.text)) reader.text(cell);
      else if (told === null || name === null) reportOpenMeaning(reader, cell, column.measureRaw);
      else return bondOf({ table, reader, cell, column, told, name });
      return [];
    });
  });
  return { bonds, ...reader.close() };
}

/** What the headers of a column tell; null where a word of them is not known or it is no amount of bonds. */
function toldIn({ path, measure }: MeasureColumn): Told | null {
  const told = path.map(toldBy).reduce(within, NOTHING_TOLD);
  return told.whole && measure !== "change" ? told : null;
}

interface Found {
  readonly table: PrintedTable;
  readonly reader: CellReader;
  readonly cell: Cell;
  readonly column: MeasureColumn;
  readonly told: Told;
  readonly name: string;
}

function bondOf({ table, reader, cell, column, told, name }: Found): readonly Bond[] {
  const amount = reader.amount(cell, column.unit);
  if (amount.yuan === null) return [];
  const { region, coverage } = governmentTable(table);
  return [
    {
      ...NO_PROJECT,
      row: cell.row,
      column: cell.column,
      page: pageOf(cell.at),
      row_kind: /^(?:总计|(?:全[省市区州县])?合计)$/u.test(name) ? "total" : "function",
      region_code: region?.code ?? null,
      region_name: region?.name ?? null,
      region_scope: told.scope ?? (coverage === "own_and_transfers" ? null : coverage),
      field: name,
      debt_kind: told.kind ?? toldByCaption(table.caption ?? "").kind ?? "total",
      amount: amount.yuan,
      raw: raw(cell.text),
      unit_raw: amount.unit,
      measure_raw: column.measureRaw,
    },
  ];
}

const NO_PROJECT = {
  region_raw: null,
  project_name: null,
  project_code: null,
  department: null,
  unit: null,
  bond_kind_raw: null,
  bond_name: null,
  issued_on: null,
  issued_raw: null,
  term_raw: null,
  rate_raw: null,
  income_amount: null,
  interest_amount: null,
} as const;
