import { TABLE_KINDS } from "./vocabulary.js";
import { choice, count, natural, tableNo, text, year } from "./columns.js";
import { documentFamily } from "./family.js";

/** tables.csv: every table found, of a known kind or not. */
export const tables = documentFamily({
  title: "表",
  about: "One row per table, of a known kind or not.",
  key: ["document_id", "table_no"],
  columns: {
    table_no: tableNo,
    section_no: natural("章节序"),
    kind: choice(TABLE_KINDS, "表类"),
    caption: text("表题"),
    unit_raw: text("单位"),
    issuer_code: text("单位代码"),
    issuer_name: text("编制单位"),
    fiscal_year: year("预算年度"),
    page_first: natural("首页"),
    page_last: natural("末页"),
    rows: count("行数"),
    columns: count("列数"),
    header_rows: count("表头行数"),
  },
});
