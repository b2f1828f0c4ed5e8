import { describe, expect, test } from "vitest";
import { makeTable } from "../../../make-table.js";
import { brief, read, type Rows } from "./read-amounts.js";

const SUMMARY: Rows = [
  ["收入", "<", "支出", "<"],
  ["项目", "预算数", "项目", "预算数"],
  ["一、一般公共预算拨款收入", "10.50", "一、教育支出", "10.50"],
  ["二、事业收入", "", "二、科学技术支出", "—"],
  ["收入总计", "10.50", "支出总计", "10.50"],
];

describe("收支总表", () => {
  test("each half has its side; an empty cell and a dash give no row", () => {
    const table = read(["部门收支总表", "单位：万元"], SUMMARY);
    expect(table.kind).toBe("budget_summary");
    expect(brief(table)).toEqual([
      "income  一般公共预算拨款收入 total 105000",
      "expenditure  教育支出 total 105000",
      "income  收入总计 total 105000",
      "expenditure  支出总计 total 105000",
    ]);
    expect(table.findings).toEqual([]);
  });

  test("every printed cell is in the ledger once", () => {
    const table = read(["部门收支总表", "单位：万元"], SUMMARY);
    const printed = makeTable(SUMMARY).cells.filter((cell) => cell.text !== "");
    expect(table.ledger).toHaveLength(printed.length);
    expect(new Set(table.ledger.map(({ row, column }) => `${row}/${column}`)).size).toBe(
      printed.length,
    );
    expect(table.ledger.every(({ use }) => use !== "reported")).toBe(true);
  });

  test("the stage of the document decides between budget and accounts", () => {
    expect(read(["部门收支总表", "单位：万元"], SUMMARY, { stage: "final_accounts" }).kind).toBe(
      "accounts_summary",
    );
    expect(read(["收入支出决算总表", "单位：万元"], SUMMARY).kind).toBe("accounts_summary");
  });

  test("three halves: a total over several columns belongs to the last of them", () => {
    const table = read(
      ["收支预算总表", "单位：万元"],
      [
        ["收入", "<", "支出", "<", "<", "<"],
        ["项目名称", "金额", "功能分类", "<", "支出用途", "<"],
        ["^", "^", "科目名称", "金额", "项目名称", "金额"],
        ["一、财政拨款", "7.00", "一、教育支出", "7.00", "一、基本支出", "7.00"],
        ["收入合计", "7.00", "支出合计", "<", "<", "7.00"],
      ],
    );
    expect(brief(table)).toEqual([
      "income  财政拨款 total 70000",
      "expenditure  教育支出 total 70000",
      "expenditure  基本支出 total 70000",
      "income  收入合计 total 70000",
      "expenditure  支出合计 total 70000",
    ]);
    expect(table.findings).toEqual([]);
  });
});

