import { describe, expect, test } from "vitest";
import type { Paragraph, Table } from "../../../../pipeline/model/document.js";
import { stitch } from "../../../../normalizers/structure/stitch/stitch.js";
import {
  FIRST,
  HEADER,
  paragraph,
  part,
  stitched,
  tablesOf,
} from "../../../pipeline/make-parts.js";

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

  test.each<readonly [string, readonly string[]]>([
    ["brackets of another kind", ["科目编码", "科目[名称]", "金额(万元)"]],
    ["a bracket that was lost", ["科目编码", "科目（名称）", "金额（万元"]],
    ["other blanks and lines", ["科目　编码", "科目（名 称）", "金 额\n（万元）"]],
    ["another width", ["科目编码", "科目(名称)", "金额（万元)"]],
  ])("the repeated header has %s", (_, again) => {
    const corner = ["编制部门：某县财政局（本级）", "<", "单位：万元"];
    const header = ["科目编码", "科目（名称）", "金额（万元）"];
    const first = [corner, header, ["201", "一般公共服务支出", "5.00"]];
    const next = [["编制部门:某县财政局(本级", "<", "单位:万元"], again, ["208", "社保", "3.00"]];
    const document = stitched(part({ page: 1, rows: first }), part({ page: 2, rows: next }));
    expect(tablesOf(document).map((rows) => rows.length)).toEqual([4]);
    expect(document.ignored).toHaveLength(5);
  });

  test("brackets make another number of the row under the header", () => {
    const document = stitched(
      part({ page: 1, rows: [HEADER, ["", "结余", "5.00"]] }),
      part({ page: 2, rows: [HEADER, ["", "结余", "(5.00)"]] }),
    );
    expect(tablesOf(document)).toEqual([[HEADER, ["", "结余", "5.00"], ["", "结余", "(5.00)"]]]);
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

  test("a title with other brackets is repeated", () => {
    const document = stitched(
      paragraph(1, "支出表（含“三公”经费）"),
      part({ page: 1, rows: FIRST }),
      paragraph(2, '支出表[含"三公"经费 （续）'),
      part({ page: 2, rows: [HEADER, ["208", "社会保障支出", "3.00"]] }),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, ["208", "社会保障支出", "3.00"]]]);
  });

  test.each(["续表", "续表1", "续表 二", "2024年支出表（续）"])(
    "%s stands over a part without header",
    (mark) => {
      const document = stitched(
        ...captions(1),
        part({ page: 1, rows: FIRST }),
        paragraph(2, mark),
        paragraph(2, "单位：万元"),
        part({ page: 2, rows: [["208", "社会保障支出", "3.00"]] }),
      );
      expect(tablesOf(document)).toEqual([[...FIRST, ["208", "社会保障支出", "3.00"]]]);
    },
  );

  test("the break cuts a header after its first row", () => {
    const document = stitched(
      part({ page: 1, rows: [["收入", "支出"]], edges: [50, 250, 450] }),
      part({
        page: 2,
        rows: [
          ["项目名称", "金额", "项目名称", "金额"],
          ["财政拨款", "8.00", "基本支出", "8.00"],
        ],
        edges: [50, 150, 250, 350, 450],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        ["收入 [1x2]", "支出 [1x2]"],
        ["项目名称", "金额", "项目名称", "金额"],
        ["财政拨款", "8.00", "基本支出", "8.00"],
      ],
    ]);
  });

  test("columns that differ a little, or are a part of the others, become the same", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST, edges: [50, 120, 250, 350] }),
      part({ page: 2, rows: [["合计", "8.00"]], edges: [51, 252, 349] }),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, ["合计 [1x2]", "8.00"]]]);
  });
});

/** Rows of a table, 20 points high, that begin at this height. */
function placed(table: Table, top: number): Table {
  const cells = table.cells.map((cell): Table["cells"][number] => {
    if (cell.at.type !== "page") return cell;
    const [left, , right] = cell.at.box;
    const y = top + 20 * cell.row;
    return { ...cell, at: { ...cell.at, box: [left, y, right, y + 20 * cell.rowSpan] } };
  });
  return { ...table, cells };
}

