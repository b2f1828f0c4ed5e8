import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { columnsOf, type RecordFile, RECORD_FILES } from "../../pipeline/model/records/registry.js";

type Row = Readonly<Record<string, string | number>>;
export type Rows = Readonly<Partial<Record<RecordFile, readonly Row[]>>>;

/** Writes a dataset of nothing but these cells. */
export function madeDataset(folder: string, rows: Rows): string {
  mkdirSync(folder, { recursive: true });
  for (const file of RECORD_FILES)
    writeFileSync(
      join(folder, `${file}.csv`),
      stringify([...(rows[file] ?? [])], { header: true, columns: [...columnsOf(file)] }),
    );
  return folder;
}

/** A document of a department of 玄武区, whose number is its id. */
export function document(no: number, parts: Row = {}): Row {
  return {
    document_id: idOf(no),
    file_name: `${no}.pdf`,
    status: "ok",
    media_type: "application/pdf",
    issuer_name: "玄武区教育局",
    region_code: "320102",
    region_name: "玄武区",
    fiscal_year: 2023,
    stage: "budget",
    scope: "department",
    ...parts,
  };
}

/** A primary amount of a document, in yuan as it is printed in 万元 with two decimals. */
export function amount(no: number, yuan: string, parts: Row = {}): Row {
  return {
    document_id: idOf(no),
    table_no: 1,
    table_kind: "budget_summary",
    row: 3,
    column: 1,
    page: 2,
    concept: "expenditure_total",
    is_primary: "true",
    phase: "budget",
    measure: "total",
    measure_raw: "预算数",
    amount: yuan,
    raw: "1.00",
    unit_raw: "万元",
    ...parts,
  };
}

export const idOf = (no: number): string => String(no).padStart(16, "0");

/** The same for an issuer of its own, 局N, whose documents have other numbers than those of others. */
export function numbered(rows: Rows, at: number): Rows {
  const own = (id: string | number | undefined) => `${at}`.padStart(8, "0") + String(id).slice(8);
  const owned = (row: Row): Row => ({
    ...row,
    document_id: own(row["document_id"]),
    ...(row["issuer_name"] === undefined ? {} : { issuer_name: `玄武区局${at}` }),
    ...(row["supersedes"] === undefined ? {} : { supersedes: own(row["supersedes"]) }),
  });
  return Object.fromEntries(Object.entries(rows).map(([file, all]) => [file, all.map(owned)]));
}

/** One amount, published twice. */
export const twice: Rows = {
  documents: [document(1), document(2)],
  amounts: [amount(1, "1000000"), amount(2, "2000000")],
};

/** Last year's own figure, and what this year's 上年数 says of it. */
export const twoYears = (own: string, said: string, more: Rows["amounts"] = []): Rows => ({
  documents: [document(1), document(2, { fiscal_year: 2024 })],
  amounts: [
    amount(1, own),
    ...more,
    amount(2, said, { phase: "previous", measure_raw: "2023年预算数" }),
  ],
});

/** Another concept of the first of two years. */
export const basic = amount(1, "764300", { concept: "expenditure_basic" });
