import { expect, test } from "vitest";
import type { Block, Paragraph } from "../../../pipeline/model/document.js";
import { interpretation } from "../../../normalizers/interpretation.js";
import { interpret } from "../../../pipeline/run.js";
import { paragraph, part } from "../../pipeline/make-parts.js";

const captions = (page: number): readonly Paragraph[] => [
  paragraph(page, "一般公共预算支出表"),
  paragraph(page, "单位：万元"),
];

const HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const ABOVE = [
  HEADER,
  ["合计", "<", "70.00", "30.00", "40.00"],
  ["205", "教育支出", "50.00", "20.00", "30.00"],
];
const BELOW = [["208", "社会保障和就业支出", "20.00", "10.00", "10.00"]];

function read(...blocks: readonly Block[]) {
  const { tables, amounts, findings } = interpret(
    { blocks, pages: [], ignored: [] },
    interpretation,
  );
  return {
    rows: tables.map(({ record }) => record.rows),
    labels: [...new Set(amounts.map(({ table_no, label }) => `${table_no} ${label}`))],
    close: findings.filter(({ rule }) => rule === "reading_close").map(({ facts }) => facts),
  };
}

test("a title repeated over rows without a header belongs to one table where sums hold over both", () => {
  const pages = [
    ...captions(1),
    part({ page: 1, rows: ABOVE }),
    ...captions(2),
    part({ page: 2, rows: BELOW }),
  ];
  expect(read(...pages)).toEqual({
    rows: [4],
    labels: ["1 合计", "1 教育支出", "1 社会保障和就业支出"],
    close: [],
  });
});

/** The same blocks as paragraphs and tables of running text. */
const inFlow = (...blocks: readonly Block[]) =>
  blocks.map((block, i): Block => ({ ...block, at: { type: "flow", path: `body/${i}` } }));

/** How many rows each table has where such rows follow under the repeated header. */
const rowsWith = (below: readonly (readonly string[])[]) =>
  read(
    ...inFlow(
      ...captions(1),
      part({ page: 1, rows: ABOVE }),
      paragraph(1, "单位：万元"),
      part({ page: 1, rows: [HEADER, ...below] }),
    ),
  ).rows;

test("header and unit repeated in running text belong to one table where sums hold over both", () => {
  expect(rowsWith(BELOW)).toEqual([4]);
  expect(rowsWith([["208", "社会保障和就业支出", "23.00", "12.00", "11.00"]])).toEqual([3, 2]);
});

test("columns of which only some agree are one table where sums hold over both", () => {
  const edges = [50, 150, 250, 350, 450, 550];
  const next = part({ page: 2, rows: BELOW, edges: [50, 150, 250, 370, 470, 550] });
  const pages = [...captions(1), part({ page: 1, rows: ABOVE, edges }), next];
  expect(read(...pages)).toMatchObject({ rows: [4], close: [] });
});

test("rows that nothing proves to go on stay a table of their own", () => {
  const below = [["", "其他说明事项", "21.00", "10.00", "10.00"]];
  const pages = [
    ...captions(1),
    part({ page: 1, rows: ABOVE }),
    ...captions(2),
    part({ page: 2, rows: below }),
  ];
  expect(read(...pages).rows).toEqual([3, 1]);
});

test("the rows of another table, whose own total holds, stay a table of their own", () => {
  const below = [
    ["合计", "<", "21.00", "11.00", "10.00"],
    ["301", "工资福利支出", "11.00", "6.00", "5.00"],
    ["302", "商品和服务支出", "10.00", "5.00", "5.00"],
  ];
  const whole = [...ABOVE, ...BELOW];
  const pages = [
    ...captions(1),
    part({ page: 1, rows: whole }),
    ...captions(2),
    part({ page: 2, rows: below }),
  ];
  expect(read(...pages).rows).toEqual([4, 3]);
});

test("no part is read twice where the layout leaves no break open", () => {
  let tries = 0;
  const how: typeof interpretation = {
    ...interpretation,
    stitch: (document, tryPart) =>
      interpretation.stitch(document, (piece) => {
        tries += 1;
        return tryPart(piece);
      }),
  };
  const blocks = [...captions(1), part({ page: 1, rows: ABOVE }), part({ page: 2, rows: BELOW })];
  expect(interpret({ blocks, pages: [], ignored: [] }, how).tables).toHaveLength(1);
  expect(tries).toBe(0);
});
