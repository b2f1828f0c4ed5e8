import { confidence, date, gridRow, money, number, oneOf, page, text } from "./columns.js";
import { tableFamily } from "./family.js";

/** assets.csv: rows of 固定资产占用情况表. */
export const assets = tableFamily({
  title: "资产",
  about: "One row per row of a fixed assets table (固定资产占用情况表).",
  asksUnit: true,
  key: ["document_id", "table_no", "row"],
  columns: {
    row: gridRow,
    page,
    category: oneOf(
      ["total", "buildings", "office_buildings", "vehicles", "equipment", "other"],
      "类别",
    ),
    label: text("资产名称"),
    quantity: number("数量"),
    quantity_unit: text("计量单位"),
    value: money("价值（元）"),
    as_of: date("截止时间"),
    confidence,
  },
});
