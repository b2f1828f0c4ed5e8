import { kindOfTable } from "../../../../normalizers/forms/kind-of-table.js";
import { kinds } from "../../../../normalizers/forms/table-kinds.js";
import { printTable, unread } from "../print-table.js";

/** What is read of a table of debt by its caption and rows. */
export function debtIn(caption: string, rows: readonly (readonly string[])[], unit = "亿元") {
  const table = printTable(rows, { above: [caption, `单位：${unit}`] });
  const kind = kindOfTable(table, kinds).value;
  const reading = kind?.read(table) ?? { ledger: [], findings: [] };
  return {
    caption: table.caption,
    kind: kind?.kind,
    records: reading.debt ?? [],
    rules: [...new Set(reading.findings.map(({ rule }) => rule))],
    open: unread(reading),
  };
}

/** Records in short: region, scope, year, kind, measure, phase, amount. */
export const inShort = ({ records }: ReturnType<typeof debtIn>) =>
  records.map((one) =>
    [
      one.region_name,
      one.region_scope,
      one.fiscal_year,
      one.debt_kind,
      one.measure,
      one.phase,
      one.amount,
    ].join(" "),
  );
