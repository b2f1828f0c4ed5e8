import { describe, expect, test } from "vitest";
import { assemble, failed } from "../../../../pipeline/dataset/write/assemble.js";
import { sourceOf } from "../../../../pipeline/dataset/source.js";
import { InvalidRecord } from "../../../../pipeline/dataset/validate.js";
import { UnreadableSource } from "../../../../pipeline/model/errors.js";
import {
  type Finding,
  finding,
  type Rule,
  type Severity,
} from "../../../../pipeline/model/finding.js";
import { AMOUNT, cell, dataset, read, reading, table } from "../make-dataset.js";

const addsUp: Rule<{ readonly parts: readonly string[]; readonly sum: string }> = {
  id: "adds_up",
  severity: "error",
  about: { en: "The parts add up.", zh: "各部分之和等于合计。" },
  say: {
    en: ({ parts, sum }) => `${parts.join(" + ")} is ${sum}.`,
    zh: ({ parts, sum }) => `${parts.join("＋")}等于${sum}。`,
  },
};

const doubt = (severity: Severity): Finding => ({
  ...finding(
    addsUp,
    { parts: ["1", "2.5"], sum: "3.5" },
    { table_no: 1, expected: "3.5", related: [{ name: "一", table_no: 1, row: 2, column: 3 }] },
  ),
  severity,
});

describe("assemble", () => {
  test("every record carries its document's id", () => {
    const { document, sections, tables, amounts } = dataset("a");
    const ids = [...sections, ...tables, ...amounts].map(({ document_id }) => document_id);
    expect(new Set(ids)).toEqual(new Set([document.document_id]));
    expect(document.document_id).toBe("ca978112ca1bbdca");
  });

  test("a table keeps its grid, the path of its columns and its ledger", () => {
    const [first] = dataset("a").tables;
    expect(first?.cells).toHaveLength(4);
    expect(first?.header[1]).toEqual({ column: 1, path: ["金额", "预算数"] });
    expect(first?.ledger).toHaveLength(4);
  });

  test("prose is every paragraph that is no heading, with its section", () => {
    expect(dataset("a").prose.map(({ text, section_no }) => [text, section_no])).toEqual([
      ["云溪县教育局2024年部门预算", null],
      ["本部门负责全县教育工作。", 1],
    ]);
  });

  test("a finding says nothing of what it does not know", () => {
    const [found] = dataset("a", { findings: [doubt("info")] }).findings;
    expect(found).toMatchObject({ table_no: 1, row: null, expected: "3.5", actual: null });
  });

  test("a finding says in both languages what its facts and the places beside it are", () => {
    const [found] = dataset("a", { findings: [doubt("info")] }).findings;
    expect(found).toMatchObject({ message: "1 + 2.5 is 3.5.", message_zh: "1＋2.5等于3.5。" });
    expect(found?.facts).toEqual({ parts: ["1", "2.5"], sum: "3.5" });
    expect(found?.related).toEqual([
      { name: "一", table_no: 1, section_no: null, row: 2, column: 3, page: null },
    ]);
  });

  test.each([
    { of: "no finding", findings: [], status: "ok" },
    { of: "an info and a warning", findings: [doubt("info"), doubt("warning")], status: "ok" },
    { of: "an error", findings: [doubt("error")], status: "partial" },
    {
      of: "a warning of something unread",
      findings: [{ ...doubt("warning"), leavesUnread: true as const }],
      status: "partial",
    },
  ])("a document with $of is $status", ({ findings, status }) => {
    expect(dataset("a", { findings }).document.status).toBe(status);
  });

  test("a cell that no one read makes the document partial", () => {
    const tables = [table(1, { ledger: [{ row: 0, column: 0, use: "used" }] })];
    const { document, cells } = dataset("a", { reading: reading({ tables }) });
    expect(document.status).toBe("partial");
    expect(cells).toEqual({ printed: 4, used: 1, ignored: 0, reported: 0, not_understood: 0 });
  });

  test("a reported cell is accounted for but not read", () => {
    const tables = [
      table(1, { cells: [cell(0, 0, "?")], ledger: [{ row: 0, column: 0, use: "reported" }] }),
    ];
    const { document, cells } = dataset("a", { reading: reading({ tables }) });
    expect([document.status, cells.reported]).toEqual(["partial", 1]);
  });

  test("cells of an unknown table are counted apart, blank ones not at all", () => {
    const cells = [cell(0, 0, "甲"), cell(0, 1, "  ")];
    const tables = [table(1, { known: false, cells, ledger: [] })];
    const counted = dataset("a", { reading: reading({ tables, amounts: [] }) });
    expect(counted.cells).toMatchObject({ printed: 1, not_understood: 1 });
    expect(counted.document.status).toBe("ok");
  });

  test.each([
    {
      of: "an amount with thousands separators",
      amount: { ...AMOUNT, amount: "1,000" },
      at: "amounts[0].amount",
    },
    {
      of: "an amount with trailing zeros",
      amount: { ...AMOUNT, amount: "1.50" },
      at: "amounts[0].amount",
    },
    {
      of: "a column that is not in the contract",
      amount: { ...AMOUNT, note: "x" },
      at: "amounts[0]",
    },
  ])("$of is a bug that names its place", ({ amount, at }) => {
    const wrong = read("a", { reading: reading({ amounts: [amount] }) });
    expect(() => assemble(wrong)).toThrow(InvalidRecord);
    expect(() => assemble(wrong)).toThrow(at);
  });
});

const CUT = { en: "cut short", zh: "被截断" };

test("a failed source has its row and nothing else", () => {
  const source = sourceOf(new Uint8Array([1, 2, 3]), "预算.pdf");
  const { document, tables, cells } = failed(source, new UnreadableSource("damaged", CUT));
  expect(document).toMatchObject({
    file_name: "预算.pdf",
    bytes: 3,
    status: "failed",
    error_code: "damaged",
    error_message: "cut short",
    error_message_zh: "被截断",
    title: null,
  });
  expect([tables, cells.printed]).toEqual([[], 0]);
});
