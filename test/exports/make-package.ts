import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { dataPackage } from "../../pipeline/dataset/compile/data-package.js";
import { RECORD_FILES, columnsOf } from "../../pipeline/model/records/registry.js";
import type { RecordFile } from "../../pipeline/model/records/registry.js";

/** Texts of cells by the names of their columns; others are empty. */
type Cells = Readonly<Record<string, string>>;
export type Tables = { readonly [F in RecordFile]?: readonly Cells[] };

/** Writes a dataset's CSV files and datapackage.json with the given rows. */
export async function writePackage(folder: string, tables: Tables): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const file of RECORD_FILES) {
    const columns = columnsOf(file);
    const rows = (tables[file] ?? []).map((cells) => columns.map((name) => cells[name] ?? ""));
    await writeFile(
      join(folder, `${file}.csv`),
      stringify([columns, ...rows], { quoted_match: /\r/u }),
    );
  }
  const facts = RECORD_FILES.map((name) => ({ name, bytes: 0, sha256: "" }));
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(dataPackage(facts)));
  return folder;
}

/** A document id that spreadsheets take for a number. */
export const DOCUMENT = "12345678901234e5";

const amount = (row: number, cells: Cells): Cells => ({
  document_id: DOCUMENT,
  table_no: "1",
  table_kind: "budget_general_public",
  row: String(row),
  column: "1",
  measure: "total",
  raw: "1",
  is_primary: "false",
  ...cells,
});

/** What programs that open CSV files are known to spoil. */
export const HARD: Tables = {
  documents: [
    {
      document_id: DOCUMENT,
      file_name: "2024-01-02.pdf",
      sha256: "0".repeat(64),
      bytes: "4096",
      ocr: "false",
      status: "ok",
      title: "云溪县教育局\n2024年“部门”预算",
      issuer_name: "云溪县教育局",
      issuer_code: "000301",
      region_code: "013020",
      fiscal_year: "2024",
      stage: "budget",
      published_on: "2024-02-01",
      retrieved_at: "2024-03-01T08:30:00Z",
      path: "a/2024-01-02.pdf",
    },
    {
      document_id: "00000000000000aa",
      file_name: "TRUE",
      sha256: "1".repeat(64),
      bytes: "0",
      ocr: "true",
      status: "failed",
      error_message: '=HYPERLINK("https://example.org","x")',
      path: "-1+2",
    },
  ],
  tables: [
    {
      document_id: DOCUMENT,
      table_no: "1",
      kind: "budget_general_public",
      rows: "9",
      columns: "4",
      header_rows: "1",
    },
    {
      document_id: DOCUMENT,
      table_no: "2",
      kind: "procurement",
      rows: "9",
      columns: "4",
      header_rows: "1",
    },
  ],
  amounts: [
    amount(1, {
      code: "0201",
      level: "1",
      label: "1-2",
      classification: "function",
      amount: "18346600.5",
      raw: "18,346,600.50",
    }),
    amount(2, { code: "201", label: "=1+1", amount: "-0.01", raw: "= 100.00 %" }),
    amount(3, { code: "2080505", label: "@SUM(A1)", amount: "123456789012345.67", raw: "+5" }),
    amount(4, { label: "一行\n两行", amount: "99999999999999999999.12", raw: "\t5" }),
    amount(5, { label: 'a\u0001b_x0041_&<>"', amount: "0.1234", raw: "３，０００" }),
    amount(6, { label: "'前有撇号", raw: "无", value: "100.5" }),
    amount(7, { label: "2024年3月", amount: "9007199254740993", raw: "true" }),
    amount(8, { label: "😀 中文", amount: "0", raw: "-" }),
  ],
  procurement_items: [
    {
      document_id: DOCUMENT,
      table_no: "2",
      row: "1",
      row_kind: "item",
      item_name: '台式"计算机"',
      catalogue_code: "0201",
      unit: "台",
      quantity: "5",
      unit_price: "4500.5",
      amount_total: "12345678901234567.89",
    },
    {
      document_id: DOCUMENT,
      table_no: "2",
      row: "2",
      row_kind: "total",
      label: "合计",
      amount_total: "12345678901234567.89",
    },
    {
      document_id: DOCUMENT,
      table_no: "2",
      row: "3",
      row_kind: "item",
      item_name: '"amount":"1"',
      amount_total: "0.1",
    },
  ],
  findings: [
    {
      document_id: DOCUMENT,
      table_no: "1",
      row: "2",
      rule: "total_differs",
      severity: "error",
      message: "It differs.",
      message_zh: "合计不符。",
    },
  ],
};
