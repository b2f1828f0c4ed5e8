import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { isMeasure } from "../../values/measure-word.js";
import { bareLabel } from "../../values/ordinal.js";
import { canonical } from "../../values/text.js";
import { defineTable, money, number, text } from "../define-table.js";

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
export const assets = defineTable({
  kind: "assets",
  name: "固定资产占用情况表",
  columns: {
    unit: { header: /^计量单位$/u, read: text },
    quantity: { header: /^(?:实物)?数量|^实物量|^(?:面积|数量)(?:[（(].*)?$/u, read: number },
    value: { header: /^(?:账面|资产)?(?:价值|原值|净值|金额)/u, read: money },
    label: {
      header: /^(?:资产)?(?:项目|名称|类别|类型|种类|分类)(?:名称)?$/u,
      read: text,
    },
  },
  fits: (bound) => bound.has("label") && (bound.has("quantity") || bound.has("value")),
  shows: (bound, table) =>
    bound.has("label") &&
    bound.has("quantity") &&
    bound.has("value") &&
    table.bodyRows.some((row) => /资产总额|办公用房/u.test(rowText(table, row))),
  rows: (lines, { table }) => ({
    assets: lines.map(({ row, page, read }) => {
      const printed = read("label");
      return {
        row,
        page,
        category: categoryOf(printed ?? ""),
        label: printed === null ? null : assetLabel(printed),
        quantity: read("quantity"),
        quantity_unit: read("unit") ?? quantityUnit(printed ?? ""),
        value: read("value"),
        as_of: table.asOf,
      };
    }),
  }),
});

function rowText(table: PrintedTable, row: number): string {
  return canonical(
    table.grid
      .rowCells(row)
      .map((cell) => cell.text)
      .join(" "),
  );
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
