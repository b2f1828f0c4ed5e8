import { describe, expect, test } from "vitest";
import { p, para, r, read, readTables, readTexts, sketch, tbl, tc, tr } from "./make-docx.js";

const SUPER = '<w:vertAlign w:val="superscript"/>';
const box = (content: string) =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const inner = (...texts: readonly string[]) => tbl([tr(texts.map((text) => tc(text)))]);
const row = (text: string) => tr([tc(text), tc(text)]);
const turn = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const field = (instruction: string) =>
  `${turn("begin")}<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>${turn("end")}`;
const sizes = async (body: string) => (await readTables(body)).map(({ rowCount }) => rowCount);
const texts = async (body: string) =>
  (await read(body)).value.blocks.map((block) =>
    block.type === "table" ? sketch(block).length : block.text,
  );
const rulesOf = async (body: string) => (await read(body)).findings.map(({ rule }) => rule);

describe("a raised digit", () => {
  test("is no digit of the number before it", async () => {
    const body = tbl([tr([tc("合计"), tc(para(r("1234.56") + r("1", SUPER)))])]);
    expect((await readTables(body)).map(sketch)).toEqual([["0,0 合计", "0,1 1234.56¹"]]);
  });

  test("may be raised by its style", async () => {
    const styles = `<w:style w:type="character" w:styleId="mark"><w:rPr>${SUPER}</w:rPr></w:style>`;
    const body = para(r("5.00万元") + r("12", '<w:rStyle w:val="mark"/>'));
    expect(await readTexts(body, { styles })).toEqual(["5.00万元¹²"]);
  });

  test("is one again where its run says so", async () => {
    expect(await readTexts(para(r("5") + r("1", '<w:vertAlign w:val="baseline"/>')))).toEqual([
      "51",
    ]);
  });
});

describe("what is crossed out", () => {
  test.each(["<w:strike/>", "<w:dstrike/>"])("is left out and told: %s", async (strike) => {
    const body = tbl([
      tr([tc("合计"), tc(para(r("999", strike) + r(".99", strike) + r("400.00")))]),
    ]);
    const { value, findings } = await read(body);
    expect(value.blocks.flatMap((block) => (block.type === "table" ? sketch(block) : []))).toEqual([
      "0,0 合计",
      "0,1 400.00",
    ]);
    expect(value.ignored).toMatchObject([{ text: "999.99", reason: "crossed out" }]);
    expect(findings).toMatchObject([{ rule: "struck_text_left_out", facts: { count: 1 } }]);
  });

  test("is not what is struck by a style and not by its run", async () => {
    expect(await readTexts(para(r("5.00", '<w:strike w:val="0"/>')))).toEqual(["5.00"]);
  });
});

test("hidden rows are left out and told", async () => {
  const body = tbl([tr([tc("a")]), tr([tc("b")], "<w:hidden/>"), tr([tc("c")], "<w:hidden/>")]);
  const { findings } = await read(body);
  expect((await readTables(body)).map(sketch)).toEqual([["0,0 a"]]);
  expect(findings).toMatchObject([{ rule: "hidden_rows_left_out", facts: { count: 2 } }]);
});

describe("the only text inside an empty cell", () => {
  test.each([
    ["in a table of its own", inner("5.00") + p("")],
    ["in a table in a table", tbl([tr([tc(inner("5.00") + p(""))])]) + p("")],
    ["in a text box", para(box(p("5.00")))],
    ["beside empty ones", inner("", "5.00") + p("")],
  ])("is the text of the cell: %s", async (_, content) => {
    const body = tbl([tr([tc("合计"), tc(content)])]);
    expect((await readTables(body)).map(sketch)).toEqual([["0,0 合计", "0,1 5.00"]]);
    expect(await rulesOf(body)).toEqual([]);
  });

  test("two texts are a table of their own, which is told", async () => {
    const body = tbl([tr([tc("合计"), tc(inner("600", "634") + p(""))])]);
    expect((await readTables(body)).map(sketch)).toEqual([
      ["0,0 合计", "0,1 "],
      ["0,0 600", "0,1 634"],
    ]);
    expect(await rulesOf(body)).toEqual(["table_inside_cell"]);
  });
});

describe("a table of one cell a row around another", () => {
  const grid = tbl([tr([tc("科目"), tc("合计")]), tr([tc("教育"), tc("5.00")])]);
  test("is only a frame: what it holds stands in its order", async () => {
    const body = tbl([tr([tc(p("支出总表") + p("单位：万元") + grid + p("注：无。"))])]);
    expect(await texts(body)).toEqual(["支出总表", "单位：万元", 4, "注：无。"]);
    expect(await rulesOf(body)).toEqual([]);
  });

  test("may have rows for the title and the unit", async () => {
    const body = tbl([tr([tc("支出总表")]), tr([tc("单位：万元")]), tr([tc(grid + p(""))])]);
    expect(await texts(body)).toEqual(["支出总表", "单位：万元", 4]);
  });
});

describe("tables right behind one another", () => {
  test.each([
    [
      "a row each",
      [tbl([row("a")], [1, 2]), tbl([row("b")], [1, 2]), tbl([row("c")], [1, 2])],
      [3],
    ],
    ["a header and its rows", [tbl([row("a")], [1, 2]), tbl([row("b"), row("c")], [1, 2])], [3]],
    ["with a paragraph between", [tbl([row("a")], [1, 2]), p(""), tbl([row("b")], [1, 2])], [1, 1]],
    ["of other columns", [tbl([row("a")], [1, 2]), tbl([row("b")], [2, 1])], [1, 1]],
    [
      "of many rows each",
      [tbl([row("a"), row("b")], [1, 2]), tbl([row("c"), row("d")], [1, 2])],
      [2, 2],
    ],
  ])("are one where a row stands alone: %s", async (_, tables, expected) => {
    expect(await sizes(tables.join(""))).toEqual(expected);
  });
});

describe("an equation field shows its instruction", () => {
  test.each([
    [String.raw` EQ \o\ac(○,3) `, "③"],
    [String.raw`eq \o(＞,_)`, "≥"],
    [String.raw`EQ \o(&lt;,—)`, "≤"],
    [String.raw`EQ \f(1,2)`, "1/2"],
    [String.raw`EQ \s\up5(注)`, "注"],
  ])("%s", async (instruction, text) => {
    expect(await readTexts(para(field(instruction)))).toEqual([text]);
  });

  test("one that is not understood is a sign that is not known", async () => {
    const body = para(r("a") + field(String.raw`EQ \i(1,2,x)`));
    expect(await readTexts(body)).toEqual(["a�"]);
    expect(await rulesOf(body)).toEqual(["symbol_unknown"]);
  });

  test("other fields without a result show nothing", async () => {
    expect(await readTexts(para(r("a") + field("PAGE")))).toEqual(["a"]);
  });
});
