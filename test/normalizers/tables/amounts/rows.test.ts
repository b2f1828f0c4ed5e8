import { describe, expect, test } from "vitest";
import { brief, read, type Rows } from "./read-amounts.js";

const ABOVE = ["部门支出总表", "单位：万元"];
const spent = (...rows: Rows) => read(ABOVE, rows);

describe("what names a row", () => {
  test.each<[string, Rows, string]>([
    [
      "its code and name",
      [
        ["科目编码", "科目名称", "合计"],
        ["205", "教育支出", "9.00"],
      ],
      "205 教育支出",
    ],
    [
      "a name without its list number",
      [
        ["科目名称", "合计"],
        ["一、教育支出", "9.00"],
      ],
      " 教育支出",
    ],
    [
      "the finer of two names",
      [
        ["项目", "用途", "合计"],
        ["教育支出", "办学", "9.00"],
      ],
      " 教育支出",
    ],
    [
      "the name among columns that say more",
      [
        ["类别", "项目名称", "用途", "合计"],
        ["甲", "教育支出", "办学", "9.00"],
      ],
      " 教育支出",
    ],
    [
      "the right one where none is a name",
      [
        ["类别", "用途", "合计"],
        ["甲", "办学", "9.00"],
      ],
      " 办学",
    ],
    [
      "words in the column of codes",
      [
        ["科目编码", "科目名称", "合计"],
        ["合计", "", "9.00"],
      ],
      " 合计",
    ],
    [
      "a name rather than a number beside it",
      [
        ["类别", "用途", "合计"],
        ["教育支出", "12", "9.00"],
      ],
      " 教育支出",
    ],
    [
      "a whole code beside its parts",
      [
        ["类", "款", "科目名称", "合计"],
        ["205", "20502", "普通教育", "9.00"],
      ],
      "20502 普通教育",
    ],
    [
      "parts of a code, of one length",
      [
        ["类", "款", "科目名称", "合计"],
        ["205", "205", "普通教育", "9.00"],
      ],
      "205205 普通教育",
    ],
  ])("is %s", (_, rows, name) => {
    expect(spent(...rows).amounts?.map(({ code, label }) => `${code ?? ""} ${label}`)).toEqual([
      name,
    ]);
  });

  test("is no code where letters stand among its parts", () => {
    const { amounts } = spent(["类", "款", "科目名称", "合计"], ["205", "02A", "普通教育", "9.00"]);
    expect(amounts).toMatchObject([{ code: null, level: null, classification: "function" }]);
  });

  test.each([
    ["20", 1],
    ["205", 1],
    ["20502", 2],
    ["2050201", 3],
    ["205001", null],
    ["205001001", null],
  ])("has the level of its code: %s is %d", (code, level) => {
    expect(spent(["科目编码", "科目名称", "合计"], [code, "教育", "9.00"]).amounts).toMatchObject([
      { level },
    ]);
  });

  test("may be missing, which is told at the amount", () => {
    const { amounts, findings } = spent(["科目编码", "科目名称", "合计"], ["", "", "9.00"]);
    expect(amounts).toMatchObject([{ code: null, label: null, amount: "90000" }]);
    expect(findings).toMatchObject([
      {
        rule: "unlabelled_amount",
        severity: "warning",
        row: 1,
        column: 2,
        facts: { text: "9.00" },
      },
    ]);
  });

  test("is a code alone without a doubt", () => {
    expect(spent(["科目编码", "科目名称", "合计"], ["205", "", "9.00"]).findings).toEqual([]);
  });

  test.each([
    [["经济分类科目编码", "科目名称", "合计"], "economic"],
    [["功能分类科目编码", "科目名称", "合计"], "function"],
    [["科目编码", "科目名称", "合计"], "function"],
    [["项目", "用途", "合计"], null],
  ] as const)("has the classification of its headers: %j is %s", (header, classification) => {
    expect(spent(header, ["301", "工资", "9.00"]).amounts).toMatchObject([{ classification }]);
  });
});

describe("a cell beside the amounts", () => {
  test.each([
    ["序号", "1", "serial number or unit code"],
    ["占比", "12%", "percentage"],
    ["人数", "12", "no money"],
    ["备注", "甲", "remark"],
  ])("under %s is ignored as what it is", (header, text, reason) => {
    const { ledger } = spent(["科目名称", "合计", header], ["教育支出", "9.00", text]);
    expect(ledger).toContainEqual({ row: 1, column: 2, use: "ignored", reason });
    expect(ledger).toContainEqual({ row: 0, column: 2, use: "ignored", reason: "header" });
  });

  test("that names a row without amounts is ignored for that", () => {
    const { ledger } = spent(
      ["科目编码", "科目名称", "合计"],
      ["205", "教育支出", "9.00"],
      ["206", "科技", ""],
    );
    expect(ledger.filter(({ row }) => row === 2)).toEqual([
      { row: 2, column: 0, use: "ignored", reason: "names no amount" },
      { row: 2, column: 1, use: "ignored", reason: "names no amount" },
    ]);
    expect(ledger.filter(({ row }) => row === 1).map(({ use }) => use)).toEqual([
      "used",
      "used",
      "used",
    ]);
  });

  test("is a dash that is read, and no amount", () => {
    const { amounts, ledger } = spent(["科目名称", "合计", "基本支出"], ["教育支出", "9.00", "—"]);
    expect(amounts).toHaveLength(1);
    expect(ledger).toContainEqual({ row: 1, column: 2, use: "used" });
  });
});

