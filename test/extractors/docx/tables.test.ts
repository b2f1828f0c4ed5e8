import { describe, expect, test } from "vitest";
import { p, para, r, read, readTables, sketch, tbl, tc, tr } from "./make-docx.js";

const span = (n: number) => `<w:gridSpan w:val="${n}"/>`;
const START = '<w:vMerge w:val="restart"/>';
const GOES_ON = "<w:vMerge/>";
const inner = (text: string) => tbl([tr([tc(text)])]);

describe("grids", () => {
  test.each([
    [
      "plain",
      [tr([tc("a"), tc("b")]), tr([tc("c"), tc("d")])],
      ["0,0 a", "0,1 b", "1,0 c", "1,1 d"],
    ],
    [
      "spans over columns",
      [tr([tc("a", span(2)), tc("b")]), tr([tc("c"), tc("d"), tc("e")])],
      ["0,0 1×2 a", "0,2 b", "1,0 c", "1,1 d", "1,2 e"],
    ],
    [
      "spans over rows",
      [
        tr([tc("a", START), tc("b")]),
        tr([tc("", GOES_ON), tc("c")]),
        tr([tc("", GOES_ON), tc("d")]),
      ],
      ["0,0 3×1 a", "0,1 b", "1,1 c", "2,1 d"],
    ],
    [
      "spans over both",
      [
        tr([tc("a", span(2) + START), tc("b")]),
        tr([tc("", span(2) + GOES_ON), tc("c")]),
        tr([tc("d"), tc("e"), tc("f")]),
      ],
      ["0,0 2×2 a", "0,2 b", "1,2 c", "2,0 d", "2,1 e", "2,2 f"],
    ],
    [
      "two merges one above the other",
      [
        tr([tc("a", START), tc("1")]),
        tr([tc("", GOES_ON), tc("2")]),
        tr([tc("b", START), tc("3")]),
        tr([tc("", GOES_ON), tc("4")]),
      ],
      ["0,0 2×1 a", "0,1 1", "1,1 2", "2,0 2×1 b", "2,1 3", "3,1 4"],
    ],
    [
      "text in a cell that goes on is kept",
      [tr([tc("a", START), tc("1")]), tr([tc("b", GOES_ON), tc("2")])],
      ["0,0 2×1 a\nb", "0,1 1", "1,1 2"],
    ],
    [
      "a cell that goes on from nothing stands alone",
      [tr([tc("a"), tc("1")]), tr([tc("b", GOES_ON), tc("2")])],
      ["0,0 a", "0,1 1", "1,0 b", "1,1 2"],
    ],
    [
      "a cell that goes on with another width stands alone",
      [tr([tc("a", START), tc("1"), tc("2")]), tr([tc("b", span(2) + GOES_ON), tc("3")])],
      ["0,0 a", "0,1 1", "0,2 2", "1,0 1×2 b", "1,2 3"],
    ],
    [
      "columns skipped before and after",
      [
        tr([tc("a"), tc("b"), tc("c")]),
        tr([tc("d")], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
      ],
      ["0,0 a", "0,1 b", "0,2 c", "1,1 d"],
    ],
    [
      "merges sideways in the old way",
      [
        tr([tc("a", '<w:hMerge w:val="restart"/>'), tc("b", "<w:hMerge/>"), tc("c")]),
        tr([tc("d"), tc("e"), tc("f")]),
      ],
      ["0,0 1×2 a\nb", "0,2 c", "1,0 d", "1,1 e", "1,2 f"],
    ],
    [
      "a deleted row",
      [tr([tc("a")], "<w:ins/>"), tr([tc("b")], "<w:del/>"), tr([tc("c")])],
      ["0,0 a", "1,0 c"],
    ],
    ["a hidden row", [tr([tc("a")]), tr([tc("b")], "<w:hidden/>")], ["0,0 a"]],
    [
      "a deleted cell leaves its place",
      [tr([tc("a", "<w:cellDel/>"), tc("b")]), tr([tc("c"), tc("d")])],
      ["0,1 b", "1,0 c", "1,1 d"],
    ],
    [
      "repeated header rows come once",
      [tr([tc("a")], "<w:tblHeader/>"), tr([tc("b")])],
      ["0,0 a", "1,0 b"],
    ],
    [
      "a column alignment is not the paragraph's",
      [tr([tc("a")], '<w:jc w:val="center"/>')],
      ["0,0 a"],
    ],
    [
      "rows and cells in content controls",
      [
        `<w:sdt><w:sdtContent>${tr([tc("a"), `<w:sdt><w:sdtContent>${tc("b")}</w:sdtContent></w:sdt>`])}</w:sdtContent></w:sdt>`,
      ],
      ["0,0 a", "0,1 b"],
    ],
    [
      "content controls inside cells",
      [tr([`<w:tc><w:sdt><w:sdtContent>${p("a")}</w:sdtContent></w:sdt></w:tc>`])],
      ["0,0 a"],
    ],
    [
      "paragraphs and breaks are lines, empty ones are not",
      [tr([tc(p("a") + p("") + para("<w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"))])],
      ["0,0 a\nb\nc"],
    ],
    ["blanks inside a cell are kept", [tr([tc(para(r("  项  目 ")))])], ["0,0   项  目 "]],
    ["hidden text in a cell", [tr([tc(para(r("a", "<w:vanish/>") + r("b")))])], ["0,0 b"]],
  ])("%s", async (_, rows, expected) => {
    const [table] = await readTables(tbl(rows));
    expect(sketch(table)).toEqual(expected);
  });

  test("have as many columns as the widest row", async () => {
    const [table] = await readTables(tbl([tr([tc("a")]), tr([tc("b"), tc("c")])]));
    expect(table).toMatchObject({ rowCount: 2, columnCount: 2 });
  });

  test("a table without rows, or with none left, is no block", async () => {
    expect(await readTables(tbl([]) + tbl([tr([tc("a")], "<w:del/>")]))).toEqual([]);
  });

  test("a span beyond sense costs nothing", async () => {
    const row = tr([tc("a", span(999_999_999)), tc("b", '<w:gridSpan w:val="-1"/>')]);
    expect((await readTables(tbl([row]))).map(sketch)).toEqual([["0,0 a", "0,1 b"]]);
  });
});

describe("places", () => {
  test("tables and paragraphs are counted apart, cells by row", async () => {
    const table = tbl([tr([tc("a"), tc("b")]), tr([tc("c"), tc("d")])]);
    const { value } = await read(p("甲") + table + p("乙") + table);
    expect(value.blocks.map(({ at }) => at)).toEqual(
      ["paragraph 1", "table 1", "paragraph 2", "table 2"].map((path) => ({ type: "flow", path })),
    );
    const last = value.blocks.at(-1);
    expect(last?.type === "table" && last.cells.at(-1)?.at).toEqual({
      type: "flow",
      path: "table 2 / row 2 / cell 2",
    });
  });
});

describe("what stands inside a cell", () => {
  test("a nested table follows its table; the cell keeps its own paragraphs", async () => {
    const deeper = tbl([tr([tc(inner("deepest") + p("deep"))])]);
    const body = tbl([tr([tc("a"), tc(p("b") + inner("first") + deeper + p("c"))])]) + p("after");
    const { value } = await read(body);
    const seen = value.blocks.map((block) => [
      block.at.type === "flow" ? block.at.path : "",
      block.type === "table" ? sketch(block) : block.text,
    ]);
    expect(seen).toEqual([
      ["table 1", ["0,0 a", "0,1 b\nc"]],
      ["table 1 / row 1 / cell 2 / table 1", ["0,0 first"]],
      ["table 1 / row 1 / cell 2 / table 2", ["0,0 deep"]],
      ["table 1 / row 1 / cell 2 / table 2 / row 1 / cell 1 / table 1", ["0,0 deepest"]],
      ["paragraph 1", "after"],
    ]);
  });

  test("a nested table goes with its deleted row", async () => {
    const body = tbl([tr([tc(tbl([tr([tc("inner")])]) + p(""))], "<w:del/>"), tr([tc("a")])]);
    expect((await readTables(body)).map(sketch)).toEqual([["0,0 a"]]);
  });
});

describe("size", () => {
  test("ten thousand columns and a hundred thousand rows take seconds", async () => {
    const wide = tr(
      Array.from(
        { length: 10_000 },
        (_, index) => `<w:tc><w:p><w:r><w:t>${index}</w:t></w:r></w:p></w:tc>`,
      ),
    );
    const row = "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>";
    const tables = await readTables(tbl([wide]) + tbl([row.repeat(100_000)]));
    expect(tables.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([
      [1, 10_000],
      [100_000, 1],
    ]);
  }, 10_000);

  test("more columns than any sheet has are refused", async () => {
    const body = tbl([tr(Array.from({ length: 101 }, () => tc("a", span(1000))))]);
    await expect(readTables(body)).rejects.toMatchObject({ code: "too_large" });
  });

  test("tables may nest deep", async () => {
    const depth = 100;
    const body =
      `<w:tbl><w:tr><w:tc>${p("around")}`.repeat(depth) +
      p("deep") +
      "</w:tc></w:tr></w:tbl>".repeat(depth);
    expect(await readTables(body)).toHaveLength(depth);
  });
});
