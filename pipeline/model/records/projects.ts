import { money, number, oneOf, text } from "./columns.js";
import { tableFamily } from "./family.js";

/** projects.csv: one row per 绩效目标表. Plans are cumulative per cent. */
export const projects = tableFamily({
  title: "项目",
  about: "One row per project performance sheet (项目绩效目标表).",
  columns: {
    number: text("序号"),
    project_code: text("项目编码"),
    project_name: text("项目名称"),
    issuer_code: text("单位代码"),
    issuer_name: text("单位名称"),
    budget_total: money("预算数（元）"),
    budget_fiscal: money("财政资金（元）"),
    budget_other: money("其他资金（元）"),
    budget_source: oneOf(["sheet", "prose"], "预算数出处"),
    purpose: text("资金用途"),
    plan_march: number("3月底（%）"),
    plan_june: number("6月底（%）"),
    plan_october: number("10月底（%）"),
    plan_december: number("12月底（%）"),
    goals: text("绩效目标"),
  },
});
