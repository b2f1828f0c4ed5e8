import { kindOfTable } from "../../../../normalizers/forms/kind-of-table.js";
import { kinds } from "../../../../normalizers/forms/table-kinds.js";
import { governmentTable } from "../../../../normalizers/tables/government/government-table.js";
import type { DocumentContext } from "../../../../pipeline/model/table-kind.js";
import { printTable, unread } from "../print-table.js";

/** A report of an invented province on its budgets. */
const REPORT: DocumentContext = {
  fiscalYear: 2025,
  stage: "budget",
  phase: "budget",
  scope: "government",
  region: { name: "栖云省", code: null },
};

/** What is read of a table of a government by its caption and rows. */
export function governmentIn(
  caption: string,
  rows: readonly (readonly string[])[],
  document: Partial<DocumentContext> = {},
) {
  const printed = printTable(rows, { above: [caption, "单位：万元"] });
  const table = { ...printed, document: { ...REPORT, ...document } };
  const kind = kindOfTable(table, kinds).value;
  const reading = kind?.read(table) ?? { ledger: [], findings: [] };
  return {
    kind: kind?.kind,
    about: governmentTable(table),
    amounts: reading.amounts ?? [],
    transfers: reading.transfers ?? [],
    bonds: reading.bonds ?? [],
    rules: [...new Set(reading.findings.map(({ rule }) => rule))],
    open: unread(reading),
  };
}

type Amounts = ReturnType<typeof governmentIn>["amounts"];

/** Amounts in short: label, side, year, phase, measure, amount or value. */
export const inShort = (amounts: Amounts) =>
  amounts.map((one) =>
    [
      one.label,
      one.side,
      one.fiscal_year,
      one.phase,
      one.measure,
      one.amount ?? `${one.value}${one.value_unit}`,
    ].join(" "),
  );

/** The outline in short: label, depth, the row above. */
export const outlineOf = (amounts: Amounts) => [
  ...new Set(
    amounts.map(({ row, label, depth, parent_row }) => `${row} ${label} ${depth} ${parent_row}`),
  ),
];