describe("a column of amounts", () => {
  test("whose header says nothing known is told", () => {
    const { amounts, findings } = spent(["科目名称", "合计", "甲乙"], ["教育支出", "9.00", "8.00"]);
    expect(amounts).toMatchObject([
      { measure: "total", measure_raw: "合计" },
      { measure: "unknown", measure_raw: "甲乙" },
    ]);
    expect(findings).toMatchObject([
      { rule: "unnamed_measure", severity: "warning", column: 2, facts: { header: "甲乙" } },
    ]);
  });

  test.each([
    [["9.00", "甲", "8.00"], true],
    [["9.00", "甲"], true],
    [["9.00", "甲", "乙"], false],
    [["甲", "乙"], false],
    [["", ""], false],
  ])("is one where half of what is printed is numbers: %j is %s", (texts, money) => {
    const { amounts } = spent(
      ["科目名称", "合计", "甲乙"],
      ...texts.map((text) => ["教育支出", "1.00", text]),
    );
    expect(amounts?.some(({ measure }) => measure === "unknown")).toBe(money);
  });

  test("has the unit, the phase and the page of its own", () => {
    const { amounts } = spent(
      ["科目名称", "2023年决算数（元）", "2024年预算金额", "调整预算数"],
      ["教育支出", "9", "8.00", "7.00"],
    );
    expect(
      amounts?.map(({ phase, unit_raw, amount, page }) => [phase, unit_raw, amount, page]),
    ).toEqual([
      ["previous", "元", "9", null],
      ["budget", "万元", "80000", null],
      ["adjusted_budget", "万元", "70000", null],
    ]);
  });

  test("shares outer headers with the others, which name none of them", () => {
    const { amounts } = spent(
      ["科目名称", "一般公共预算", "<", "<"],
      ["^", "合计", "基本支出", "项目支出"],
      ["教育支出", "9.00", "4.00", "5.00"],
    );
    expect(amounts?.map(({ measure }) => measure)).toEqual(["total", "basic", "project"]);
  });
});

const fund = (caption: string, ...rows: Rows) => brief(read([caption, "单位：万元"], rows));

describe("the side of an amount", () => {
  test("is that of a header over a fund, and of what is carried over", () => {
    expect(
      fund(
        "政府性基金预算表",
        ["科目名称", "年初结转", "本年收入", "本年支出", "年末结转"],
        ["土地出让", "1.00", "2.00", "3.00", "4.00"],
      ).map((text) => text.split(" ")[0]),
    ).toEqual(["income", "income", "expenditure", "expenditure"]);
  });

  test.each([
    ["政府性基金预算收入表", "income"],
    ["政府性基金预算支出表", "expenditure"],
    ["政府性基金预算表", ""],
    ["政府性基金预算收支表", ""],
  ])("is that of its caption: %s", (caption, side) => {
    const [first] = fund(caption, ["科目名称", "合计"], ["土地出让", "1.00"]);
    expect(first?.split(" ")[0]).toBe(side);
  });

  test.each([
    [
      "nearly all of its labels",
      ["甲收入", "乙收入", "丙收入", "丁收入", "戊收入", "己支出"],
      "income",
    ],
    ["not four of five", ["甲收入", "乙收入", "丙收入", "丁收入", "己支出"], null],
  ])("is that of %s", (_, labels, side) => {
    const { amounts } = read(
      ["收支总表", "单位：万元"],
      [
        ["项目", "预算数", "项目", "预算数"],
        ...labels.map((label, index) => [label, "1.00", `支出${index}`, "1.00"]),
      ],
    );
    expect(amounts?.find(({ column }) => column === 1)?.side ?? null).toBe(side);
  });
});

describe("items of the “三公”", () => {
  test("are the rows where one alone heads a column", () => {
    const { amounts } = read(
      ["“三公”经费支出表", "单位：万元"],
      [
        ["项目", "合计", "公务接待费"],
        ["因公出国（境）费", "3.00", "1.00"],
        ["公务接待费", "1.00", "1.00"],
        ["合计", "4.00", "2.00"],
        ["其他", "4.00", "2.00"],
      ],
    );
    expect(amounts?.filter(({ column }) => column === 1).map(({ item }) => item)).toEqual([
      "abroad",
      "reception",
      "total",
      null,
    ]);
  });

  test.each([
    ["小计", "“三公”经费", "total"],
    ["预算数", "公务接待费", "reception"],
    ["本年预算数", "公务接待费", "reception"],
    ["全年执行数", "公务接待费", "reception"],
    ["金额", "公务接待费", "reception"],
  ])("are named by the header over %s", (lowest, header, item) => {
    const { amounts } = read(
      ["“三公”经费支出表", "单位：万元"],
      [
        ["因公出国（境）费", "公务用车运行费", header],
        [lowest, lowest, lowest],
        ["3.00", "2.00", "1.00"],
      ],
    );
    expect(amounts?.at(-1)).toMatchObject({ item, label: header });
  });
});
