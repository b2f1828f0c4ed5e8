import { describe, expect, test } from "vitest";
import { type Draw, line, text } from "./make-pdf.js";
import { readPages, rowsOf, textsOf } from "./read-blocks.js";

const SIZE = 9;
/** The edges of the cells, which nothing draws. */
const XS = [60, 120, 300, 380, 460, 540] as const;
const HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const BODY = [
  ["", "合计", "1234.56", "834.56", "400.00"],
  ["208", "社会保障和就业支出", "200.00", "200.00", ""],
  ["20805", "行政事业单位养老支出", "200.00", "200.00", ""],
  ["213", "农林水支出", "1034.56", "634.56", "400.00"],
  ["2130234", "林业草原防灾减灾", "400.00", "", "400.00"],
];
const TITLE = [text([250, 100], "部门支出总表", { size: 13 }), right(540, 120, "单位：万元")];

/** The width of a text in Helvetica and STSong. */
function width(content: string): number {
  return Array.from(content).reduce((sum, c) => sum + advance(c), 0) * SIZE;
}

function advance(character: string): number {
  if (/[^ -~]/u.test(character)) return 1;
  return /[.,]/u.test(character) ? 0.278 : 0.556;
}

function left(x: number, y: number, content: string): Draw {
  return text([x, y], content, { size: SIZE });
}

function right(x: number, y: number, content: string): Draw {
  return left(x - width(content), y, content);
}

function centred(x: number, y: number, content: string): Draw {
  return left(x - width(content) / 2, y, content);
}

function middleOf(from: number, to = from): number {
  return ((XS[from] ?? 0) + (XS[to + 1] ?? 0)) / 2;
}

/** Rows of codes and labels at the left of their cells, and amounts at the right. */
function body(top: number, rows: readonly (readonly string[])[] = BODY, step = 20): Draw[] {
  return rows.flatMap((row, i) =>
    row.flatMap((content, column) => {
      const y = top + step * i;
      if (content === "") return [];
      return column < 2
        ? left((XS[column] ?? 0) + 3, y, content)
        : right((XS[column + 1] ?? 0) - 3, y, content);
    }),
  );
}

function header(y: number, from = 0): Draw[] {
  return HEADER.slice(from).map((name, i) => centred(middleOf(from + i), y, name));
}

/** The tables of one page. */
async function tablesOf(...draw: readonly Draw[]) {
  const { tables, findings } = await readPages({ draw });
  return { tables: tables.map(rowsOf), rules: findings.map(({ rule }) => rule) };
}

/** The names of the columns at the left of their cells. */
function at(y: number): Draw[] {
  return HEADER.map((name, i) => left((XS[i] ?? 0) + 3, y, name));
}

describe("columns of codes, labels and amounts without upright rules", () => {
  test.each<[string, readonly Draw[]]>([
    ["names at the left of their cells, amounts at the right", [...at(140), ...body(160)]],
    ["names in the middle", [...header(140), ...body(160)]],
    [
      "three lines across",
      [...[128, 147, 250].map((y) => line([60, y], [540, y])), ...at(140), ...body(160)],
    ],
  ])("%s", async (_, draw) => {
    const { tables, rules } = await tablesOf(...TITLE, ...draw);
    expect(tables).toEqual([[HEADER, ...BODY]]);
    expect(rules).toEqual([]);
  });

  test.each([3, 4])("column %d is blank", async (blank) => {
    const rows = BODY.map((row) => row.map((content, i) => (i === blank ? "" : content)));
    const { tables } = await tablesOf(...TITLE, ...header(140), ...body(160, rows));
    expect(tables).toEqual([[HEADER, ...rows]]);
  });

  test("a word set over the width of four is one", async () => {
    const { tables } = await tablesOf(
      ...TITLE,
      ...header(140),
      ...body(160, BODY.slice(1)),
      left(150, 240, "合"),
      left(190, 240, "计"),
      right(377, 240, "1234.56"),
    );
    expect(tables[0]?.at(-1)).toEqual(["", "合  计", "1234.56", "", ""]);
  });

  test("a label in two lines around its amounts is one row", async () => {
    const { tables } = await tablesOf(
      ...TITLE,
      ...header(140),
      ...body(160, BODY.slice(0, 3)),
      left(123, 220, "机关事业单位基本养老"),
      ...body(226, [["2080505", "", "200.00", "200.00", ""]]),
      left(123, 232, "保险缴费支出"),
      ...body(250, BODY.slice(3)),
    );
    expect(tables[0]?.[4]).toEqual([
      "2080505",
      "机关事业单位基本养老\n保险缴费支出",
      "200.00",
      "200.00",
      "",
    ]);
  });

  test("amounts that nearly touch and years as names", async () => {
    const { tables } = await tablesOf(
      ...TITLE,
      ...["2023", "2024"].map((year, i) => right(240 + 44 * i, 140, year)),
      ...["教育支出", "农林支出", "卫生支出"].flatMap((label, i) => [
        left(60, 160 + 20 * i, label),
        right(240, 160 + 20 * i, "2,753,438"),
        right(284, 160 + 20 * i, "2,799,250"),
      ]),
    );
    expect(tables[0]?.slice(0, 2)).toEqual([
      ["", "2023", "2024"],
      ["教育支出", "2,753,438", "2,799,250"],
    ]);
  });

  test("a row that numbers the columns stays a row", async () => {
    const { tables } = await tablesOf(
      ...TITLE,
      ...header(140),
      left(123, 160, "栏次"),
      ...[1, 2, 3].map((n) => centred(middleOf(n + 1), 160, String(n))),
      ...body(180),
    );
    expect(tables).toEqual([[HEADER, ["", "栏次", "1", "2", "3"], ...BODY]]);
  });

  test("a column of remarks and the note below", async () => {
    const { paragraphs, tables } = await readPages({
      draw: [
        ...TITLE,
        ...["项目", "预算数", "备注"].map((name, i) => centred(120 + 180 * i, 140, name)),
        ...["教育支出", "农林支出", "卫生支出"].map((name, i) => left(60, 160 + 20 * i, name)),
        ...[160, 180, 200].map((y) => right(340, y, "12.50")),
        left(430, 180, "含上年结转"),
        left(60, 222, "注：本表金额因四舍五入，可能存在尾差。"),
      ],
    });
    expect(tables.map(rowsOf)).toEqual([
      [
        ["项目", "预算数", "备注"],
        ["教育支出", "12.50", ""],
        ["农林支出", "12.50", "含上年结转"],
        ["卫生支出", "12.50", ""],
      ],
    ]);
    expect(textsOf(paragraphs).at(-1)).toBe("注：本表金额因四舍五入，可能存在尾差。");
  });
});

