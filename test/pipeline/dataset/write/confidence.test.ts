import { FIGURE_OF_NO_GOVERNMENT } from "../../../../pipeline/model/records/figures.js";
import { expect, test } from "vitest";
import type { Cell, Paragraph } from "../../../../pipeline/model/document.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { AMOUNT, cell, dataset, reading, table } from "../make-dataset.js";

const seen = (of: Cell, confidence: number): Cell => ({
  ...of,
  recognized: { confidence, others: [] },
});

const CELLS = [
  cell(0, 0, "项目"),
  cell(0, 1, "预算数"),
  seen(cell(1, 0, "支出总计"), 0.71239),
  seen(cell(1, 1, "12.5"), 0.9876543),
  seen(cell(1, 2, ""), 0.1),
];

const ITEM: Placed<"organizations"> = {
  table_no: 1,
  row: 1,
  page: null,
  name: "支出总计",
  nature: null,
  rank: null,
  funding: null,
};

const INDICATOR: Placed<"indicators"> = {
  table_no: 1,
  row: 2,
  page: null,
  scope: "project",
  project_code: null,
  project_name: null,
  activity_code: null,
  activity_name: null,
  level1: "产出指标",
  level2: null,
  level3: null,
  level1_code: "output",
  level2_code: null,
  description: null,
  grade: null,
  target_kind: "number",
  operator: "gte",
  value: "95",
  value_max: null,
  unit: "%",
  value_base: "95",
  value_max_base: null,
  unit_base: "%",
  target_text: null,
  symbol_raw: "≥",
  target_raw: "≥95%",
  weight: null,
  basis: null,
  actual_value: null,
  score: null,
};

const FIGURE: Placed<"figures"> = {
  section_no: 1,
  page: null,
  measure: "income_total",
  fiscal_year: 2024,
  phase: "budget",
  amount: "125000",
  raw: "12.5万元",
  sentence: "收入合计12.5万元。",
  ...FIGURE_OF_NO_GOVERNMENT,
};

function paragraph(text: string, confidence: number): Paragraph {
  const at = { type: "line", line: 4 } as const;
  return { type: "paragraph", text, at, recognized: { confidence, others: [] } };
}

/** The confidences of some amounts of a table. */
function confidencesOf(cells: readonly Cell[], ...amounts: readonly Partial<typeof AMOUNT>[]) {
  const all = amounts.map((over) => ({ ...AMOUNT, ...over }));
  const { amounts: given } = dataset("a", {
    reading: reading({ tables: [table(1, { cells })], amounts: all }),
  });
  return given.map(({ confidence }) => confidence);
}

test("an amount is as sure as its cell, to three digits", () => {
  const cells = [seen(cell(1, 0, "支出总计"), 0.99), seen(cell(1, 1, "12.5"), 0.9876543)];
  expect(confidencesOf(cells, {})).toEqual(["0.987"]);
});

test("an amount is no surer than the label and the code of its row, one in parts by the least sure part", () => {
  const cells = [
    ...["201", "01"].map((text, column) => seen(cell(1, column, text), 0.95 - column / 10)),
    seen(cell(1, 2, "一、行政\n运行"), 0.91),
    seen(cell(1, 3, "12.5"), 0.99),
    seen(cell(1, 4, "7"), 0.98),
    seen(cell(1, 5, "其他"), 0.2),
  ];
  expect(
    confidencesOf(
      cells,
      { column: 3, label: "行政运行", code: null },
      { column: 4, label: "行政运行", code: "20101" },
      { column: 4, label: null, code: "201" },
    ),
  ).toEqual(["0.91", "0.85", "0.95"]);
});

test("of two halves each amount has the label to its left", () => {
  const cells = ["合计", "1", "合计", "2"].map((text, column) =>
    seen(cell(1, column, text), 0.99 - (column === 0 ? 0.3 : 0)),
  );
  expect(confidencesOf(cells, { column: 1, label: "合计" }, { column: 3, label: "合计" })).toEqual([
    "0.69",
    "0.99",
  ]);
});

test("a label may go on from above, or stand in the header over the column", () => {
  const cells = [
    seen(cell(0, 1, "公务接待费（万元）"), 0.8),
    seen(cell(0, 2, "公务接待费（元）"), 0.3),
    { ...seen(cell(1, 0, "运转类"), 0.7), rowSpan: 2 },
    seen(cell(1, 1, "1"), 0.99),
    seen(cell(2, 1, "2"), 0.99),
  ];
  expect(
    confidencesOf(cells, { row: 2, label: "运转类" }, { row: 2, label: "公务接待费" }),
  ).toEqual(["0.7", "0.8"]);
});

test("a record of a row is as sure as the least sure cell with text in it", () => {
  const parts = { tables: [table(1, { cells: CELLS })], organizations: [ITEM] };
  const { organizations } = dataset("a", { reading: reading(parts) });
  expect(organizations.map(({ confidence }) => confidence)).toEqual(["0.712"]);
});

test("a record of a row is no surer than a cell that goes on into it, or names its project above", () => {
  const cells = [
    seen(cell(0, 0, "项目编码"), 0.1),
    seen(cell(0, 1, "107-0201-JZN-MA01"), 0.6),
    { ...seen(cell(1, 0, "产出指标"), 0.8), rowSpan: 2 },
    seen(cell(2, 1, "≥95%"), 0.99),
  ];
  const tables = [table(1, { cells })];
  const given = dataset("a", {
    reading: reading({
      tables,
      indicators: [INDICATOR, { ...INDICATOR, project_code: "107-0201-JZN-MA01" }],
    }),
  });
  expect(given.indicators.map(({ confidence }) => confidence)).toEqual(["0.8", "0.6"]);
});

test("a figure is as sure as the paragraph that states it", () => {
  const whole = reading();
  const said = [
    paragraph("支出合计12.5万元。", 0.2),
    paragraph("据统计，收 入合计12.5万元。其他从略。", 0.85),
  ];
  const document = { ...whole.document, blocks: [...whole.document.blocks, ...said] };
  const { figures } = dataset("a", { reading: reading({ document, figures: [FIGURE] }) });
  expect(figures.map(({ confidence }) => confidence)).toEqual(["0.85"]);
});

test("what was not recognized says nothing of its confidence", () => {
  const { amounts, figures } = dataset("a", { reading: reading({ figures: [FIGURE] }) });
  expect([...amounts, ...figures].map(({ confidence }) => confidence)).toEqual([null, null]);
});
