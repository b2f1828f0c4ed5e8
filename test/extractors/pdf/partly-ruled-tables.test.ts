import { describe, expect, test } from "vitest";
import { cellTexts, columnRules, line, rowRules, text } from "./make-pdf.js";
import { readPages, rowsOf, textsOf } from "./read-blocks.js";

const XS = [60, 240, 320, 400];
const YS = [100, 120, 138, 156, 174, 192];
const ROWS = [
  ["科目", "预算", "决算"],
  ["一、税收收入", "260900", "291562"],
  ["增值税", "17800", "15686"],
  ["契税", "228000", ""],
  ["合计", "1724800", "1916425"],
];
const SPEC = { xs: XS, ys: YS, rows: ROWS };

test("column rules and an outer frame alone: each line of amounts is a row", async () => {
  const { tables } = await readPages({
    draw: [
      ...columnRules(SPEC),
      ...rowRules({ xs: XS, ys: [100, 120, 192], rows: [] }),
      ...cellTexts(SPEC),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([ROWS]);
});

test("no rule at the left and the right side", async () => {
  const inner = { ...SPEC, xs: XS.slice(1, -1) };
  const { tables } = await readPages({
    draw: [
      ...columnRules(inner),
      ...rowRules({ xs: XS, ys: [100, 120, 192], rows: [] }),
      ...cellTexts(SPEC),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([ROWS]);
});

test("a label in two lines around the amount is one row", async () => {
  const { tables } = await readPages({
    draw: [
      ...columnRules({ xs: [60, 240, 320], ys: [100, 200], rows: [] }),
      ...rowRules({ xs: [60, 320], ys: [100, 200], rows: [] }),
      text([63, 115], "车辆通行费"),
      text([250, 115], "51540"),
      text([63, 139], "彩票发行机构和"),
      text([63, 151], "彩票销售机构"),
      text([250, 145], "2320"),
      text([63, 175], "其他收入"),
      text([250, 175], "28271"),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([
    [
      ["车辆通行费", "51540"],
      ["彩票发行机构和\n彩票销售机构", "2320"],
      ["其他收入", "28271"],
    ],
  ]);
});

test("a label beside several amounts in each of two columns spans their rows", async () => {
  const { tables } = await readPages({
    draw: [
      ...columnRules({ xs: [60, 160, 240, 320], ys: [100, 150], rows: [] }),
      ...rowRules({ xs: [60, 320], ys: [100, 150], rows: [] }),
      text([63, 128], "专项债券"),
      ...["7", "10", "30"].map((term, i) => text([170, 114 + 15 * i], term)),
      ...["2.93", "2.96", "3.33"].map((rate, i) => text([250, 114 + 15 * i], rate)),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([
    [
      ["专项债券 [3x1]", "7", "2.93"],
      ["10", "2.96"],
      ["30", "3.33"],
    ],
  ]);
});

test("a number broken in a narrow cell does not split its row", async () => {
  const { tables } = await readPages({
    draw: [
      ...columnRules({ xs: [60, 160, 190], ys: [100, 140], rows: [] }),
      ...rowRules({ xs: [60, 190], ys: [100, 140], rows: [] }),
      text([63, 115], "一般公共预算"),
      text([63, 130], "拨款收入"),
      text([161, 115], "21955"),
      text([161, 130], ".35"),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([[["一般公共预算\n拨款收入", "21955\n.35"]]]);
});

test("the rule below the header is left out under its first cell", async () => {
  const { tables } = await readPages({
    draw: [
      ...columnRules({ xs: [60, 240, 320], ys: [100, 192], rows: [] }),
      ...rowRules({ xs: [60, 320], ys: [100, 192], rows: [] }),
      line([240, 120], [320, 120]),
      ...cellTexts({ ...SPEC, rows: ROWS.map((row) => row.slice(0, 2)) }),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([ROWS.map((row) => row.slice(0, 2))]);
});

test("upright rules alone make a table of lines of amounts, and none of prose", async () => {
  const body = { xs: XS, ys: YS.slice(1), rows: ROWS.slice(1) };
  const { tables } = await readPages({ draw: [...columnRules(body), ...cellTexts(body)] });
  expect(tables.map(rowsOf)).toEqual([ROWS.slice(1)]);
  const prose = await readPages({
    draw: [
      ...columnRules({ xs: XS, ys: [100, 160], rows: [] }),
      ...["税收有所增加。", "支出有所减少。"].map((words, i) => text([63, 115 + 18 * i], words)),
    ],
  });
  expect(prose.tables).toEqual([]);
});

test("columns of numbers without labels are parted into rows by their places", async () => {
  const numbers = [
    ["柳溪区", "云台区"],
    ["8,440", "9,150"],
    ["440", "1,150"],
    ["-", "8,000"],
    ["8,000", "0"],
  ];
  const { tables } = await readPages({
    draw: [
      ...columnRules({ xs: [60, 160, 260], ys: [100, 192], rows: [] }),
      ...rowRules({ xs: [60, 260], ys: [100, 120, 192], rows: [] }),
      ...cellTexts({ xs: [60, 160, 260], ys: YS, rows: numbers }),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([numbers]);
});

describe("no rules at all", () => {
  const title = text([180, 60], "2024年收入预算表", { size: 14 });

  test("aligned columns below a unit line are a table", async () => {
    const { tables, paragraphs } = await readPages({
      draw: [title, text([340, 85], "单位：万元"), ...cellTexts(SPEC)],
    });
    expect(textsOf(paragraphs)).toEqual(["2024年收入预算表", "单位：万元"]);
    expect(tables.map(rowsOf)).toEqual([ROWS]);
  });

  test("three lines across the page are enough", async () => {
    const { tables } = await readPages({
      draw: [...[100, 120, 192].map((y) => line([60, y], [400, y])), ...cellTexts(SPEC)],
    });
    expect(tables.map(rowsOf)).toEqual([ROWS]);
  });

  test("prose with figures and gaps is no table", async () => {
    const { tables } = await readPages({
      draw: [
        text([60, 100], "一般公共预算收入   21,940.96   万元，占   99.94   %；"),
        text([60, 120], "其他资金   14.39   万元，占   0.06   %；"),
        text([60, 140], "基本支出   13,994.31   万元，占   63.75   %；"),
        text([60, 160], "项目支出   5,573.00   万元，占   25.38   %。"),
      ],
    });
    expect(tables).toEqual([]);
  });

  test("a table of contents is no table", async () => {
    const entries = ["一、部门职责", "二、预算安排", "三、名词解释", "四、其他事项"];
    const { tables } = await readPages({
      draw: entries.flatMap((entry, i) => [
        text([60, 100 + 20 * i], entry),
        text([500, 100 + 20 * i], String(3 + 2 * i)),
      ]),
    });
    expect(tables).toEqual([]);
  });
});
