import type { Cell } from "../../pipeline/document.js";
import type { Draft } from "../../pipeline/records.js";
import type { PrintedTable, TableKind, TableReading } from "../../pipeline/table-kind.js";
import { isMeasure } from "../measure-word.js";
import { bareLabel } from "../ordinal.js";
import { canonical } from "../text.js";
import { unitUnder } from "../unit.js";
import { facetsOf } from "../captions/facets.js";
import { type CellReader, cellReader } from "./cells.js";
import { type Bound, bind, cellsUnder } from "./columns.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "./furniture.js";
import { isBlankRow, rowPage } from "./rows.js";

const HEADERS = {
  unit: /^计量单位$/u,
  quantity: /^(?:实物)?数量|^实物量|^(?:面积|数量)(?:[（(].*)?$/u,
  value: /^(?:账面|资产)?(?:价值|原值|净值|金额)/u,
  label: /^(?:资产)?(?:项目|名称|类别|类型|种类|分类)(?:名称)?$/u,
} as const;

type Field = keyof typeof HEADERS;
type Category = NonNullable<Draft<"assets">["category"]>;

/** 办公用房 before 房屋, 其他固定资产 before 固定资产. */
const CATEGORIES: readonly (readonly [RegExp, Category])[] = [
  [/办公用房|办公业务用房/u, "office_buildings"],
  [/房屋|房产|建筑物/u, "buildings"],
  [/车辆|用车|汽车/u, "vehicles"],
  [/其[他它]/u, "other"],
  [/设备/u, "equipment"],
  [/资产总[额计值]|固定资产(?:合计|总值|原值)?$|^(?:合计|总计)$/u, "total"],
];
const BRACKETED = /[（(]([^（()）]{1,8})[)）]/u;

/** 固定资产占用情况表: the assets that a department holds. */
export const assets: TableKind = {
  kind: "assets",
  name: "固定资产占用情况表",
  names: (caption) => facetsOf(caption).subject === "assets",
  fits: (table) =>
    bound(table).has("label") && (bound(table).has("quantity") || bound(table).has("value")),
  shows: (table) =>
    fitsWhole(table) &&
    table.bodyRows.some((row) => /资产总额|办公用房/u.test(rowText(table, row))),
  read,
};

function fitsWhole(table: PrintedTable): boolean {
  return bound(table).has("quantity") && bound(table).has("value") && bound(table).has("label");
}

function bound(table: PrintedTable): Bound<Field> {
  return bind(table.columns, HEADERS);
}

function rowText(table: PrintedTable, row: number): string {
  return canonical(
    table.grid
      .rowCells(row)
      .map((cell) => cell.text)
      .join(" "),
  );
}

function read(table: PrintedTable): TableReading {
  const reader = cellReader(table.grid);
  ignoreFurniture(table, reader);
  const rows = table.bodyRows
    .filter((row) => !isBlankRow(table.grid, row) && !ignoreRepeatedHeader(table, reader, row))
    .map((row) => asset(table, reader, row));
  return { assets: rows, ...reader.close() };
}

function asset(table: PrintedTable, reader: CellReader, row: number): Draft<"assets"> {
  const fields = bound(table);
  const under = (field: Field): Cell | undefined =>
    cellsUnder(table.grid, { bound: fields, field, row })[0];
  const printed = reader.text(under("label"));
  return {
    row,
    page: rowPage(table.grid, row),
    category: categoryOf(printed ?? ""),
    label: printed === null ? null : assetLabel(printed),
    quantity: reader.number(under("quantity")),
    quantity_unit: reader.text(under("unit")) ?? quantityUnit(printed ?? ""),
    value: reader.money(under("value"), unitUnder(fields.get("value")?.[0]?.path ?? [], table)),
    as_of: table.asOf,
  };
}

/** The label without list number; `其中：` and the bracketed unit stay. */
function assetLabel(printed: string): string {
  const [among = ""] = /^其中[：:]?/u.exec(printed) ?? [];
  return among + bareLabel(printed.slice(among.length));
}

function categoryOf(label: string): Category | null {
  return CATEGORIES.find(([name]) => name.test(label))?.[1] ?? null;
}

function quantityUnit(label: string): string | null {
  const unit = BRACKETED.exec(label)?.[1] ?? "";
  return unit !== "" && unit.split(/[、/]/u).every(isMeasure) ? unit : null;
}