describe("tables by functional class", () => {
  const rows: Rows = [
    ["科目编码", "<", "<", "科目名称", "合计", "基本支出", "项目支出"],
    ["类", "款", "项", "^", "^", "^", "^"],
    ["205", "", "", "教育支出", "9.00", "4.00", "5.00"],
    ["205", "02", "", "普通教育", "9.00", "4.00", "5.00"],
    ["205", "02", "01", "学前教育", "9.00", "4.00", "5.00"],
    ["合计", "<", "<", "<", "9.00", "4.00", "5.00"],
  ];

  test("codes split over 类 款 项 are joined, with their level", () => {
    const { amounts } = read(["一般公共预算财政拨款支出表", "单位：元"], rows);
    expect(
      (amounts ?? []).filter((a) => a.measure === "project").map((a) => [a.code, a.level, a.label]),
    ).toEqual([
      ["205", 1, "教育支出"],
      ["20502", 2, "普通教育"],
      ["2050201", 3, "学前教育"],
      [null, null, "合计"],
    ]);
    expect(new Set((amounts ?? []).map((a) => a.classification))).toEqual(new Set(["function"]));
  });

  test("a 类 that a row leaves blank stands above, a 款 no higher than its 类", () => {
    const { amounts } = read(
      ["一般公共预算财政拨款支出表", "单位：元"],
      [
        ...rows.slice(0, 2),
        ["201", "05", "01", "行政运行", "3.00", "3.00", ""],
        ["205", "", "", "教育支出", "2.00", "2.00", ""],
        ["", "", "01", "行政运行", "1.00", "1.00", ""],
        ["", "02", "", "普通教育", "1.00", "1.00", ""],
        ["", "", "01", "学前教育", "1.00", "1.00", ""],
      ],
    );
    expect((amounts ?? []).filter((a) => a.measure === "total").map((a) => a.code)).toEqual([
      "2010501",
      "205",
      null,
      "20502",
      "2050201",
    ]);
  });

  const kindOf = (caption: string): string | undefined => read([caption, "单位：元"], rows).kind;

  test("支出 of all funds, of general public budget and of funds are told apart by caption", () => {
    expect(kindOf("部门支出总表")).toBe("budget_expenditure");
    expect(kindOf("一般公共预算支出表")).toBe("budget_general_public");
    expect(kindOf("政府性基金预算支出表")).toBe("budget_government_fund");
    expect(kindOf("国有资本经营预算支出表")).toBe("budget_state_capital");
    expect(kindOf("财政拨款支出表")).toBe("budget_appropriation_expenditure");
  });

  test("the last header row may be the 合计 row", () => {
    const table = read(
      ["支出决算表", "单位：万元"],
      [
        ["项目", "<", "<", "<", "本年支出合计", "基本支出"],
        ["功能分类科目编码", "<", "<", "科目名称", "^", "^"],
        ["类", "款", "项", "合计", "8.00", "8.00"],
        ["205", "", "", "教育支出", "8.00", "8.00"],
      ],
    );
    expect(brief(table)).toEqual([
      "expenditure  合计 total 80000",
      "expenditure  合计 basic 80000",
      "expenditure 205 教育支出 total 80000",
      "expenditure 205 教育支出 basic 80000",
    ]);
  });

  test("two tables side by side under one header keep their own codes", () => {
    const table = read(
      ["一般公共预算财政拨款基本支出决算表", "单位：万元"],
      [
        [
          "经济分类科目编码",
          "<",
          "科目名称",
          "决算数",
          "经济分类科目编码",
          "<",
          "科目名称",
          "决算数",
        ],
        ["类", "款", "^", "^", "类", "款", "^", "^"],
        ["301", "", "工资福利支出", "6.00", "302", "", "商品和服务支出", "2.00"],
        ["301", "01", "基本工资", "6.00", "302", "01", "办公费", "2.00"],
      ],
      { stage: "final_accounts" },
    );
    expect(table.kind).toBe("accounts_general_public_basic");
    expect((table.amounts ?? []).map((a) => [a.code, a.amount, a.classification, a.phase])).toEqual(
      [
        ["301", "60000", "economic", "accounts"],
        ["302", "20000", "economic", "accounts"],
        ["30101", "60000", "economic", "accounts"],
        ["30201", "20000", "economic", "accounts"],
      ],
    );
  });

  test("小计 under 本年收入 is the current year's, 合计 is the total", () => {
    const { amounts } = read(
      ["收入总表", "单位：万元"],
      [
        ["科目编码", "科目名称", "合计", "本年收入", "<", "<", "上年结转"],
        ["^", "^", "^", "小计", "财政拨款收入", "上级补助收入", "^"],
        ["205", "教育支出", "9.00", "8.00", "7.00", "1.00", "1.00"],
      ],
    );
    expect((amounts ?? []).map((a) => a.measure)).toEqual([
      "total",
      "current_year",
      "appropriation",
      "superior_subsidy",
      "carryover",
    ]);
    expect((amounts ?? []).map((a) => a.side)).toEqual(Array(5).fill("income"));
  });
});

