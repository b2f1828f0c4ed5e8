import { describe, expect, test } from "vitest";
import { chooseTable } from "../../../normalizers/choice/choose-table.js";
import { interpretation } from "../../../normalizers/interpretation.js";
import type { Document } from "../../../pipeline/model/document.js";
import { interpret, type Interpretation } from "../../../pipeline/run.js";
import { makeTable } from "../../make-table.js";

type Rows = readonly (readonly string[])[];

function documentOf(lines: readonly string[], rows: Rows): Document {
  const paragraphs = lines.map((text, i) => ({
    type: "paragraph" as const,
    text,
    at: { type: "line" as const, line: i + 1 },
  }));
  return { blocks: [...paragraphs, makeTable(rows)], pages: [], ignored: [] };
}

/** What is read of one table: its amounts, and what the reading doubts. */
function read(lines: readonly string[], rows: Rows, how: Interpretation = interpretation) {
  const { amounts, findings } = interpret(documentOf(lines, rows), how);
  return {
    amounts: amounts.map(
      ({ side, code, label, measure, amount }) =>
        `${side} ${code ?? "-"} ${label} | ${measure} ${amount}`,
    ),
    doubts: findings.flatMap(({ rule }) => (rule === "title_absent" ? [] : [rule])),
  };
}

/** The first rules alone, without a choice. */
const FIRST: Interpretation = {
  ...interpretation,
  chooseTable: (table) => ({ value: table, findings: [] }),
};

const EXPENDITURE = ["一般公共预算支出表", "单位：万元"];
const SUMMARY = ["收支总表", "单位：万元"];
const HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const BODY = [
  ["205", "教育支出", "120.00", "20.00", "100.00"],
  ["20501", "教育管理事务", "120.00", "20.00", "100.00"],
  ["合计", "<", "120.00", "20.00", "100.00"],
];
const AMOUNTS = ["205 教育支出", "20501 教育管理事务", "- 合计"].flatMap((row) => [
  `expenditure ${row} | total 1200000`,
  `expenditure ${row} | basic 200000`,
  `expenditure ${row} | project 1000000`,
]);

const TWO_SIDES = [
  "income - 财政拨款收入 | total 1000000",
  "expenditure 205 教育支出 | total 900000",
  "income - 事业收入 | total 200000",
  "expenditure 208 社会保障和就业支出 | total 300000",
  "income - 本年收入合计 | total 1200000",
  "expenditure - 本年支出合计 | total 1200000",
];
const withoutCodes = TWO_SIDES.map((amount) => amount.replace(/ 20[58] /u, " - "));

describe("where the first rule is wrong, what explains more is read", () => {
  const header: readonly (readonly [string, readonly string[], Rows])[] = [
    [
      "a third header row numbers some columns",
      EXPENDITURE,
      [
        ["科目编码", "科目名称", "支出", "<", "<"],
        ["^", "^", "合计", "基本支出", "项目支出"],
        ["", "", "3", "4", "5"],
        ...BODY,
      ],
    ],
    [
      "a row names the columns of rows' names and numbers the others",
      EXPENDITURE,
      [
        ["项目", "<", "支出", "<", "<"],
        ["^", "^", "合计", "基本支出", "项目支出"],
        ["科目编码", "科目名称", "1", "2", "3"],
        ...BODY,
      ],
    ],
    [
      "a row of letters and numbers names columns",
      EXPENDITURE,
      [HEADER, ["甲", "乙", "1", "2", "3"], ...BODY],
    ],
    [
      "a row of numbers says which columns a total is made of",
      EXPENDITURE,
      [HEADER, ["1", "2", "3=4+5", "4", "5"], ...BODY],
    ],
    [
      "a row of units stands under the header",
      ["一般公共预算支出表"],
      [HEADER, ["", "", "万元", "万元", "万元"], ...BODY],
    ],
    [
      "one unit is merged over the amounts",
      ["一般公共预算支出表"],
      [HEADER, ["", "", "（万元）", "<", "<"], ...BODY],
    ],
    [
      "units and numbers stand under the header",
      ["一般公共预算支出表"],
      [HEADER, ["", "", "万元", "万元", "万元"], ["", "", "1", "2", "3"], ...BODY],
    ],
    [
      "the header lost its merged cells",
      EXPENDITURE,
      [
        ["功能分类科目", "", "2024年预算数", "", ""],
        ["科目编码", "科目名称", "合计", "其中：", ""],
        ["", "", "", "基本支出", "项目支出"],
        ...BODY,
      ],
    ],
    [
      "a title at the side is merged with the header",
      EXPENDITURE,
      [
        ["支出", ...HEADER],
        ["^", "205", "教育支出", "120.00", "20.00", "100.00"],
        ["^", "20501", "教育管理事务", "120.00", "20.00", "100.00"],
        ["^", "合计", "<", "120.00", "20.00", "100.00"],
      ],
    ],
    [
      "the codes have no header",
      EXPENDITURE,
      [["", "科目名称", "合计", "基本支出", "项目支出"], ...BODY],
    ],
  ];

  test.each(header)("%s", (_, lines, rows) => {
    expect(read(lines, rows, FIRST).amounts).not.toEqual(AMOUNTS);
    expect(read(lines, rows)).toEqual({ amounts: AMOUNTS, doubts: [] });
  });

  const sides: readonly (readonly [string, Rows, readonly string[]])[] = [
    [
      "an odd number of columns: the codes of one side have no header",
      [
        ["收入", "<", "支出", "<", "<"],
        ["项目", "预算数", "", "项目", "预算数"],
        ["财政拨款收入", "100.00", "205", "教育支出", "90.00"],
        ["事业收入", "20.00", "208", "社会保障和就业支出", "30.00"],
        ["本年收入合计", "120.00", "", "本年支出合计", "120.00"],
      ],
      TWO_SIDES,
    ],
    [
      "serial numbers without a header",
      [
        ["收入", "<", "<", "支出", "<", "<"],
        ["项目", "", "预算数", "项目", "", "预算数"],
        ["财政拨款收入", "1", "100.00", "教育支出", "4", "90.00"],
        ["事业收入", "2", "20.00", "社会保障和就业支出", "5", "30.00"],
        ["本年收入合计", "3", "120.00", "本年支出合计", "6", "120.00"],
      ],
      withoutCodes,
    ],
    [
      "titles at the sides are merged over the rows",
      [
        ["收入", "项目", "预算数", "支出", "项目", "预算数"],
        ["^", "财政拨款收入", "100.00", "^", "教育支出", "90.00"],
        ["^", "事业收入", "20.00", "^", "社会保障和就业支出", "30.00"],
        ["^", "本年收入合计", "120.00", "^", "本年支出合计", "120.00"],
      ],
      withoutCodes,
    ],
    [
      "the names of one side are headed like an amount",
      [
        ["财政拨款收入", "金额", "财政拨款支出", "金额"],
        ["财政拨款收入", "100.00", "教育支出", "90.00"],
        ["事业收入", "20.00", "社会保障和就业支出", "30.00"],
        ["本年收入合计", "120.00", "本年支出合计", "120.00"],
      ],
      withoutCodes,
    ],
  ];

  test.each(sides)("%s", (_, rows, amounts) => {
    expect(read(SUMMARY, rows, FIRST).amounts).not.toEqual(amounts);
    expect(read(SUMMARY, rows)).toEqual({ amounts, doubts: [] });
  });
});

