import { expect, test } from "vitest";
import { figureTerms } from "../../../normalizers/evidence/figure-terms.js";
import { figure, reading } from "../checks/make-reading.js";

type Measure = Parameters<typeof figure>[0];
const terms = (...figures: ReturnType<typeof figure>[]) => figureTerms(reading({ figures }));

test.each<[Measure, string]>([
  ["income_total", "收入总计"],
  ["income_general_public", "一般公共预算收入"],
  ["income_government_fund", "政府性基金预算收入"],
  ["income_special_account", "财政专户收入"],
  ["income_other", "其他收入"],
  ["expenditure_total", "支出总计"],
  ["expenditure_basic", "基本支出"],
  ["expenditure_personnel", "人员经费"],
  ["expenditure_public_use", "公用经费"],
  ["expenditure_project", "项目支出"],
  ["change_total", "收支增减"],
  ["change_basic", "基本支出增减"],
  ["change_project", "项目支出增减"],
  ["operating_costs", "机关运行经费"],
  ["three_public_total", "三公经费"],
  ["three_public_abroad", "因公出国（境）费"],
  ["three_public_vehicles", "公务用车购置及运行维护费"],
  ["three_public_vehicle_purchase", "公务用车购置费"],
  ["three_public_vehicle_running", "公务用车运行维护费"],
  ["three_public_reception", "公务接待费"],
  ["procurement_total", "政府采购预算"],
  ["fixed_assets", "固定资产总额"],
  ["planned_asset_purchases", "拟购置固定资产"],
])("%s is quoted as %s", (measure, name) => {
  expect(terms(figure(measure, "9.00"))).toMatchObject([
    { name, where: { section_no: 1, page: 2 } },
  ]);
});

test.each([
  ["9.00万元", "万元", "10000", "100"],
  ["9.0亿元", "亿元", "100000000", "10000000"],
  ["9元", "元", "1", "1"],
  ["9.5百元", "百元", "100", "10"],
  ["9千元", "千元", "1000", "1000"],
  ["9十万元", "十万元", "100000", "100000"],
  ["9.00百万元", "百万元", "1000000", "10000"],
  ["9.00千万元", "千万元", "10000000", "100000"],
])("%s is in %s of %s yuan, its last digit %s", (...[raw, unit, factor, step]) => {
  const [term] = terms(figure("expenditure_total", "9.00", { raw }));
  expect([term?.unit, term?.factor.toFixed(), term?.step.toFixed()]).toEqual([unit, factor, step]);
});

test("a figure that was not read is none", () => {
  expect(terms(figure("expenditure_total", "9.00", { amount: null }))).toEqual([]);
});