describe("“三公”经费表", () => {
  test("items down the rows", () => {
    const { kind, amounts } = read(
      ["“三公”经费支出表", "单位：万元"],
      [
        ["项目", "合计", "一般公共预算财政拨款"],
        ["合计", "3.00", "3.00"],
        ["一、因公出国（境）费", "", ""],
        ["二、公务用车购置及运行费", "2.00", "2.00"],
        ["其中：公务用车运行维护费", "2.00", "2.00"],
        ["三、公务接待费", "1.00", "1.00"],
      ],
    );
    expect(kind).toBe("budget_three_public");
    expect(
      (amounts ?? []).filter((a) => a.measure === "total").map((a) => [a.item, a.label]),
    ).toEqual([
      ["total", "合计"],
      ["vehicles", "公务用车购置及运行费"],
      ["vehicle_running", "公务用车运行维护费"],
      ["reception", "公务接待费"],
    ]);
  });

  test("items across, each with its budget and accounts", () => {
    const { amounts } = read(
      ["“三公”经费支出决算表", "单位：万元"],
      [
        ["合计", "<", "公务用车购置及运行费", "<", "公务接待费", "<"],
        ["预算数", "决算数", "预算数", "决算数", "预算数", "决算数"],
        ["3.00", "2.50", "2.00", "2.00", "1.00", "0.50"],
      ],
      { stage: "final_accounts" },
    );
    expect((amounts ?? []).map((a) => [a.label, a.item, a.phase, a.amount])).toEqual([
      ["合计", "total", "budget", "30000"],
      ["合计", "total", "accounts", "25000"],
      ["公务用车购置及运行费", "vehicles", "budget", "20000"],
      ["公务用车购置及运行费", "vehicles", "accounts", "20000"],
      ["公务接待费", "reception", "budget", "10000"],
      ["公务接待费", "reception", "accounts", "5000"],
    ]);
  });

  test("a 合计 that adds 会议费 to the 三公 group is no 三公 total", () => {
    const { amounts } = read(
      ["“三公”经费、会议费、培训费支出预算表", "单位：万元"],
      [
        ["合计", "“三公”经费", "<", "<", "会议费"],
        ["^", "小计", "因公出国（境）费", "公务接待费", "^"],
        ["9.00", "5.00", "2.00", "3.00", "4.00"],
      ],
    );
    expect((amounts ?? []).map((a) => [a.label, a.item])).toEqual([
      ["合计", null],
      ["“三公”经费", "total"],
      ["因公出国（境）费", "abroad"],
      ["公务接待费", "reception"],
      ["会议费", "meetings"],
    ]);
  });
});

describe("what is doubtful", () => {
  const rows: Rows = [
    ["科目编码", "科目名称", "合计"],
    ["205", "教育支出", "9.00"],
  ];

  test("without a unit the amount is empty and a finding says so", () => {
    const { amounts, findings } = read(["支出总表"], rows);
    expect(amounts).toMatchObject([{ amount: null, raw: "9.00" }]);
    expect(findings.map(({ rule }) => rule)).toEqual(["missing_unit"]);
  });

  test("a unit in the column header wins over the table's", () => {
    const { amounts } = read(
      ["支出总表", "单位：万元"],
      [
        ["科目编码", "科目名称", "合计（元）"],
        ["205", "教育支出", "9.00"],
      ],
    );
    expect(amounts).toMatchObject([{ amount: "9", unit_raw: "元" }]);
  });

  test("text where money is expected is reported, not read as zero", () => {
    const { amounts, findings, ledger } = read(
      ["支出总表", "单位：元"],
      [...rows, ["206", "科学技术支出", "见附件"]],
    );
    expect(amounts).toMatchObject([{ amount: "9" }, { amount: null, raw: "见附件" }]);
    expect(findings).toMatchObject([
      { rule: "unreadable_amount", row: 2, column: 2, actual: "见附件" },
    ]);
    expect(ledger.filter(({ use }) => use === "reported")).toMatchObject([{ row: 2, column: 2 }]);
  });

  test("a zero that is printed as a percentage is zero, any other percentage is no amount", () => {
    const { amounts, findings } = read(
      ["支出总表", "单位：万元"],
      [...rows, ["206", "科学技术支出", "0.0%"], ["208", "社会保障和就业支出", "0.5%"]],
    );
    expect(amounts?.map(({ amount, raw }) => [amount, raw])).toEqual([
      ["90000", "9.00"],
      ["0", "0.0%"],
      [null, "0.5%"],
    ]);
    expect(findings).toMatchObject([{ rule: "unreadable_amount", row: 3, actual: "0.5%" }]);
  });

  test("a caption over another form's header gives way to the header", () => {
    const table = read(["部门收入总表", "单位：万元"], SUMMARY);
    expect(table.kind).toBe("budget_summary");
  });
});
