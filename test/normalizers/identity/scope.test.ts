import { describe, expect, test } from "vitest";
import { about } from "../../../normalizers/identity/document-metadata.js";
import { printed, tablesOf, type Printed } from "../../make-document.js";

/** A table under its caption; what the rows say does not matter here. */
type Form = readonly [caption: string, header: readonly string[]];

const PLAIN = ["项目", "预算数"];
const SPLIT = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];

function scopeOf(...forms: readonly Form[]): string | null {
  const lines = forms.flatMap(([caption, header]): readonly Printed[] => [
    caption,
    [header, header.map((_, at) => (at === 0 ? "一、合计" : "10"))],
  ]);
  const document = printed(...lines);
  return about({ document, sections: [], tables: tablesOf(document) }).value.scope;
}

describe("the scope of a table that is published alone", () => {
  test.each<Form>([
    ["2025年栖云市对下税收返还和转移支付分地区预算表", ["地区", "总计", "税收返还"]],
    ["2025年上级补助收入预算表", PLAIN],
    ["2025年栖云市社会保险基金收入预算表", PLAIN],
    ["2025年栖云市国有资本经营预算收入表", PLAIN],
    ["2025年栖云市地方政府债券发行及还本付息情况表", PLAIN],
    ["2025年市本级国有资本经营预算支出表", PLAIN],
    ["2025年青石县一般公共预算支出表", SPLIT],
    ["2025年县本级部门收入表", PLAIN],
    ["财政专户管理资金收支表", PLAIN],
  ])("%s: a government", (...form) => {
    expect(scopeOf(form)).toBe("government");
  });

  test.each<Form>([
    ["收支总表", PLAIN],
    ["收入总表", ["部门代码", "部门名称", "合计"]],
    ["财政拨款收支总表", PLAIN],
    ["一般公共预算支出表", SPLIT],
    ["政府性基金预算支出表", SPLIT],
    ["国有资本经营预算财政拨款支出决算表", PLAIN],
    ["市对下转移支付预算表", ["单位名称（项目）", "合计", "青石县"]],
    ["部门收支总表", PLAIN],
  ])("%s: a department", (...form) => {
    expect(scopeOf(form)).toBe("department");
  });

  test("情况表: not known", () => {
    expect(scopeOf(["情况表", PLAIN])).toBeNull();
  });
});

describe("the scope of a book of tables without a title", () => {
  const SUMMARY: Form = ["收支总表", PLAIN];
  const EXPENDITURE: Form = ["一般公共预算支出表", SPLIT];
  const TRANSFERS: Form = ["对下转移支付预算表", PLAIN];
  const INSURANCE: Form = ["2025年青石县社会保险基金收入表", PLAIN];

  test("is what most of its tables are of", () => {
    expect(scopeOf(SUMMARY, EXPENDITURE, TRANSFERS)).toBe("department");
    expect(scopeOf(["2025年县本级一般公共预算支出表", SPLIT], INSURANCE, SUMMARY)).toBe(
      "government",
    );
  });

  test("is not known where as many are of one as of the other", () => {
    expect(scopeOf(SUMMARY, INSURANCE)).toBeNull();
  });
});