describe("columns on the facing page", () => {
  const labels = [
    ["项目", "甲区"],
    ["税收返还", "1.00"],
    ["专项转移支付", ""],
    ["合计", "1.00"],
  ];
  const columns = [
    ["乙区", "丙区"],
    ["2.00", "3.00"],
    ["", "—"],
    ["2.00", "3.00"],
  ];

  test("are further columns of the same rows, with the unit over them", () => {
    const document = stitched(
      paragraph(1, "转移支付表"),
      placed(part({ page: 1, rows: labels }), 100),
      paragraph(2, "单位：万元"),
      placed(part({ page: 2, rows: columns }), 140),
    );
    expect(tablesOf(document)).toEqual([labels.map((row, i) => [...row, ...(columns[i] ?? [])])]);
    expect(document.blocks.map((block) => (block.type === "paragraph" ? block.text : ""))).toEqual([
      "转移支付表",
      "单位：万元",
      "",
    ]);
    expect(document.blocks[2]).toMatchObject({ columnCount: 4, lastPage: 2 });
  });

  test("are another table where rows are otherwise, or have labels", () => {
    const upper = placed(part({ page: 1, rows: labels }), 100);
    const fewer = placed(part({ page: 2, rows: columns.slice(0, 3) }), 100);
    const labelled = placed(
      part({ page: 2, rows: labels.map(([a = "", b = ""]) => [`${a}二`, b]) }),
      100,
    );
    const { cells } = placed(part({ page: 2, rows: columns }), 100);
    const shifted = cells.map((cell) =>
      cell.row === 2 && cell.at.type === "page"
        ? { ...cell, at: { ...cell.at, box: [50, 150, 90, 160] as const } }
        : cell,
    );
    for (const next of [fewer, labelled, { ...part({ page: 2, rows: columns }), cells: shifted }])
      expect(tablesOf(stitched(upper, next))).toHaveLength(2);
  });
});

/** A performance sheet whose title is a row of its grid. */
function sheet(page: number, project: string): Table {
  const rows = [
    ["项目支出绩效目标表", "<", "<"],
    ["（2031年度）", "<", "<"],
    ["项目名称", project, "<"],
  ];
  return part({ page, rows });
}

describe("tables that stay apart", () => {
  test("the next page repeats the title in the grid, and no header", () => {
    expect(tablesOf(stitched(sheet(1, "步道修补"), sheet(2, "食堂补贴")))).toHaveLength(2);
  });

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

test("documents without pages pass unchanged", () => {
  const at = { type: "flow", path: "table 1" } as const;
  const table: Table = { type: "table", rowCount: 0, columnCount: 0, cells: [], at };
  const document = { blocks: [table, table], pages: [], ignored: [] };
  expect(stitch(document)).toEqual(document);
});

test("a header with a year in it may be cut by the page's end", () => {
  const upper = ["科目", "<", "2024年支出", "<"];
  const lower = ["编码", "名称", "合计", "项目支出"];
  const row = ["205", "教育支出", "5.00", "2.00"];
  const document = stitched(
    part({ page: 1, rows: [upper] }),
    part({ page: 2, rows: [lower, row] }),
  );
  expect(tablesOf(document).map(({ length }) => length)).toEqual([3]);
});

const total = (amount: string) => ["", "合计", amount];

describe("a total at the head of the next page", () => {
  const above = [HEADER, total("5.00"), ["201", "一般公共服务支出", "5.00"]];
  const rows = (amount: string) => [total(amount), ["208", "社会保障支出", amount]];

  test.each([
    ["another one is of another table, its header repeated", [HEADER, ...rows("3.00")], [3, 3]],
    ["another one is of another table, without header", rows("3.00"), [3, 2]],
    ["the same is printed again with the header", [HEADER, ...rows("5.00")], [4]],
  ])("%s", (_, next, count) => {
    const document = stitched(part({ page: 1, rows: above }), part({ page: 2, rows: next }));
    expect(tablesOf(document).map(({ length }) => length)).toEqual(count);
  });
});
