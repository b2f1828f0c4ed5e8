import type { Cell } from "../../pipeline/document.js";
import type { Draft } from "../../pipeline/records.js";
import type { PrintedTable, TableKind, TableReading } from "../../pipeline/table-kind.js";
import { canonical } from "../text.js";
import { unitUnder } from "../unit.js";
import { facetsOf } from "../captions/facets.js";
import { type CellReader, cellReader } from "./cells.js";
import { cellsUnder, headerText } from "./columns.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "./furniture.js";
import {
  ELSEWHERE,
  type ItemField,
  type MoneyField,
  type ProcurementColumns,
  procurementColumns,
} from "./procurement-columns.js";
import { isBlankRow, rowPage } from "./rows.js";

type Item = Draft<"procurement_items">;

/** 政府采购预算表: items to be bought, their subtotals and totals. */
export const procurement: TableKind = {
  kind: "procurement",
  name: "政府采购预算表",
  names: (caption) => facetsOf(caption).subject === "procurement",
  fits: (table) => isItemized(procurementColumns(table.columns)),
  shows: (table) => {
    const found = procurementColumns(table.columns);
    const headers = table.columns.flatMap(({ path }) => path.map(headerText));
    return isItemized(found) && headers.some((header) => /采购/u.test(header));
  },
  read,
};

function isItemized({ items, money }: ProcurementColumns): boolean {
  return (items.has("item_name") || items.has("catalogue_code")) && money.size > 0;
}

/** A body row as it is read, and what goes on from the rows above. */
interface Line {
  readonly table: PrintedTable;
  readonly found: ProcurementColumns;
  readonly reader: CellReader;
  readonly row: number;
  readonly above: Above;
}

/** What a blank cell stands for in the rows of an outline or of merged cells. */
type Above = Pick<Item, "project_name" | "project_budget" | "item_name">;

const NOTHING: Above = { project_name: null, project_budget: null, item_name: null };

function read(table: PrintedTable): TableReading {
  const { grid } = table;
  const reader = cellReader(grid);
  ignoreFurniture(table, reader, ELSEWHERE);
  const found = procurementColumns(table.columns);
  const items: Item[] = [];
  for (const row of table.bodyRows) {
    if (isBlankRow(grid, row) || ignoreRepeatedHeader(table, reader, row)) continue;
    items.push(lineOf({ table, found, reader, row, above: items.at(-1) ?? NOTHING }));
  }
  return { procurement_items: items, ...reader.close() };
}

function lineOf(line: Line): Item {
  for (const field of ["category", "economic", "organization"] as const)
    line.reader.ignored(cellIn(line, field), "no column in the dataset");
  const kind = kindOf(line);
  return { ...figures(line), row_kind: kind, ...namesOf(line, kind) };
}

const TOTAL = /^(?:采购)?(?:总计|合计)$/u;
const SUBTOTAL = /小计$|合计$/u;

/** An item names what is bought; a row that does not sums up: the whole, a unit, a class or a project. */
function kindOf(line: Line): Item["row_kind"] {
  const label = canonical(labelCell(line)?.text ?? "");
  if (TOTAL.test(label)) return "total";
  if (SUBTOTAL.test(label)) return "subtotal";
  const named = (["item_name", "catalogue_code", "organization"] as const).some((field) =>
    isStated(cellIn(line, field)),
  );
  return named || !line.found.items.has("item_name") ? "item" : "subtotal";
}

type Names = Pick<Item, "label" | "project_name" | "project_budget" | "item_name">;

function namesOf(line: Line, kind: Item["row_kind"]): Names {
  if (kind === "item") return { label: null, ...itemNames(line) };
  const summed = canonical(labelCell(line)?.text ?? "");
  const project = text(line, "project_name");
  const economic = text(line, "economic");
  const outlined = !TOTAL.test(summed) && !SUBTOTAL.test(summed) && (project ?? economic) !== null;
  return {
    label: outlined ? (economic ?? project) : line.reader.text(labelCell(line)),
    project_name: outlined ? (project ?? line.above.project_name) : null,
    project_budget: budget(line),
    item_name: null,
  };
}

/** A blank project or item goes on from above. */
function itemNames(line: Line): Above {
  const project = text(line, "project_name");
  return {
    project_name: project ?? line.above.project_name,
    project_budget: budget(line) ?? (project === null ? line.above.project_budget : null),
    item_name: text(line, "item_name") ?? line.above.item_name,
  };
}

/** The first label that starts in the row; a serial number is none. */
function labelCell({ table, row }: Line): Cell | undefined {
  return table.grid.rowCells(row).find((cell) => /\p{L}/u.test(canonical(cell.text)));
}

function figures(line: Line): Omit<Item, "row_kind" | keyof Names> {
  const { found, reader, row, table } = line;
  const yuan = (field: MoneyField) => {
    const column = found.money.get(field);
    if (column === undefined) return null;
    return reader.money(table.grid.at(row, column.index), unitUnder(column.path, table));
  };
  return {
    row,
    page: rowPage(table.grid, row),
    catalogue_code: text(line, "catalogue_code"),
    unit: text(line, "unit"),
    quantity: reader.number(cellIn(line, "quantity")),
    unit_price: itemMoney(line, "unit_price"),
    amount_total: yuan("amount_total"),
    amount_current_year: yuan("amount_current_year"),
    amount_general_public: yuan("amount_general_public"),
    amount_government_fund: yuan("amount_government_fund"),
    amount_state_capital: yuan("amount_state_capital"),
    amount_special_account: yuan("amount_special_account"),
    amount_unit_funds: yuan("amount_unit_funds"),
    amount_carryover: yuan("amount_carryover"),
    amount_non_fiscal_carryover: yuan("amount_non_fiscal_carryover"),
    amount_other_income: yuan("amount_other_income"),
    amount_other_channels: yuan("amount_other_channels"),
    sme_reserved: yuan("sme_reserved"),
  };
}

function budget(line: Line): string | null {
  return itemMoney(line, "project_budget");
}

function itemMoney(line: Line, field: "project_budget" | "unit_price"): string | null {
  const column = line.found.items.get(field)?.[0];
  if (column === undefined) return null;
  return line.reader.money(cellIn(line, field), unitUnder(column.path, line.table));
}

/** The cell under a field; a label that spans into it from the left (合计) is not its own. */
function cellIn({ table, found, row }: Line, field: ItemField): Cell | undefined {
  const first = found.items.get(field)?.[0]?.index;
  return cellsUnder(table.grid, { bound: found.items, field, row }).find(
    (cell) => cell.column === first,
  );
}

function text(line: Line, field: ItemField): string | null {
  return line.reader.text(cellIn(line, field));
}

function isStated(cell: Cell | undefined): boolean {
  return cell !== undefined && canonical(cell.text) !== "";
}
