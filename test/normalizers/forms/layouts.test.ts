import { describe, expect, test } from "vitest";
import { FORMS } from "../../../normalizers/forms/forms.js";
import type { Layout } from "../../../normalizers/forms/layout.js";
import { SAME_TOTAL, SAME_CLASSES, SAME_ROWS } from "../../../normalizers/forms/relations.js";
import type { FormName } from "../../../pipeline/model/records/vocabulary.js";

const layout = (parts: Partial<Layout>): Layout => ({
  twoSided: false,
  headers: [],
  labels: [],
  threePublicItems: 0,
  ...parts,
});
const formOf = (name: FormName) => FORMS.find(({ form }) => form === name);

test("every form has its name, side and classification", () => {
  expect(
    FORMS.map(({ form, name, side, classification }) =>
      [form, name, side ?? "both sides", classification ?? "no codes"].join(", "),
    ),
  ).toEqual([
    "three_public, “三公”经费支出表, expenditure, no codes",
    "operating_costs, 机关运行经费支出表, expenditure, economic",
    "government_fund, 政府性基金预算支出表, both sides, function",
    "state_capital, 国有资本经营预算支出表, both sides, function",
    "appropriation_summary, 财政拨款收支总表, both sides, no codes",
    "general_public_basic, 一般公共预算财政拨款基本支出表, expenditure, economic",
    "appropriation_basic, 财政拨款基本支出表, expenditure, economic",
    "general_public, 一般公共预算财政拨款支出表, expenditure, function",
    "appropriation_expenditure, 财政拨款支出表, expenditure, function",
    "projects, 项目支出表, expenditure, no codes",
    "summary, 收支总表, both sides, no codes",
    "income, 收入总表, income, function",
    "expenditure, 支出总表, expenditure, function",
  ]);
});

test("every relation is between two forms", () => {
  const names = new Set<FormName>(FORMS.map(({ form }) => form));
  const related = [
    ...SAME_TOTAL.flatMap(({ total, of }) => [total.form, of.form]),
    ...SAME_CLASSES.flatMap(({ summary, broken }) => [summary.form, broken]),
    ...SAME_ROWS.flat(),
  ];
  expect(related.filter((form) => !names.has(form))).toEqual([]);
});

const labels = (count: number) => Array.from({ length: count }, () => "因公出国费");

describe("the layout that a form has", () => {
  test.each<[FormName, Partial<Layout>]>([
    ["three_public", { threePublicItems: 2 }],
    ["operating_costs", {}],
    ["government_fund", { twoSided: true }],
    ["government_fund", {}],
    ["state_capital", { twoSided: true }],
    ["state_capital", {}],
    ["appropriation_summary", { twoSided: true }],
    ["general_public_basic", {}],
    ["appropriation_basic", {}],
    ["general_public", {}],
    ["appropriation_expenditure", {}],
    ["projects", { headers: ["项目名称"] }],
    ["summary", { twoSided: true }],
    ["income", { headers: ["合计"] }],
    ["income", { threePublicItems: 1 }],
    ["income", { headers: ["项目支出总额", "人员基本支出"] }],
    ["expenditure", { headers: ["基本支出"] }],
    ["expenditure", { headers: ["合计"] }],
    ["expenditure", { headers: ["金额"] }],
  ])("may be that of %s: %o", (form, parts) => {
    expect(formOf(form)?.fits(layout(parts))).toBe(true);
  });

  test.each<[FormName, Partial<Layout>]>([
    ["three_public", { threePublicItems: 1 }],
    ["operating_costs", { twoSided: true }],
    ["appropriation_summary", {}],
    ["general_public_basic", { twoSided: true }],
    ["projects", { headers: ["科目名称"] }],
    ["projects", { twoSided: true, headers: ["项目名称"] }],
    ["summary", {}],
    ["income", { twoSided: true }],
    ["income", { threePublicItems: 2 }],
    ["income", { headers: ["基本支出"] }],
    ["income", { headers: ["合计", "项目支出"] }],
    ["expenditure", { headers: ["收入"] }],
    ["expenditure", { twoSided: true, headers: ["支出"] }],
  ])("is not that of %s: %o", (form, parts) => {
    expect(formOf(form)?.fits(layout(parts))).toBe(false);
  });

  test.each<[FormName, Partial<Layout>]>([
    ["three_public", { threePublicItems: 3, headers: ["因公出国费"] }],
    ["three_public", { threePublicItems: 3, labels: labels(39) }],
    ["appropriation_summary", { twoSided: true, headers: ["合计", "一般公共预算"] }],
    ["general_public_basic", { headers: ["人员经费", "公用经费"] }],
    ["general_public_basic", { headers: ["人员经费合计", "日常公用经费"] }],
    ["summary", { twoSided: true, headers: ["预算数"], labels: ["合计", "事业收入"] }],
    ["summary", { twoSided: true, labels: ["财政专户管理资金"] }],
    ["income", { headers: ["事业收入", "经营收入", "上级补助收入", "合计"] }],
    ["expenditure", { headers: ["基本支出", "上缴上级支出"] }],
  ])("shows that it is %s: %o", (form, parts) => {
    expect(formOf(form)?.shows?.(layout(parts))).toBe(true);
  });

  test.each<[FormName, Partial<Layout>]>([
    ["three_public", { threePublicItems: 2, headers: ["因公出国费"] }],
    ["three_public", { threePublicItems: 3, headers: ["接待费"] }],
    ["three_public", { threePublicItems: 3, labels: labels(40) }],
    ["appropriation_summary", { twoSided: true, headers: ["合计"] }],
    ["appropriation_summary", { headers: ["一般公共预算"] }],
    ["general_public_basic", { headers: ["人员经费"] }],
    ["general_public_basic", { headers: ["公用经费"] }],
    ["general_public_basic", { headers: ["其中人员经费", "公用经费"] }],
    ["general_public_basic", { headers: ["人员经费", "其中公用经费"] }],
    ["summary", { labels: ["事业收入"] }],
    ["summary", { twoSided: true, headers: ["基金"], labels: ["事业收入"] }],
    ["summary", { twoSided: true, labels: ["财政拨款收入"] }],
    ["income", { headers: ["事业收入", "经营收入", "合计"] }],
    ["income", { headers: ["事业收入数", "经营收入数", "其他收入数"] }],
    ["income", { twoSided: true, headers: ["事业收入", "经营收入", "其他收入"] }],
    ["expenditure", { headers: ["基本支出"] }],
    ["expenditure", { headers: ["上缴上级支出"] }],
    ["expenditure", { headers: ["基本支出", "其中上缴上级支出"] }],
    ["expenditure", { twoSided: true, headers: ["基本支出", "上缴上级支出"] }],
    ["government_fund", {}],
  ])("does not show that it is %s: %o", (form, parts) => {
    expect(formOf(form)?.shows?.(layout(parts)) ?? false).toBe(false);
  });
});
