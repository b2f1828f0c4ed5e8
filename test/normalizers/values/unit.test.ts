import { describe, expect, test } from "vitest";
import { statedUnit } from "../../../normalizers/values/unit.js";

describe("the unit of money that is stated", () => {
  test.each([
    ["单位：万元", "万元"],
    ["单位:元", "元"],
    ["单位万元", "万元"],
    ["金额单位：人民币万元", "万元"],
    ["金额：千元", "千元"],
    ["预算年度：2025 单位：十万元", "十万元"],
    ["预算数（元）", "元"],
    ["预算数(万元)", "万元"],
    ["金额（人民币百万元）", "百万元"],
    ["单位：百元", "百元"],
    ["单位：亿元（决算）", "亿元"],
    ["以下单位均为万元", "万元"],
    ["注：本表金额单位为千元。", "千元"],
    ["合计/万元", "万元"],
  ])("in %s is %s", (text, unit) => {
    expect(statedUnit(text)).toBe(unit);
  });

  test.each([
    "万元",
    "金额万元",
    "预算数万元",
    "单位：个",
    "（平方米）",
    "单位：",
    "（元/人）",
    "元/人",
    "100/万元",
    "",
  ])("is none in “%s”", (text) => {
    expect(statedUnit(text)).toBeNull();
  });
});
