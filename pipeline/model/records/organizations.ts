import { confidence, gridRow, page, required, text } from "./columns.js";
import { tableFamily } from "./family.js";

/** organizations.csv: rows of 机构设置. */
export const organizations = tableFamily({
  title: "机构设置",
  about: "One row per unit of the department (机构设置).",
  key: ["document_id", "table_no", "row"],
  columns: {
    row: gridRow,
    page,
    name: required("单位名称"),
    nature: text("单位性质"),
    rank: text("单位规格"),
    funding: text("经费保障形式"),
    confidence,
  },
});
