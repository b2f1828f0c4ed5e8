import { GRADES, LEVEL1_CODES, LEVEL2_CODES, OPERATORS, TARGET_KINDS } from "./vocabulary.js";
import { choice, confidence, gridRow, number, oneOf, page, text } from "./columns.js";
import { tableFamily } from "./family.js";

/** indicators.csv: one row per target, per grade where graded; with its result where the table is a 自评表. */
export const indicators = tableFamily({
  title: "绩效指标",
  about: "One row per performance target, per grade where graded.",
  columns: {
    row: gridRow,
    page,
    scope: choice(["department", "project", "activity"], "范围"),
    project_code: text("项目编码"),
    project_name: text("项目名称"),
    activity_code: text("活动编码"),
    activity_name: text("活动名称"),
    level1: text("一级指标"),
    level2: text("二级指标"),
    level3: text("三级指标"),
    level1_code: oneOf(LEVEL1_CODES, "一级指标代码"),
    level2_code: oneOf(LEVEL2_CODES, "二级指标代码"),
    description: text("指标描述"),
    grade: oneOf(GRADES, "等级"),
    target_kind: choice(TARGET_KINDS, "指标值类型"),
    operator: oneOf(OPERATORS, "符号"),
    value: number("值"),
    value_max: number("上限"),
    unit: text("计量单位"),
    value_base: number("基本单位值"),
    value_max_base: number("基本单位上限"),
    unit_base: text("基本单位"),
    target_text: text("文字描述"),
    symbol_raw: text("符号原文"),
    target_raw: text("指标值原文"),
    weight: number("分值"),
    basis: text("指标值确定依据"),
    confidence,
    actual_value: text("实际完成值"),
    score: number("得分"),
  },
});
