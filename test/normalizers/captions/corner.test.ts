import { describe, expect, test } from "vitest";
import { joinCorners, NO_CORNER } from "../../../normalizers/captions/corner-fields.js";
import { cornerOf } from "../../../normalizers/captions/corner.js";

describe("a corner line", () => {
  test.each([
    "单位：万元",
    "（单位：万元）",
    "(金额单位：万元",
    "计量单位:人民币万元",
    "货币单位：万元",
    "金额：万元",
  ])("states a unit: %s", (line) => {
    expect(cornerOf([line])).toEqual({ ...NO_CORNER, unit: "万元" });
  });

  test.each([
    "部门：县财政局",
    "单位：县财政局",
    "编制部门：县财政局",
    "填报单位：县财政局",
    "填制单位:县财政局",
    "公开部门：县财政局",
    "预算单位：县财政局",
    "预算主管部门：县财政局",
    "主管部门：县财政局",
    "部门名称：县财政局",
    "单位（公章）：县财政局",
    "编制单位（盖章）：县财政局",
  ])("names an issuer: %s", (line) => {
    expect(cornerOf([line])).toEqual({ ...NO_CORNER, issuerName: "县财政局" });
  });

  test.each([
    ["部门：205001县财政局", "205001", "县财政局"],
    ["205县财政局", "205", "县财政局"],
    ["20县财政局", null, null],
    ["部门：20县财政局", null, "20县财政局"],
    ["部门：", null, null],
  ])("has the issuer's code before the name: %s", (line, issuerCode, issuerName) => {
    expect(cornerOf([line])).toEqual(
      line === "20县财政局" ? null : { ...NO_CORNER, issuerCode, issuerName },
    );
  });

  test.each([
    ["年度：2025", 2025],
    ["预算年度：2025年", 2025],
    ["决算年度:2025", 2025],
    ["会计年度：2025", 2025],
    ["预算年度：9025", null],
  ])("states a year: %s", (line, fiscalYear) => {
    expect(cornerOf([line])).toEqual({ ...NO_CORNER, fiscalYear });
  });

  test.each([
    "截止时间：2024年12月31日",
    "截至日期：2024年12月31日",
    "截止2024年12月31日",
    "截至：2024年12月31日",
  ])("states a closing date: %s", (line) => {
    expect(cornerOf([line])).toEqual({ ...NO_CORNER, asOf: "2024-12-31" });
  });

  test.each([
    "公开01表",
    "表三",
    "表1-2",
    "预算公开表12",
    "01-2表：",
    "附件",
    "附件3",
    "财预公开12表",
  ])("is a form number and no more: %s", (line) => {
    expect(cornerOf([line])).toEqual(NO_CORNER);
  });

  test.each([
    "截止时间：年底",
    "年度：二〇二五",
    "财预公开部门决算表12",
    "123表",
    "表",
    "本部门：县财政局",
    "金额单位",
    "",
  ])("is none: %s", (line) => {
    expect(cornerOf([line])).toBeNull();
  });

  test.each([
    ["金额单位", "县财政局金额单位：万元"],
    ["单位", "县财政局 单位：万元"],
    ["编制部门", "单位：万元编制部门：县财政局"],
    ["填报单位", "单位：万元填报单位：县财政局"],
    ["预算年度", "205县财政局预算年度：2025"],
    ["wide gaps", "县财政局\t单位：万元"],
    ["line breaks", "县财\n政局  单位：万\n元"],
  ])("is parted at %s", (_, line) => {
    expect(cornerOf([line])).toMatchObject({ issuerName: "县财政局" });
  });

  test.each([
    ["two that are not known", ["县财政局", "县教育局", "单位：万元"]],
    ["one that names no issuer", ["本年预算", "单位：万元"]],
    ["an issuer beside another", ["县财政局", "部门：县教育局"]],
  ])("holds no other words: %s", (_, texts) => {
    expect(cornerOf(texts)).toBeNull();
  });

  test("says the first of two units, issuers, years and dates", () => {
    const first = {
      unit: "元",
      issuerCode: "205",
      issuerName: "县财政局",
      fiscalYear: 2025,
      asOf: "2024-12-31",
    };
    const second = {
      unit: "万元",
      issuerCode: "1",
      issuerName: "县教育局",
      fiscalYear: 2024,
      asOf: "2023-12-31",
    };
    expect(joinCorners(first, second)).toEqual(first);
    expect(joinCorners(NO_CORNER, second)).toEqual(second);
  });
});
