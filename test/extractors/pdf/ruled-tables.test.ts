import { describe, expect, test } from "vitest";
import {
  clipped,
  columnRules,
  cellTexts,
  dashed,
  dotted,
  doubled,
  grid,
  line,
  type Pen,
  rectangle,
  rowRules,
  stretchedPixel,
  text,
  thinRectangle,
} from "./make-pdf.js";
import { readPages, rowsOf, textsOf } from "./read-blocks.js";

const XS = [60, 200, 300, 400];
const YS = [100, 120, 140, 160];
const ROWS = [
  ["项目", "预算数", "备注"],
  ["一、本年收入", "1,234.50", ""],
  ["合计", "1,234.50", "无"],
];
const SPEC = { xs: XS, ys: YS, rows: ROWS };

describe("borders of every make give the same grid", () => {
  test.each<[string, Pen]>([
    ["strokes", line],
    ["thin filled rectangles", thinRectangle],
    ["dashed strokes", dashed],
    ["rows of dots", dotted],
    ["doubled lines", doubled],
    ["pictures of one pixel", stretchedPixel],
  ])("%s", async (_, pen) => {
    const { tables, paragraphs } = await readPages({ draw: grid(SPEC, pen) });
    expect(tables.map(rowsOf)).toEqual([ROWS]);
    expect(paragraphs).toEqual([]);
  });
});

test("a table and its cells know their place on the page", async () => {
  const { tables } = await readPages({ draw: [] }, { draw: grid(SPEC) });
  expect(tables[0]?.at).toMatchObject({ type: "page", page: 2 });
  expect(tables[0]?.columnEdges?.map(Math.round)).toEqual(XS);
  const at = tables[0]?.cells[4]?.at;
  expect(at?.type === "page" && at.box.map(Math.round)).toEqual([200, 120, 300, 140]);
});

test("missing inner borders make spans", async () => {
  const { tables } = await readPages({
    draw: [
      ...rowRules({ xs: XS, ys: [100, 160], rows: [] }),
      ...columnRules({ xs: [60, 400], ys: [100, 160], rows: [] }),
      line([60, 120], [200, 120]),
      line([200, 120], [400, 120]),
      line([200, 140], [400, 140]),
      line([200, 120], [200, 160]),
      line([300, 120], [300, 160]),
      text([200, 114], "标题"),
      text([63, 144], "竖并"),
      ...cellTexts({
        xs: XS,
        ys: [120, 140, 160],
        rows: [
          ["", "甲", "乙"],
          ["", "1", "2"],
        ],
      }),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([[["标题 [1x3]"], ["竖并 [2x1]", "甲", "乙"], ["1", "2"]]]);
});

test("text that touches the border stays in its cell", async () => {
  const { tables } = await readPages({
    draw: [
      ...rowRules({ xs: [60, 300], ys: [100, 120], rows: [] }),
      ...columnRules({ xs: [60, 180, 300], ys: [100, 120], rows: [] }),
      // 31,214,205.80 in Helvetica 10 is 61.16 points wide: it ends at the border.
      text([118.6, 115], "31,214,205.80"),
      text([180.2, 115], "一、一般公共服务支出"),
    ],
  });
  expect(rowsOf(tables[0])).toEqual([["31,214,205.80", "一、一般公共服务支出"]]);
});

test("figures set apart are one number", async () => {
  const { tables } = await readPages({
    draw: [
      ...grid({
        xs: XS,
        ys: [100, 120, 140],
        rows: [
          ["债务余额", "", ""],
          ["债务限额", "12.50", ""],
        ],
      }),
      ...Array.from("1,811.70", (figure, i) => text([210 + 8 * i, 115], figure)),
    ],
  });
  expect(rowsOf(tables[0])[0]).toEqual(["债务余额", "1,811.70", ""]);
});

test("lines of a cell are grouped by baseline, whatever the size of their type", async () => {
  const { tables } = await readPages({
    draw: [
      ...grid({ xs: [60, 300, 400], ys: [100, 140], rows: [] }),
      text([63, 112], "2024", { size: 12 }),
      text([93, 112], "年度预算", { size: 10 }),
      text([63, 128], "支出"),
      text([303, 120], "5"),
    ],
  });
  expect(rowsOf(tables[0])).toEqual([["2024年度预算\n支出", "5"]]);
});

test("text outside the clip is not visible and not taken", async () => {
  const { tables, paragraphs } = await readPages({
    draw: [
      clipped(
        [50, 50, 545, 300],
        [text([60, 80], "看得见的一行"), text([60, 400], "看不见的一行")],
      ),
    ],
  });
  expect(tables).toEqual([]);
  expect(textsOf(paragraphs)).toEqual(["看得见的一行"]);
});

test("invisible text is not taken", async () => {
  const { paragraphs } = await readPages({
    draw: [text([60, 80], "正文"), text([60, 120], "隐藏文字", { mode: 3 })],
  });
  expect(textsOf(paragraphs)).toEqual(["正文"]);
});

test("text painted twice for a bold face is taken once", async () => {
  const { paragraphs } = await readPages({
    draw: [text([60, 80], "预算说明"), text([60.3, 80], "预算说明")],
  });
  expect(paragraphs).toMatchObject([{ text: "预算说明", look: { bold: true } }]);
});

test("a frame around text, an underline and shading are no tables", async () => {
  const { tables, paragraphs } = await readPages({
    draw: [
      ...rowRules({ xs: [60, 300], ys: [80, 120], rows: [] }),
      ...columnRules({ xs: [60, 300], ys: [80, 120], rows: [] }),
      text([70, 104], "框内的话"),
      text([60, 200], "增长21.95%"),
      line([90, 202], [130, 202]),
      rectangle([60, 250, 300, 280]),
    ],
  });
  expect(tables).toEqual([]);
  expect(textsOf(paragraphs)).toEqual(["框内的话", "增长21.95%"]);
});

test("a border around the page is not part of the table in it", async () => {
  const { tables, paragraphs } = await readPages({
    draw: [
      ...rowRules({ xs: [30, 565], ys: [30, 90, 812], rows: [] }),
      ...columnRules({ xs: [30, 565], ys: [30, 812], rows: [] }),
      text([250, 70], "部门收支总表"),
      ...grid(SPEC),
    ],
  });
  expect(tables.map(rowsOf)).toEqual([ROWS]);
  expect(textsOf(paragraphs)).toEqual(["部门收支总表"]);
});

test("two tables side by side and two below each other stay apart", async () => {
  const spec = {
    ys: [100, 120, 140],
    rows: [
      ["甲", "1"],
      ["乙", "2"],
    ],
  };
  const { tables } = await readPages({
    draw: [
      ...grid({ ...spec, xs: [60, 120, 200] }),
      ...grid({ ...spec, xs: [260, 320, 400] }),
      ...grid({ ...spec, xs: [60, 120, 200], ys: [200, 220, 240] }),
    ],
  });
  expect(tables.map((table) => table.columnEdges?.[0])).toEqual([60, 260, 60]);
});

test("empty rows and columns are kept", async () => {
  const rows = [
    ["项目", "", "金额"],
    ["", "", ""],
    ["合计", "", "3"],
  ];
  const { tables } = await readPages({ draw: grid({ xs: XS, ys: YS, rows }) });
  expect(tables.map(rowsOf)).toEqual([rows]);
});
