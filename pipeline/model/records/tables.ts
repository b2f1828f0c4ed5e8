import { ACCOUNTS, COVERAGES, TABLE_EDITIONS, TABLE_KINDS } from "./vocabulary.js";
import { choice, count, natural, oneOf, tableNo, text, year } from "./columns.js";
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
    account: oneOf(ACCOUNTS, "预算类别"),
    coverage: oneOf(COVERAGES, "级次范围"),
    edition: oneOf(TABLE_EDITIONS, "预决算阶段"),
    region_code: text("地区代码"),
    region_name: text("地区名称"),
  },
});

/** What is told of the tables of whole governments alone: of those of departments, nothing. */
export const TABLE_OF_NO_GOVERNMENT = {
  account: null,
  coverage: null,
  edition: null,
  region_code: null,
  region_name: null,
} as const;
