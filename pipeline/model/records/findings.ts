import { choice, gridColumn, gridRow, natural, page, required, text } from "./columns.js";
import { documentFamily } from "./family.js";

/** findings.csv: what is wrong or doubtful. */
export const findings = documentFamily({
  title: "核查发现",
  about: "One row per contradiction, doubt or remark.",
  columns: {
    table_no: natural("表序"),
    section_no: natural("章节序"),
    row: gridRow,
    column: gridColumn,
    page,
    rule: required("规则"),
    severity: choice(["error", "warning", "info"], "程度"),
    message: required("说明"),
    expected: text("应为"),
    actual: text("实为"),
    message_zh: required("中文说明"),
  },
});
