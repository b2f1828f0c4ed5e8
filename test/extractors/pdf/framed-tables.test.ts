import { describe, expect, test } from "vitest";
import { type Draw, line, text } from "./make-pdf.js";
import { readPages, rowsOf, textsOf } from "./read-blocks.js";

const SIZE = 9;
const LEFT = 60;
const RIGHT = 540;
/** Where the figures of the columns end. */
const ENDS = [260, 330, 400, 470, 540];

const ROWS = [
  ["合计", "1,300", "900", "—", "1,500", "(4.7)"],
  ["一般公共服务支出", "700", "500", "200", "800", "(5.2)"],
  ["教育支出", "400", "300", "100", "500", "无"],
  ["卫生健康支出", "200", "100", "100", "200", "(1.1)"],
];
const NAMES = ["项目", "合计", "基本", "项目支出", "总额", "增幅"];

function width(content: string): number {
  return Array.from(content).reduce(
    (sum, c) => sum + SIZE * (/[^ -~—]/u.test(c) ? 1 : /[.,()]/u.test(c) ? 0.3 : 0.556),
    0,
  );
}

const at = (x: number, y: number, content: string): Draw => text([x, y], content, { size: SIZE });
const ending = (x: number, y: number, content: string): Draw => at(x - width(content), y, content);
const across = (y: number, from = LEFT, to = RIGHT): Draw => line([from, y], [to, y]);

function row(y: number, [label = "", ...figures]: readonly string[]): Draw[] {
  return [at(LEFT, y, label), ...figures.map((figure, i) => ending(ENDS[i] ?? 0, y, figure))];
}

const rows = (y: number, contents = ROWS): Draw[] =>
  contents.flatMap((content, i) => row(y + 16 * i, content));

async function tablesOf(...draw: readonly Draw[]) {
  const { tables, paragraphs } = await readPages({ draw });
  return { tables: tables.map(rowsOf), texts: textsOf(paragraphs) };
}

describe("a table with rules at head and foot", () => {
  test("and under its header: cells of dashes, words and brackets too are cells", async () => {
    const { tables, texts } = await tablesOf(
      at(LEFT, 90, "表一支出情况"),
      across(100),
      ...row(112, NAMES),
      across(118),
      ...rows(132),
      across(190),
      at(LEFT, 204, "注：括号内为百分比"),
    );
    expect(tables).toEqual([[NAMES, ...ROWS]]);
    expect(texts).toEqual(["表一支出情况", "注：括号内为百分比"]);
  });

  test("names over several columns are told by the rules under them", async () => {
    const { tables } = await tablesOf(
      across(100),
      at(270, 112, "2024年"),
      at(450, 112, "2025年"),
      across(116, 220, 400),
      across(116, 430, 540),
      ...row(128, NAMES),
      across(134),
      ...rows(148),
      across(206),
    );
    expect(tables[0]?.slice(0, 2)).toEqual([
      ["项目 [2x1]", "2024年 [1x3]", "2025年 [1x2]"],
      NAMES.slice(1),
    ]);
  });

  test("names over several columns are told by their middle where no rule is under them", async () => {
    const { tables } = await tablesOf(
      across(100),
      at(300, 112, "2024年"),
      at(476, 112, "2025年"),
      ...row(128, NAMES),
      across(134),
      ...rows(148),
      across(206),
    );
    expect(tables[0]?.slice(0, 2)).toEqual([
      ["项目 [2x1]", "2024年 [1x3]", "2025年 [1x2]"],
      NAMES.slice(1),
    ]);
  });

  test("the rest of a label stands closer to it than the next row", async () => {
    const [first = [], ...others] = ROWS;
    const { tables } = await tablesOf(
      across(100),
      ...row(112, NAMES),
      across(118),
      ...row(132, first),
      at(LEFT + 4, 142, "（不含结转）"),
      ...rows(160, others),
      across(202),
    );
    expect(tables[0]?.[1]).toEqual([`${first[0] ?? ""}\n（不含结转）`, ...first.slice(1)]);
    expect(tables[0]).toHaveLength(5);
  });

  test("a total between two more rules is a row", async () => {
    const [total = [], ...others] = ROWS;
    const { tables } = await tablesOf(
      across(100),
      ...row(112, NAMES),
      across(118),
      ...rows(132, others),
      across(172),
      ...row(184, total),
      across(190),
    );
    expect(tables).toEqual([[NAMES, ...others, total]]);
  });

  test("two tables of one width on a page stay two", async () => {
    const one = (y: number): Draw[] => [
      across(y),
      ...row(y + 12, NAMES),
      across(y + 18),
      ...rows(y + 32),
      across(y + 90),
    ];
    const { tables, texts } = await tablesOf(...one(100), at(LEFT, 214, "项目支出表"), ...one(220));
    expect(tables).toEqual([
      [NAMES, ...ROWS],
      [NAMES, ...ROWS],
    ]);
    expect(texts).toEqual(["项目支出表"]);
  });
});

