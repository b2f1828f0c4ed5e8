import { describe, expect, test } from "vitest";
import { readTables, sketch, tbl, tc, tr } from "./make-docx.js";

const span = (n: number) => `<w:gridSpan w:val="${n}"/>`;
const sides = (n: number, val: string) =>
  `${span(n)}<w:tcBorders><w:left w:val="${val}"/><w:right w:val="${val}"/></w:tcBorders>`;
const ruled = (n: number) => sides(n, "single");
const bare = (n: number) => sides(n, "nil");
const START = '<w:vMerge w:val="restart"/>';
const GOES_ON = "<w:vMerge/>";

describe("columns are those that a reader sees", () => {
  test.each([
    [
      "an edge at which no cell ends is none",
      [tr([tc("a", span(2)), tc("b", span(3))]), tr([tc("c", span(2)), tc("d", span(3))])],
      [],
      ["0,0 a", "0,1 b", "1,0 c", "1,1 d"],
    ],
    [
      "edges closer than a letter are one",
      [tr([tc("a"), tc("b", span(2))]), tr([tc("c", span(2)), tc("d")])],
      [2000, 60, 1000],
      ["0,0 a", "0,1 b", "1,0 c", "1,1 d"],
    ],
    [
      "edges further apart are two",
      [tr([tc("a"), tc("b", span(2))]), tr([tc("c", span(2)), tc("d")])],
      [2000, 400, 1000],
      ["0,0 a", "0,1 1×2 b", "1,0 1×2 c", "1,2 d"],
    ],
    [
      "a cell however narrow is kept",
      [tr([tc("a"), tc("b"), tc("c")]), tr([tc("d", span(2)), tc("e")])],
      [2000, 60, 1000],
      ["0,0 a", "0,1 b", "0,2 c", "1,0 1×2 d", "1,2 e"],
    ],
    [
      "a merged cell goes on though its edge was dragged aside",
      [tr([tc("a", START), tc("b", span(2))]), tr([tc("", span(2) + GOES_ON), tc("c")])],
      [2000, 60, 1000],
      ["0,0 2×1 a", "0,1 b", "1,1 c"],
    ],
    [
      "without widths every edge counts",
      [tr([tc("a"), tc("b", span(2))]), tr([tc("c", span(2)), tc("d")])],
      [],
      ["0,0 a", "0,1 1×2 b", "1,0 1×2 c", "1,2 d"],
    ],
  ])("%s", async (...[, rows, widths, expected]) => {
    const [table] = await readTables(tbl(rows, widths));
    expect(sketch(table)).toEqual(expected);
  });

  test("a row without column rules has no edges of its own", async () => {
    const rows = [
      tr([tc("附表1", bare(2)), tc("单位", bare(1)), tc("", bare(1))]),
      tr([tc("a", ruled(1)), tc("b", ruled(2)), tc("c", ruled(1))]),
    ];
    const [table] = await readTables(tbl(rows, [1000, 500, 1000, 1000]));
    expect(sketch(table)).toEqual(["0,0 附表1", "0,1 单位", "0,2 ", "1,0 a", "1,1 b", "1,2 c"]);
  });

  test("unless it has more cells than there are columns, or is skipped into", async () => {
    const more = tbl(
      [tr([tc("x", bare(1)), tc("y", bare(1))]), tr([tc("a", ruled(2))])],
      [900, 900],
    );
    const skipped = tbl(
      [
        tr([tc("x", bare(1))], '<w:gridBefore w:val="2"/>'),
        tr([tc("a", ruled(1)), tc("b", ruled(1)), tc("c", ruled(1))]),
      ],
      [900, 900, 900],
    );
    expect((await readTables(more + skipped)).map(sketch)).toEqual([
      ["0,0 x", "0,1 y", "1,0 1×2 a"],
      ["0,2 x", "1,0 a", "1,1 b", "1,2 c"],
    ]);
  });
});

test("a cell of several rows keeps its column, and those beside it in a row without rules keep theirs", async () => {
  const rows = [
    tr([tc("a", bare(1)), tc("b", bare(1) + START)], '<w:gridBefore w:val="1"/>'),
    tr([tc("", ruled(1) + GOES_ON), tc("c", ruled(1))], '<w:gridBefore w:val="2"/>'),
  ];
  const [table] = await readTables(tbl(rows, [900, 60, 900, 900]));
  expect(sketch(table)).toEqual(["0,0 a", "0,1 2×1 b", "1,2 c"]);
});

describe("tables set in one", () => {
  const sheet = (name: string) => [
    tr([tc(name, bare(2))]),
    tr([tc("单位：元", bare(2))]),
    tr([tc(`${name}a`, ruled(1)), tc(`${name}b`, ruled(1))]),
  ];

  test("part where rows without rules stand between ruled ones", async () => {
    const tables = await readTables(tbl([...sheet("甲"), ...sheet("乙")]));
    expect(tables.map(({ at }) => at)).toEqual([
      { type: "flow", path: "table 1" },
      { type: "flow", path: "table 1 / row 4" },
    ]);
    expect(sketch(tables[1])).toEqual(["0,0 1×2 乙", "1,0 1×2 单位：元", "2,0 乙a", "2,1 乙b"]);
    expect(tables[1]?.cells[0]?.at).toEqual({ type: "flow", path: "table 1 / row 4 / cell 1" });
    expect(tables.map(({ rowCount }) => rowCount)).toEqual([3, 3]);
  });

  test.each([
    ["a note at the end", [...sheet("甲"), tr([tc("注", bare(2))])]],
    [
      "rows that say nothing of rules",
      [...sheet("甲"), tr([tc("a"), tc("b")]), ...sheet("乙").slice(2)],
    ],
    [
      "a cell that reaches over the rows",
      [
        tr([tc("a", ruled(1) + START), tc("b", ruled(1))]),
        tr([tc("", bare(1) + GOES_ON), tc("c", bare(1))]),
        tr([tc("d", ruled(1)), tc("e", ruled(1))]),
      ],
    ],
  ])("%s parts nothing", async (_, rows) => {
    expect(await readTables(tbl(rows))).toHaveLength(1);
  });

  test("tens of thousands of them take seconds", async () => {
    const pair = tr([tc("a", ruled(1))]) + tr([tc("b", bare(1))]);
    expect(await readTables(tbl([pair.repeat(20_000)]))).toHaveLength(20_000);
  }, 10_000);

  test("margins of cells and borders of paragraphs are no rules", async () => {
    const margin = '<w:tcMar><w:left w:w="1" w:val="nil"/><w:right w:w="1" w:val="nil"/></w:tcMar>';
    const rows = [tr([tc("a", ruled(1))]), tr([tc("b", margin)]), tr([tc("c", ruled(1))])];
    expect(await readTables(tbl(rows))).toHaveLength(1);
  });
});
