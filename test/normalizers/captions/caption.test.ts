import { describe, expect, test } from "vitest";
import { captionOf, looksLikeCaption } from "../../../normalizers/captions/caption.js";

describe("the title of a table", () => {
  test.each([
    ["财公开01表 收入预算总表"],
    ["预算公开02表：收入预算总表"],
    ["决算公开03表、收入预算总表"],
    ["公开表3 收入预算总表"],
    ["附表三：收入预算总表"],
    ["预算表12 收入预算总表"],
    ["表二-1 收入预算总表"],
    ["表 2-1. 收入预算总表"],
    ["01 表：收入预算总表"],
    ["附件2：收入预算总表"],
    ["表件3 收入预算总表"],
    ["1.2、收入预算总表"],
    ["1-2 收入预算总表"],
    ["1．2．3 收入预算总表"],
    ["收入预算总表（续）"],
    ["收入预算总表续表"],
    ["收入预算总表(续表)"],
    ["收入预算总表。"],
    ["收入预算总表："],
    ["  ：收入预算总表"],
  ])("%s is 收入预算总表", (printed) => {
    expect(captionOf(printed)).toEqual({ text: "收入预算总表", number: null });
  });

  test.each([
    ["1.22025年收入总表", "2025年收入总表"],
    ["1.2收入总表", "1.2收入总表"],
    ["1.2.2025年收入总表", "2025年收入总表"],
    ["1-22025年收入总表", "2025年收入总表"],
    ["表彰名单一览表", "表彰名单一览表"],
    ["续建项目表", "续建项目表"],
  ])("%s is %s", (printed, text) => {
    expect(captionOf(printed).text).toBe(text);
  });

  test.each([
    ["1、表1：收入总表", "收入总表", "1"],
    ["二、：收入总表", "收入总表", "二"],
    ["（3）附表2：支出总表", "支出总表", "（3）"],
  ])("%s keeps its list number apart", (printed, text, number) => {
    expect(captionOf(printed)).toEqual({ text, number });
  });
});

describe("a line above a table", () => {
  test.each([
    "收入预算总表（2025年）",
    "收入预算总表(单位：万元)",
    "收支情况",
    "人员一览",
    "2025年部门预算",
    "2024年部门决算",
    "支出明细",
    "采购清单",
    "收支统计",
    "预算草案",
    `${"甲".repeat(69)}表`,
  ])("may be its title: %s", (line) => {
    expect(looksLikeCaption(line)).toBe(true);
  });

  test.each([
    "",
    "收入预算总表。",
    "收入预算总表；",
    "收入预算总表！",
    "收入预算总表，",
    "见下表吗？",
    "纳入统计的单位：",
    "收入预算总表所列",
    "单位：万元",
    `${"甲".repeat(70)}表`,
  ])("is none: %s", (line) => {
    expect(looksLikeCaption(line)).toBe(false);
  });
});