describe("a table with a rule under its header alone", () => {
  test("its rows end where lines stand farther apart", async () => {
    const { tables, texts } = await tablesOf(
      ...row(112, NAMES),
      across(118),
      ...rows(132),
      at(LEFT, 220, "资料来源：决算报表"),
    );
    expect(tables).toEqual([[NAMES, ...ROWS]]);
    expect(texts).toEqual(["资料来源：决算报表"]);
  });

  test("the rule is typed, dots lead to the figures", async () => {
    const led = ROWS.map(([label = "", ...figures]) => [`${label} ......`, ...figures]);
    const { tables } = await tablesOf(
      ...row(112, NAMES),
      at(LEFT, 122, "-".repeat(162)),
      ...rows(134, led),
    );
    expect(tables).toEqual([[NAMES, ...ROWS]]);
  });
});

describe("what is no table", () => {
  test("sentences between two rules", async () => {
    const { tables } = await tablesOf(
      across(100),
      at(
        LEFT,
        116,
        "本年收入 900 万元，支出 800 万元，结余 100 万元，均按决算报表口径填列，不含上年结转。",
      ),
      at(
        LEFT,
        132,
        "其中基本支出 500 万元，项目支出 300 万元，与上年相比分别增加 20 万元和 10 万元。",
      ),
      across(150),
    );
    expect(tables).toEqual([]);
  });

  test("the labels of a chart", async () => {
    const { tables } = await tablesOf(
      across(100),
      at(120, 120, "0.70%"),
      at(330, 120, "3.34%"),
      at(330, 150, "教育支出"),
      at(330, 165, "95.96%"),
      at(200, 180, "科学技术支出"),
      at(330, 195, "住房保障支出"),
      across(210),
    );
    expect(tables).toEqual([]);
  });

  test("rows whose figures do not stand in columns", async () => {
    const { tables } = await tablesOf(
      across(100),
      at(60, 116, "甲"),
      at(200, 116, "1,300"),
      at(330, 116, "500"),
      at(60, 132, "乙"),
      at(222, 132, "1,300"),
      at(310, 132, "500"),
      at(60, 148, "丙"),
      at(244, 148, "1,300,000,000"),
      at(300, 148, "500"),
      at(60, 164, "丁"),
      at(266, 164, "1,300"),
      at(350, 164, "500"),
      across(180),
    );
    expect(tables).toEqual([]);
  });
});

test("rows without upright rules stand under the columns of a header that has them", async () => {
  const xs = [60, 240, 340, 440];
  const ys = [100, 120, 140, 160, 180];
  const { tables } = await readPages({
    draw: [
      ...ys.map((y) => line([60, y], [440, y])),
      ...xs.map((x) => line([x, 100], [x, 120])),
      ...[60, 440].map((x) => line([x, 120], [x, 180])),
      ...["项目", "预算数", "决算数"].map((name, i) => at((xs[i] ?? 0) + 4, 114, name)),
      ...ROWS.slice(1).flatMap(([label = "", first = "", second = ""], i) => [
        at(64, 134 + 20 * i, label),
        ending(336, 134 + 20 * i, first),
        ending(436, 134 + 20 * i, second),
      ]),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([
    [["项目", "预算数", "决算数"], ...ROWS.slice(1).map((cells) => cells.slice(0, 3))],
  ]);
});
