import { describe, expect, test } from "vitest";
import type { Block, Cell, Document, Paragraph, Table } from "../../pipeline/document.js";
import { stitch } from "../../pipeline/stitch.js";

const COLUMN = 100;

interface Part {
  readonly page: number;
  /** `^` continues the cell above, `<` the cell to the left. */
  readonly rows: readonly (readonly string[])[];
  readonly edges?: readonly number[];
}

/** The part of a table that stands on a page. */
function part({ page, rows, edges = defaultEdges(rows) }: Part): Table {
  const cells: Cell[] = [];
  const owners: number[][] = [];
  rows.forEach((texts, row) => {
    owners.push([]);
    texts.forEach((text, column) => {
      const kept = text === "^" ? owners[row - 1]?.[column] : owners[row]?.[column - 1];
      const index = text === "^" || text === "<" ? kept : undefined;
      const cell = index === undefined ? undefined : cells[index];
      owners[row]?.push(index ?? cells.length);
      if (cell === undefined || index === undefined)
        cells.push({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          at: place(page, edges, column),
        });
      else
        cells[index] = {
          ...cell,
          rowSpan: row - cell.row + 1,
          columnSpan: Math.max(cell.columnSpan, column - cell.column + 1),
        };
    });
  });
  return {
    type: "table",
    rowCount: rows.length,
    columnCount: edges.length - 1,
    cells,
    at: { type: "page", page, box: [0, 0, 500, 700] },
    columnEdges: edges,
  };
}

function defaultEdges(rows: readonly (readonly string[])[]): number[] {
  return Array.from({ length: (rows[0]?.length ?? 0) + 1 }, (_, i) => 50 + COLUMN * i);
}

function place(page: number, edges: readonly number[], column: number): Cell["at"] {
  return { type: "page", page, box: [edges[column] ?? 0, 0, edges[column + 1] ?? 0, 20] };
}

function paragraph(page: number, text: string): Paragraph {
  return { type: "paragraph", text, at: { type: "page", page, box: [0, 0, 100, 20] } };
}

function stitched(...blocks: readonly Block[]): Document {
  return stitch({ blocks, pages: [], ignored: [] });
}

/** Each table by its rows; spans follow in brackets. */
function tablesOf({ blocks }: Document): string[][][] {
  return blocks
    .filter((block) => block.type === "table")
    .map((table) =>
      Array.from({ length: table.rowCount }, (_, row) =>
        table.cells
          .filter((cell) => cell.row === row)
          .map(({ text, rowSpan, columnSpan }) =>
            rowSpan === 1 && columnSpan === 1 ? text : `${text} [${rowSpan}x${columnSpan}]`,
          ),
      ),
    );
}

const HEADER = ["科目编码", "科目名称", "金额"];
const FIRST = [HEADER, ["201", "一般公共服务支出", "5.00"]];

/** What stands above a table. */
function captions(page: number): Paragraph[] {
  return [paragraph(page, "2024年支出表"), paragraph(page, "单位：万元")];
}

/** A table with a corner row that names its issuer. */
function cornered(page: number, issuer: string): Table {
  return part({ page, rows: [[issuer, "预算年度：2024", "单位：万元"], ...FIRST] });
}

describe("tables that go on over a page break", () => {
  test("a header repeated whole is dropped and listed", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST }),
      part({ page: 2, rows: [HEADER, ["208", "社会保障支出", "3.00"]] }),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, ["208", "社会保障支出", "3.00"]]]);
    expect(document.blocks[0]).toMatchObject({ rowCount: 3, lastPage: 2 });
    expect(document.ignored.map(({ text, reason }) => [text, reason])).toEqual(
      HEADER.map((text) => [text, "repeated header"]),
    );
  });

  test("the lower line of a header of two lines is repeated", () => {
    const upper = [["项目", "<", "决算数"], HEADER, ["201", "一般公共服务支出", "5.00"]];
    const document = stitched(
      part({ page: 1, rows: upper }),
      part({ page: 2, rows: [HEADER, ["208", "社会保障支出", "3.00"]] }),
    );
    expect(tablesOf(document)[0]).toHaveLength(4);
  });

  test("no header is repeated, over three pages", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST }),
      part({ page: 2, rows: [["208", "社会保障支出", "3.00"]] }),
      part({ page: 3, rows: [["210", "卫生健康支出", "1.00"]] }),
    );
    expect(tablesOf(document)).toEqual([
      [...FIRST, ["208", "社会保障支出", "3.00"], ["210", "卫生健康支出", "1.00"]],
    ]);
    expect(document.blocks[0]).toMatchObject({ lastPage: 3 });
  });

  test("the title and unit repeated over the continuation are dropped and listed", () => {
    const document = stitched(
      ...captions(1),
      part({ page: 1, rows: FIRST }),
      ...captions(2),
      part({ page: 2, rows: [HEADER, ["208", "社会保障支出", "3.00"]] }),
    );
    expect(document.blocks).toHaveLength(3);
    expect(document.ignored.filter(({ reason }) => reason === "repeated caption")).toHaveLength(2);
  });

  test("columns that differ a little, or are a part of the others, become the same", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST, edges: [50, 120, 250, 350] }),
      part({ page: 2, rows: [["合计", "8.00"]], edges: [51, 252, 349] }),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, ["合计 [1x2]", "8.00"]]]);
  });
});

