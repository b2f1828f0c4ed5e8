import { describe, expect, test } from "vitest";
import { captionOf, looksLikeCaption } from "../../../normalizers/captions/caption.js";
import { NO_CORNER } from "../../../normalizers/captions/corner-fields.js";
import { cornerOf } from "../../../normalizers/captions/corner.js";
import { bareLabel, numbered } from "../../../normalizers/values/ordinal.js";
import { canonical, raw } from "../../../normalizers/values/text.js";
import { statedUnit } from "../../../normalizers/values/unit.js";

describe("units", () => {
  test.each([
    ["单位：万元", "万元"],
    ["金额单位：人民币万元", "万元"],
    ["单位:元", "元"],
    ["（单位：千元）", "千元"],
    ["价值（金额单位：万元）", "万元"],
    ["预算数（元）", "元"],
    ["单位： 亿元", "亿元"],
    ["单位：百元", "百元"],
    ["单位：十万元", "十万元"],
    ["单位：百万元", "百万元"],
    ["单位：千万元", "千万元"],
  ])("%s", (printed, unit) => {
    expect(statedUnit(printed)).toBe(unit);
  });

  test.each(["单位名称", "计量单位", "单位：人", "数量（台）"])("%s states none", (printed) => {
    expect(statedUnit(printed)).toBeNull();
  });
});

describe("corner lines", () => {
  test.each([
    [
      "a coded issuer, year and unit in one row",
      ["205青禾县农业农村局", "预算年度：2023", "金额单位：万元"],
      { issuerCode: "205", issuerName: "青禾县农业农村局", fiscalYear: 2023, unit: "万元" },
    ],
    [
      "an issuer without code beside the unit",
      ["青禾县财政局", "单位：万元"],
      { issuerName: "青禾县财政局", unit: "万元" },
    ],
    [
      "labelled parts on one line",
      ["部门：  青禾县财政局          单位：元"],
      { issuerName: "青禾县财政局", unit: "元" },
    ],
    [
      "a compiling body and a closing date",
      ["编制部门：青禾县教育局", "截止时间：2019年12月31日"],
      { issuerName: "青禾县教育局", asOf: "2019-12-31" },
    ],
    ["a form number alone", ["公开01表"], {}],
  ])("%s", (_, texts, expected) => {
    expect(cornerOf(texts)).toEqual({ ...NO_CORNER, ...expected });
  });

  test.each([
    ["a header", ["序号", "收入", "支出"]],
    ["a header with a unit in it", ["项目", "数量", "价值（金额单位：万元）"]],
    ["a sentence", ["本年安排预算12万元。"]],
    ["an issuer alone", ["青禾县财政局"]],
    ["a header of names", ["单位名称", "单位性质"]],
  ])("%s is none", (_, texts) => {
    expect(cornerOf(texts)).toBeNull();
  });
});

describe("captions", () => {
  test.each([
    ["1、路灯改造绩效目标表", "路灯改造绩效目标表", "1"],
    ["公开 01 表：收支预算总表", "收支预算总表", null],
    ["表二 部门收入总表", "部门收入总表", null],
    ["2025年部门收入预算总表", "2025年部门收入预算总表", null],
    ["（四）、整体绩效指标如下表：", "整体绩效指标如下表", "（四）"],
    ["支出总表（续）", "支出总表", null],
  ])("%s", (printed, text, number) => {
    expect(captionOf(printed)).toEqual({ text, number });
  });

  test.each([
    ["部门收支总表", true],
    ["部门政府采购预算", true],
    ["整体绩效指标如下表：", true],
    ["本部门安排政府采购预算5万元。具体内容见下表。", false],
    ["纳入预算的单位包括：", false],
    ["二〇二〇年二月", false],
  ])("%s: %s", (printed, expected) => {
    expect(looksLikeCaption(printed)).toBe(expected);
  });
});

describe("list numbers and canonical text", () => {
  test.each([
    ["一、总则", "一", "总则"],
    ["（二）目标", "（二）", "目标"],
    ["第一部分  概况", "第一部分", "概况"],
    ["3．说明", "3", "说明"],
    ["(1) 办公费", "(1)", "办公费"],
    ["3.2031年度清淤", "3", "2031年度清淤"],
    ["2.5万元", null, "2.5万元"],
    ["2023年", null, "2023年"],
  ])("%s", (printed, ordinal, rest) => {
    expect(numbered(printed)).toEqual({ ordinal, rest });
  });

  test.each([
    ["一、事业收入", "事业收入"],
    ["其中：公务用车购置费", "公务用车购置费"],
    ["其中：1.房屋", "房屋"],
    ["合计", "合计"],
    ["三、", "三、"],
  ])("the label of %s", (printed, label) => {
    expect(bareLabel(printed)).toBe(label);
  });

  test.each([
    ["项  目", "项目"],
    ["A4 黑白打印机", "A4黑白打印机"],
    ["ＡＢ１２％＝＞＜", "AB12%=><"],
    ["Windows Server 许可", "Windows Server许可"],
    ["因公出国\n（境）费", "因公出国（境）费"],
  ])("canonical %s", (printed, text) => {
    expect(canonical(printed)).toBe(text);
  });

  test("raw keeps what was printed but for outer blanks and line breaks", () => {
    expect(raw("　6. 30\n")).toBe("6. 30");
    expect(raw("1,8\n29.06")).toBe("1,829.06");
  });
});
