import { expect, test } from "vitest";
import { sectionKind } from "../../normalizers/sections.js";

test.each([
  ["部门职责及机构设置情况", [], "duties"],
  ["部门决算单位构成", [], "organization"],
  ["内设科室", ["机构设置情况"], "organization"],
  ["部门预算安排的总体情况", [], "budget_overview"],
  ["收支预算总体情况说明", [], "budget_overview"],
  ["2025年部门预算编制说明", [], "budget_overview"],
  ["收入决算情况说明", [], "income"],
  ["一般公共预算财政拨款支出决算总体情况", ["支出决算情况说明"], "expenditure"],
  ["公共安全（类）", ["财政拨款支出预算情况说明"], "expenditure"],
  ["比上年增减情况", [], "year_on_year"],
  ["机关运行经费安排情况", [], "operating_costs"],
  ["财政拨款“三公”经费预算情况及增减变化原因", [], "three_public"],
  ["预算绩效信息", [], "performance"],
  ["部门整体绩效目标", ["预算绩效信息"], "performance_department"],
  ["工作保障措施", ["部门整体绩效目标"], "performance_department"],
  ["分项绩效目标", ["部门整体绩效目标"], "performance_activities"],
  ["预算项目绩效目标", ["预算绩效信息"], "performance_projects"],
  ["绩效目标", ["项目经费情况说明"], "performance_projects"],
  ["绩效目标设置情况", [], "performance"],
  ["专项资金绩效目标", ["预算绩效信息"], "performance_special_funds"],
  ["政府采购预算情况", [], "procurement"],
  ["国有资产占有使用情况", [], "assets"],
  ["名词解释", [], "glossary"],
  ["其他需要说明的事项", [], "other_matters"],
  ["2024年度部门决算表", [], "budget_tables"],
  ["预算批复情况", [], "approval"],
  ["政府性基金预算财政拨款收入支出决算情况说明", [], "other"],
  ["国有资本经营预算收支情况", ["其他重要事项说明"], "other"],
  ["切实当好公共利益代表", ["主要工作任务"], "other"],
  ["绩效工资", [], "other"],
] as const)("%s under %j is %s", (title, parents, kind) => {
  expect(sectionKind({ ordinal: null, title, parents })).toBe(kind);
});
