import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { doubtsOf } from "../../../bench/ocr/doubts.js";
import type { Recognition } from "../../../bench/ocr/doubts.js";
import { valuesOf } from "../../../bench/ocr/gold-values.js";
import type { ReadRecords } from "../../../bench/ocr/gold-values.js";
import { f1, lostCount, verdictsOf } from "../../../bench/ocr/verdicts.js";
import type { Cell } from "../../../pipeline/model/document.js";

const gold = mkdtempSync(path.join(tmpdir(), "gongkai-gold-"));
afterAll(() => rmSync(gold, { recursive: true }));
writeFileSync(
  path.join(gold, "amounts.csv"),
  "table_kind,label,measure,amount\nt,办公费,total,120000\nt,水费,total,3000.50\nt,电费,total,7\n",
);
writeFileSync(
  path.join(gold, "amounts_optional.csv"),
  "table_kind,label,measure,amount\nt,合计,total,1\n",
);

const LABELS = ["办公费", "水费", "电赀", "合计"];
const AMOUNTS = ["120000.00", "3000.8", "7", "1"];
const CONFIDENCES = [0.99, 0.6, 0.97, 0.3];

const cell = (row: number, column: number, text: string): Cell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  at: { type: "page", page: 1, box: [0, row, 1, row + 1] },
  recognized: { confidence: column === 0 ? 0.95 : (CONFIDENCES[row] ?? 1), others: [] },
});

const RECORDS: ReadRecords = {
  amounts: LABELS.map((label, row) => ({
    table_no: 1,
    row,
    column: 1,
    table_kind: "t",
    label,
    measure: "total",
    amount: AMOUNTS[row] ?? null,
  })),
  indicators: [],
  projects: [],
  procurement_items: [],
  assets: [],
  figures: [],
};

const dataset: Recognition = {
  tables: [
    {
      table_no: 1,
      cells: LABELS.flatMap((label, row) => [
        cell(row, 0, label),
        cell(row, 1, AMOUNTS[row] ?? ""),
      ]),
    },
  ],
  findings: [
    { rule: "recognition_doubtful", table_no: 1, row: 2, column: 0 },
    { rule: "adds_up", table_no: 1, row: 0, column: null },
    { rule: "recognition_doubtful", table_no: 2, row: 1, column: 1 },
  ],
};

const values = valuesOf(RECORDS, gold);
const verdicts = verdictsOf(values);

test("a value is right where the gold has it, whatever its zeros; optional ones count neither way", () => {
  expect(verdicts.map(({ value, is, wanted }) => [value.value, is, wanted?.value])).toEqual([
    ["120000", "right", "120000"],
    ["3000.8", "wrong", "3000.5"],
    ["7", "misnamed", "7"],
  ]);
  expect(lostCount(values, verdicts)).toBe(0);
  expect(f1(values, verdicts, "right")).toBeCloseTo(1 / 3);
  expect(f1(values, verdicts, "right", "misnamed")).toBeCloseTo(2 / 3);
});

test("a value is doubted by what is said of its cell, one of a record that is not known by its row", () => {
  expect(
    doubtsOf(dataset, verdicts).map(({ confidence, isRecognitionDoubted, isDoubted }) => ({
      confidence,
      isRecognitionDoubted,
      isDoubted,
    })),
  ).toEqual([
    { confidence: 0.99, isRecognitionDoubted: false, isDoubted: true },
    { confidence: 0.6, isRecognitionDoubted: false, isDoubted: false },
    { confidence: 0.95, isRecognitionDoubted: true, isDoubted: true },
  ]);
});
