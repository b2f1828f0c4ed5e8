import type { Outcome } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { choose, named } from "./choose.js";
import { otherColumns } from "./column-candidates.js";
import { otherHeaders } from "./header-candidates.js";
import { closeFinding } from "./reading-close.js";

type Read = (table: PrintedTable) => Reading;

/**
 * The table as its layout is best read: first how deep its header is, then what the columns are for that it leaves
 * open. A table whose layout leaves nothing open is not read here at all.
 */
export function chooseTable(table: PrintedTable, read: Read): Outcome<PrintedTable> {
  const header = best(table, otherHeaders(table), { read, choice: "header", says: depthOf });
  const columns = best(header.value, otherColumns(header.value), {
    read,
    choice: "columns",
    says: usesOf,
  });
  return { value: columns.value, findings: [...header.findings, ...columns.findings] };
}

interface Desk {
  readonly read: Read;
  readonly choice: "header" | "columns";
  readonly says: (table: PrintedTable) => string;
}

function best(
  first: PrintedTable,
  others: readonly PrintedTable[],
  { read, choice, says }: Desk,
): Outcome<PrintedTable> {
  if (others.length === 0) return { value: first, findings: [] };
  const candidate = (is: PrintedTable) => ({ is, reading: read(is) });
  const chosen = choose(candidate(first), others.map(candidate));
  return { value: chosen.chosen.is, findings: closeFinding(choice, named(chosen, says)) };
}

const depthOf = ({ headerRows }: PrintedTable): string => String(headerRows.length);

/** `3: code; 5: measure`, columns counted from 0 as in the records. */
function usesOf({ columns }: PrintedTable): string {
  const taken = columns.filter(({ takenFor }) => takenFor !== undefined);
  if (taken.length === 0) return "as_headed";
  return taken.map(({ index, takenFor }) => `${index}: ${takenFor}`).join("; ");
}
