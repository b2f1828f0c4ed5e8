import { describe, expect, test } from "vitest";
import { gridOf } from "../../../../pipeline/model/grid.js";
import { headerFrom } from "../../../../normalizers/structure/header/header.js";
import { makeTable } from "../../../make-table.js";

const paths = (rows: readonly (readonly string[])[], first = 0): readonly string[] =>
  headerFrom(gridOf(makeTable(rows)), first).columns.map(({ path }) => path.join("/"));
const rowsOf = (rows: readonly (readonly string[])[], first = 0): readonly number[] =>
  headerFrom(gridOf(makeTable(rows)), first).rows;

describe("a header with its spans", () => {
  test("one row is one level", () => {
    const rows = [
      ["单位名称", "单位性质"],
      ["民政局本级", "行政"],
    ];
    expect(paths(rows)).toEqual(["单位名称", "单位性质"]);
    expect(rowsOf(rows)).toEqual([0]);
  });

  test("a wide cell is divided by the row below it", () => {
    const rows = [
      ["序号", "收入", "<", "支出", "<"],
      ["^", "项目", "预算数", "项目", "预算数"],
      ["1", "一、事业收入", "5.00", "一、教育支出", "5.00"],
    ];
    expect(paths(rows)).toEqual(["序号", "收入/项目", "收入/预算数", "支出/项目", "支出/预算数"]);
    expect(rowsOf(rows)).toEqual([0, 1]);
  });

  test("four levels deep, one column deeper than its neighbours", () => {
    const rows = [
      ["合计", "“三公”经费", "<", "<", "培训费"],
      ["^", "小计", "公务用车", "<", "^"],
      ["^", "^", "购置费", "运行费", "^"],
      ["9.00", "5.00", "", "5.00", "4.00"],
    ];
    expect(paths(rows)).toEqual([
      "合计",
      "“三公”经费/小计",
      "“三公”经费/公务用车/购置费",
      "“三公”经费/公务用车/运行费",
      "培训费",
    ]);
  });

  test("a total that spans two columns over one amount is no header", () => {
    const rows = [
      ["项目名称", "<", "金额"],
      ["收入总计", "<", "12.00"],
      ["一般公共预算资金", "小计", "12.00"],
    ];
    expect(rowsOf(rows)).toEqual([0]);
  });

  test("the row of 类 款 项 may hold the total as well", () => {
    const rows = [
      ["项目", "<", "<", "<", "本年支出合计"],
      ["科目编码", "<", "<", "科目名称", "^"],
      ["类", "款", "项", "合计", "88.00"],
      ["201", "", "", "一般公共服务支出", "88.00"],
    ];
    const header = headerFrom(gridOf(makeTable(rows)), 0);
    expect(header.lastRowHasData).toBe(true);
    expect(header.columns.map(({ path }) => path.at(-1))).toEqual([
      "类",
      "款",
      "项",
      "科目名称",
      "本年支出合计",
    ]);
  });

  test("a row of column numbers belongs to the header", () => {
    const rows = [
      ["项目", "预算数"],
      ["栏次", "1"],
      ["合计", "3.00"],
    ];
    expect(rowsOf(rows)).toEqual([0, 1]);
    expect(paths(rows)).toEqual(["项目", "预算数"]);
  });

  test("a body cell merged down the whole table does not make the table a header", () => {
    const body = Array.from({ length: 12 }, (_, i) => [i === 0 ? "甲项目" : "^", `指标${i}`, "≥1"]);
    expect(rowsOf([["项目", "指标", "值"], ...body])).toEqual([0]);
  });
});

describe("a header whose spans plain text lost", () => {
  test("a blank goes on with the cell above, a run of texts divides it", () => {
    const rows = [
      ["序号", "功能分类科目", "合计", "本年收入", "上年结转"],
      ["", "科目编码", "科目名称", "", "小计", "财政拨款", "事业收入", ""],
      ["栏次", "1", "2", "3", "4", "5", "6", "7"],
      ["1", "", "合计", "5", "5", "5", "", ""],
    ];
    expect(paths(rows)).toEqual([
      "序号",
      "功能分类科目/科目编码",
      "功能分类科目/科目名称",
      "合计",
      "本年收入/小计",
      "本年收入/财政拨款",
      "本年收入/事业收入",
      "上年结转",
    ]);
    expect(rowsOf(rows)).toEqual([0, 1, 2]);
  });

  test("a run under two wide cells is divided where its first label comes again", () => {
    const rows = [
      ["收入", "支出"],
      ["项目", "金额", "项目", "合计", "基金"],
      ["甲", "1.0", "乙", "1.0", ""],
    ];
    expect(paths(rows)).toEqual(["收入/项目", "收入/金额", "支出/项目", "支出/合计", "支出/基金"]);
  });

  test("a run under a naming and a money header is divided at the total", () => {
    const rows = [
      ["序号", "经济分类科目", "基本支出"],
      ["", "科目编码", "科目名称", "合计", "人员经费", "公用经费"],
      ["1", "301", "工资福利支出", "2.00", "2.00", ""],
    ];
    expect(paths(rows).slice(1)).toEqual([
      "经济分类科目/科目编码",
      "经济分类科目/科目名称",
      "基本支出/合计",
      "基本支出/人员经费",
      "基本支出/公用经费",
    ]);
  });

  test("three levels", () => {
    const rows = [
      ["项目来源", "物品", "采购金额"],
      ["名称", "预算", "", "总计", "当年资金", "其他渠道"],
      ["", "", "", "", "合计", "基金", ""],
      ["甲", "1.0", "桌", "1.0", "1.0", "", ""],
    ];
    expect(paths(rows)).toEqual([
      "项目来源/名称",
      "项目来源/预算",
      "物品",
      "采购金额/总计",
      "采购金额/当年资金/合计",
      "采购金额/当年资金/基金",
      "采购金额/其他渠道",
    ]);
  });

  test("the header may start below form rows", () => {
    const rows = [
      ["绩效目标", "一、办好事"],
      ["一级指标", "三级指标", "指标值", "依据"],
      ["", "", "符号", "值", ""],
      ["产出指标", "人数", "≥", "20", "计划"],
    ];
    expect(paths(rows, 1)).toEqual(["一级指标", "三级指标", "指标值/符号", "指标值/值", "依据"]);
  });
});
