import { expect, test } from "vitest";
import type { Cell, Paragraph } from "../../../pipeline/document.js";
import type { Placed } from "../../../pipeline/records.js";
import { cell, dataset, reading, table } from "./make-dataset.js";

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

const FIGURE: Placed<"figures"> = {
  section_no: 1,
  page: null,
  measure: "income_total",
  fiscal_year: 2024,
  phase: "budget",
  amount: "125000",
  raw: "12.5万元",
  sentence: "收入合计12.5万元。",
};

function paragraph(text: string, confidence: number): Paragraph {
  const at = { type: "line", line: 4 } as const;
  return { type: "paragraph", text, at, recognized: { confidence, others: [] } };
}

test("an amount is as sure as its cell, to three digits", () => {
  const tables = [table(1, { cells: CELLS })];
  const { amounts } = dataset("a", { reading: reading({ tables }) });
  expect(amounts.map(({ confidence }) => confidence)).toEqual(["0.987"]);
});

test("a record of a row is as sure as the least sure cell with text that starts in it", () => {
  const parts = { tables: [table(1, { cells: CELLS })], organizations: [ITEM] };
  const { organizations } = dataset("a", { reading: reading(parts) });
  expect(organizations.map(({ confidence }) => confidence)).toEqual(["0.712"]);
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