describe("tables that stay apart", () => {
  test("the next page has a header of its own", () => {
    const other = [
      ["序号", "单位名称", "备注"],
      ["1", "某县财政局", ""],
    ];
    expect(
      tablesOf(stitched(part({ page: 1, rows: FIRST }), part({ page: 2, rows: other }))),
    ).toEqual([FIRST, other]);
  });

  test("a caption stands between", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST }),
      paragraph(2, "基本支出表"),
      part({ page: 2, rows: FIRST }),
    );
    expect(tablesOf(document)).toEqual([FIRST, FIRST]);
  });

  test("a title is printed as the first row of the grid", () => {
    const titled = [["2、培训费绩效目标表", "<", "<"], ...FIRST];
    expect(
      tablesOf(stitched(part({ page: 1, rows: FIRST }), part({ page: 2, rows: titled }))),
    ).toHaveLength(2);
  });

  test("the corner names another issuer above the same header", () => {
    const document = stitched(cornered(1, "101甲局"), cornered(2, "102乙局"));
    expect(tablesOf(document)).toHaveLength(2);
  });

  test("a page lies between, or both stand on one page", () => {
    const rows = [["208", "社会保障支出", "3.00"]];
    expect(
      tablesOf(stitched(part({ page: 1, rows: FIRST }), part({ page: 3, rows }))),
    ).toHaveLength(2);
    expect(
      tablesOf(stitched(part({ page: 1, rows: FIRST }), part({ page: 1, rows }))),
    ).toHaveLength(2);
  });

  test("the columns have nothing in common", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST, edges: [50, 120, 250, 350] }),
      part({ page: 2, rows: [["甲", "1", "2"]], edges: [50, 180, 300, 550] }),
    );
    expect(tablesOf(document)).toHaveLength(2);
  });
});

describe("rows and cells cut by the break", () => {
  const wrapped = [
    ["科目编码", "科目名称", "金额"],
    ["215", "资源勘探信息等支\n出", "1.00"],
    ["220", "国土海洋气象等支", "2.00"],
  ];

  test("the rest of a label alone belongs to the cell above", () => {
    const document = stitched(
      part({ page: 1, rows: wrapped }),
      part({
        page: 2,
        rows: [
          ["", "出", ""],
          ["221", "住房保障支出", "3.00"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        ...wrapped.slice(0, 2),
        ["220", "国土海洋气象等支\n出", "2.00"],
        ["221", "住房保障支出", "3.00"],
      ],
    ]);
  });

  test("a label without amounts is a row of its own", () => {
    const short = [HEADER, ["", "一、教育支出", "1.00"]];
    const next = [["", "二、科学技术支出", ""]];
    const document = stitched(part({ page: 1, rows: short }), part({ page: 2, rows: next }));
    expect(tablesOf(document)).toEqual([[...short, ...next]]);
  });

  test("an empty strip of the last row is dropped", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST }),
      part({
        page: 2,
        rows: [
          ["", "", ""],
          ["208", "社会保障支出", "3.00"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, ["208", "社会保障支出", "3.00"]]]);
  });

  test("a merged cell goes on below the break", () => {
    const document = stitched(
      part({ page: 1, rows: [HEADER, ["产出", "数量指标", "5"], ["^", "质量指标", "6"]] }),
      part({
        page: 2,
        rows: [
          ["", "时效指标", "7"],
          ["^", "成本指标", "8"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        HEADER,
        ["产出 [4x1]", "数量指标", "5"],
        ["质量指标", "6"],
        ["时效指标", "7"],
        ["成本指标", "8"],
      ],
    ]);
  });

  test("a sentence cut in the middle goes on in its cell", () => {
    const goal = "按照年度工作计划，组织开展职业技能培训和就业指导，促进高校毕业生等重点";
    const document = stitched(
      part({ page: 1, rows: [["绩效目标", goal]] }),
      part({
        page: 2,
        rows: [
          ["", "群体就业。"],
          ["指标", "值"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        ["绩效目标", `${goal}\n群体就业。`],
        ["指标", "值"],
      ],
    ]);
  });
});

test("documents without pages pass unchanged", () => {
  const at = { type: "flow", path: "table 1" } as const;
  const table: Table = { type: "table", rowCount: 0, columnCount: 0, cells: [], at };
  const document = { blocks: [table, table], pages: [], ignored: [] };
  expect(stitch(document)).toEqual(document);
});
