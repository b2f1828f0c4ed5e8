import { describe, expect, test } from "vitest";
import { measureOf, phaseOf } from "../../../../normalizers/tables/amounts/measures.js";

describe("the measure of a column", () => {
  test.each([
    ["事业收入 / 金额", "business"],
    ["2023年决算数 / 金额", "total"],
    ["本年收入 / 小计", "current_year"],
    ["上年结转 / 小计", "carryover"],
    ["一般公共预算基本支出 / 合计", "total"],
    ["年初结转和结余", "opening_carryover"],
    ["2024年预算", "total"],
    ["财政专户管理资金", "special_account"],
  ])("%s is %s", (path, measure) => {
    expect(measureOf(path.split(" / "))).toBe(measure);
  });

  test.each([
    ["a part that would count twice", "事业收入 / 其中：教育收费"],
    ["a budget of its own kind", "社会保障基金预算"],
  ])("%s has none: %s", (_, path) => {
    expect(measureOf(path.split(" / "))).toBeNull();
  });
});

describe("the phase of a column", () => {
  test.each([
    ["二○二四年决算数", "previous"],
    ["二○二五年执行数", "accounts"],
    ["2024年决算数", "previous"],
    ["调整预算数", "adjusted_budget"],
    ["一般公共预算财政拨款", null],
  ])("%s in 2025 is %s", (header, phase) => {
    expect(phaseOf([header], 2025)).toBe(phase);
  });
});
