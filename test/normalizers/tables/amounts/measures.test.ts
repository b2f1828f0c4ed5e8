import { describe, expect, test } from "vitest";
import {
  headerWord,
  itemOf,
  measureOf,
  phaseOf,
} from "../../../../normalizers/tables/amounts/measures.js";

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
    ["小计", "total"],
    ["本年收入 / 事业收入 / 小计", "business"],
    ["事业收入 / 其他说明", "other"],
    ["事业收入 / 甲", "business"],
    ["其中：项目支出", "project"],
    ["基本支出 / 金额数", "basic"],
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
    ["2025年预算数", "budget"],
    ["2026年预算数", "budget"],
  ])("%s in 2025 is %s", (header, phase) => {
    expect(phaseOf([header], 2025)).toBe(phase);
  });
});

test("a column has the phase of its lowest header that names one, and of its last year", () => {
  expect(phaseOf(["年初预算数", "决算数"], 2025)).toBe("accounts");
  expect(phaseOf(["决算数", "合计"], 2025)).toBe("accounts");
  expect(phaseOf(["2024年预算数", "2025年预算数"], 2025)).toBe("budget");
  expect(phaseOf(["2024年预算数"], null)).toBe("budget");
});

test.each([
  ["预算数（万元）", "预算数"],
  ["预算数/万元", "预算数"],
  ["预算数(单位：万元)", "预算数"],
  ["预算数（元）", "预算数"],
  ["预算数（百万元）", "预算数"],
  ["支出（按功能分类）", "支出"],
  ["因公出国（境）费", "因公出国（境）费"],
  ["1、基本支出", "基本支出"],
  ["12. 基本支出", "基本支出"],
  ["123、基本支出", "123、基本支出"],
  ["第1、基本支出", "第1、基本支出"],
])("the words of the header %s are %s", (header, words) => {
  expect(headerWord(header)).toBe(words);
});

test.each([
  ["“三公”经费支出合计", "total"],
  ["三公经费", "total"],
  ["2.因公出国（境）费", "abroad"],
  ["公务用车购置及运行费", "vehicles"],
  ["运行维护费", "vehicle_running"],
  ["购置费", "vehicle_purchase"],
  ["公务接待费", "reception"],
  ["“三公”经费支出合计数", null],
  ["办公费", null],
])("the item of %s is %s", (label, item) => {
  expect(itemOf(label)).toBe(item);
});