test("kinds of debt under headers that lost their merged cells are headers, and no row of amounts", () => {
  const rows = [
    ["地区", "2025年债务余额（决算数）", "", "", "2025年债务限额", "", ""],
    ["", "一般债务", "专项债务", "小计", "专项债务", "一般债务", "合计"],
    ["云溪县", "10.20", "30.50", "40.70", "31.00", "11.00", "42.00"],
  ];
  const lines = ["2025年云溪县地方政府债务限额及余额决算情况表", "单位：亿元"];
  const debtOf = (how: Interpretation) =>
    interpret(documentOf(lines, rows), how).debt.map(
      ({ debt_kind, measure, raw }) => `${debt_kind} ${measure} ${raw}`,
    );
  expect(debtOf(FIRST)).toContain("total balance 10.20");
  expect(debtOf(interpretation)).toEqual([
    "general balance 10.20",
    "special balance 30.50",
    "total balance 40.70",
    "special limit 31.00",
    "general limit 11.00",
    "total limit 42.00",
  ]);
});

describe("what is kept as the first rule reads it", () => {
  test("codes behind the amounts of both sides", () => {
    const rows = [
      ["项目", "预算数", "科目编码", "项目", "预算数", "科目编码"],
      ["财政拨款收入", "100.00", "", "教育支出", "90.00", "205"],
      ["事业收入", "20.00", "", "社会保障和就业支出", "30.00", "208"],
      ["本年收入合计", "120.00", "", "本年支出合计", "120.00", ""],
    ];
    expect(read(SUMMARY, rows, FIRST).amounts).toEqual(TWO_SIDES);
    expect(read(SUMMARY, rows)).toEqual({ amounts: TWO_SIDES, doubts: [] });
  });

  test("whole numbers under headers, whose sums hold", () => {
    const rows = [
      ["科目编码", "科目名称", "合计", "", "项目支出"],
      ["205", "教育支出", "303", "101", "202"],
      ["208", "社会保障和就业支出", "504", "303", "201"],
      ["合计", "<", "807", "404", "403"],
    ];
    expect(read(EXPENDITURE, rows).amounts).toContain("expenditure - 合计 | unknown 4040000");
  });

  test("remarks in a column of amounts name no rows", () => {
    const rows = [HEADER, ["205", "教育支出", "120.00", "详见说明一", "100.00"], ...BODY.slice(1)];
    expect(read(EXPENDITURE, rows)).toEqual(read(EXPENDITURE, rows, FIRST));
  });

  test("a row of units that contradicts the unit of the table is reported", () => {
    const rows = [HEADER, ["", "", "元", "元", "元"], ...BODY];
    expect(read(EXPENDITURE, rows).doubts).toContain("unreadable_amount");
  });
});

test("the only numbers of a table count its columns or are amounts: the choice was close", () => {
  const rows = [
    ["公务接待费", "公务用车运行维护费", "合计"],
    ["1", "2", "3"],
    ["", "", ""],
  ];
  const { findings } = interpret(
    documentOf(["一般公共预算“三公”经费支出表", "单位：万元"], rows),
    interpretation,
  );
  const close = findings.find(({ rule }) => rule === "reading_close");
  expect(close).toMatchObject({
    table_no: 1,
    leavesUnread: true,
    facts: { choice: "header", taken: "1", other: "2", points: 1, pointsOther: 0 },
  });
});

test("a table whose layout leaves nothing open is not read to choose", () => {
  const { tables } = interpret(documentOf(EXPENDITURE, [HEADER, ...BODY]), FIRST);
  const [table] = tables;
  if (table === undefined) throw new Error("The document has a table");
  const chosen = chooseTable(table.printed, () => {
    throw new Error("Nothing is to be chosen");
  });
  expect(chosen).toEqual({ value: table.printed, findings: [] });
});
