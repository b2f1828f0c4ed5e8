import { Big } from "big.js";
import type { Cell } from "../../pipeline/document.js";
import type { Reading } from "../../pipeline/reading.js";
import { money } from "../amount.js";
import type { Term } from "../checks/comparison.js";
import { arithmeticOf, fittingTerms } from "./sums.js";

/** The amount of a cell as a number of its unit, or null. */
export function numberIn(text: string): Big | null {
  const read = money(text, null);
  if (read.kind === "unitless") return new Big(read.number);
  return read.kind === "amount" ? new Big(read.yuan) : null;
}

/** Whether a term was read from a cell of a table; some terms know only their row. */
export function isAt({ where, yuan, factor }: Term, table: number, cell: Cell): boolean {
  if (where.table_no !== table || where.row !== cell.row) return false;
  if (where.column !== undefined && where.column !== null) return where.column === cell.column;
  const number = numberIn(cell.text);
  return number !== null && (number.times(factor).eq(yuan) || number.eq(yuan));
}

/** What the printed sums say of an amount: all hold with it, all fail, or some do, or there are none. */
export type Verdict = "confirmed" | "contradicted" | "open";

/** Tells of a cell what the sums of printed amounts, those of noughts left out, say of it. */
export function arithmeticVerdicts(reading: Reading): (table: number, cell: Cell) => Verdict {
  const { fitting, broken } = arithmeticOf(reading);
  const telling = fitting.filter(({ stated }) => !stated.yuan.eq(0));
  const holding = byRow(telling.flatMap(fittingTerms));
  const failing = byRow(broken.flatMap(({ terms }) => terms));
  return (table, cell) => {
    const [holds, fails] = [has(holding, table, cell), has(failing, table, cell)];
    if (holds === fails) return "open";
    return holds ? "confirmed" : "contradicted";
  };
}

type TermsByRow = ReadonlyMap<string, readonly Term[]>;

function has(rows: TermsByRow, table: number, cell: Cell): boolean {
  return rows.get(`${table} ${cell.row}`)?.some((term) => isAt(term, table, cell)) === true;
}

function byRow(terms: readonly Term[]): TermsByRow {
  const rows = new Map<string, Term[]>();
  for (const term of terms) {
    const key = `${term.where.table_no ?? ""} ${term.where.row ?? ""}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [term]);
    else row.push(term);
  }
  return rows;
}
