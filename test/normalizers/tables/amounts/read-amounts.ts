import { printedTable } from "../../../../normalizers/captions/printed-table.js";
import { kinds } from "../../../../normalizers/forms/table-kinds.js";
import type { Block } from "../../../../pipeline/model/document.js";
import { kindOfTable } from "../../../../normalizers/forms/kind-of-table.js";
import type { PrintedTable, TableReading } from "../../../../pipeline/model/table-kind.js";
import { makeTable } from "../../../make-table.js";

export type Rows = readonly (readonly string[])[];
interface Read extends TableReading {
  readonly kind: string | undefined;
  readonly printed: PrintedTable;
}

/** What is read of a table below these lines, in a document of 2024. */
export function read(
  lines: readonly string[],
  rows: Rows,
  said: { readonly stage?: "budget" | "final_accounts"; readonly scope?: "government" } = {},
): Read {
  const { stage = "budget", scope = null } = said;
  const table = makeTable(rows);
  const above: Block[] = lines.map((text, i) => ({
    type: "paragraph",
    text,
    at: { type: "line", line: i + 1 },
  }));
  const printed = printedTable({
    document: { blocks: [...above, table], pages: [], ignored: [] },
    block: above.length,
    table,
    number: 1,
    sections: [],
    context: {
      fiscalYear: 2024,
      stage,
      phase: stage === "budget" ? "budget" : "accounts",
      scope,
    },
  });
  const kind = kindOfTable(printed, kinds).value;
  return { kind: kind?.kind, printed, ...(kind?.read(printed) ?? { ledger: [], findings: [] }) };
}

/** Side, code, label, measure and yuan of each amount. */
export const brief = ({ amounts }: Read): readonly string[] =>
  (amounts ?? []).map((a) => [a.side, a.code, a.label, a.measure, a.amount].join(" "));