describe("headers of two levels", () => {
  const lower = [...header(157, 2), centred(90, 149, "科目编码"), centred(210, 149, "科目名称")];
  const levels = [
    ["科目编码 [2x1]", "科目名称 [2x1]", "本年支出 [1x3]"],
    ["合计", "基本支出", "项目支出"],
  ];

  test("a rule under the upper name says over which columns it is", async () => {
    const rules = [
      line([60, 128], [540, 128]),
      line([300, 146], [540, 146]),
      line([60, 163], [540, 163]),
    ];
    const { tables } = await tablesOf(
      ...TITLE,
      ...rules,
      left(303, 140, "本年支出"),
      ...lower,
      ...body(176),
    );
    expect(tables).toEqual([[...levels, ...BODY]]);
  });

  test("so does its middle", async () => {
    const { tables } = await tablesOf(
      ...TITLE,
      centred(middleOf(2, 4), 140, "本年支出"),
      ...lower,
      ...body(176),
    );
    expect(tables).toEqual([[...levels, ...BODY]]);
  });

  test("income and expenditure side by side have the same names below", async () => {
    const rows = [
      ["一、财政拨款", "1,234.56", "一、教育支出", "1,000.00"],
      ["二、事业收入", "", "二、社保支出", "234.56"],
      ["收入合计", "1,234.56", "支出合计", "1,234.56"],
    ];
    const { tables } = await tablesOf(
      ...TITLE,
      centred(210, 140, "收入"),
      centred(450, 140, "支出"),
      ...["项目", "预算数", "项目", "预算数"].map((name, i) => centred(120 + 125 * i, 157, name)),
      ...rows.flatMap(([a = "", b = "", c = "", d = ""], i) => {
        const y = 176 + 20 * i;
        return [left(60, y, a), right(290, y, b), left(330, y, c), right(540, y, d)];
      }),
    );
    expect(tables).toEqual([
      [["收入 [1x2]", "支出 [1x2]"], ["项目", "预算数", "项目", "预算数"], ...rows],
    ]);
  });
});

describe("over two pages", () => {
  test.each([
    ["without", [], BODY.slice(1)],
    ["with", header(40), [HEADER, ...BODY.slice(1)]],
  ] as const)("the columns are the same %s a header on the second", async (_, again, rows) => {
    const { tables } = await readPages(
      { draw: [...TITLE, ...header(140), ...body(160)] },
      { draw: [...again, ...body(60, BODY.slice(1))] },
    );
    expect(tables.map(rowsOf)).toEqual([[HEADER, ...BODY], rows]);
    expect(tables[1]?.columnEdges).toEqual(tables[0]?.columnEdges);
  });
});

describe("what is not certain is told and not read", () => {
  test.each<[string, readonly Draw[]]>([
    ["over which columns a name is", [left(303, 140, "本年支出"), ...at(157), ...body(176)]],
    [
      "to which row a line of a label belongs",
      [
        ...header(140),
        ...body(160, BODY, 14),
        left(123, 230, "和其他支出"),
        ...body(244, BODY, 14),
      ],
    ],
    [
      "whether texts under amounts are of their column",
      [...header(140), ...body(160), left(330, 260, "另行公布"), ...body(280)],
    ],
  ])("%s", async (_, draw) => {
    const { tables, rules } = await tablesOf(...TITLE, ...draw);
    expect(tables).toEqual([]);
    expect(rules).toEqual(["figures_outside_tables"]);
  });
});
