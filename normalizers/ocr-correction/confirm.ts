import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Cell } from "../../pipeline/model/document.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { money } from "../values/amount.js";
import type { Term } from "../evidence/comparison.js";
import { arithmeticOf, fittingTerms, type NamedComparison } from "./sums.js";

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

/**
 * What the printed sums say of an amount: all hold with it, its only one fails, several fail and none holds,
 * so that it is likely the one to blame, or nothing plain.
 */
export type Verdict = "confirmed" | "contradicted" | "refuted" | "open";

/** Tells of a cell what the sums of printed amounts, those of noughts left out, say of it. */
export function arithmeticVerdicts(reading: Reading): (table: number, cell: Cell) => Verdict {
  const { fitting, broken } = arithmeticOf(reading);
  const telling = fitting.filter(({ stated }) => !stated.yuan.eq(0));
  const holding = byRow(telling.flatMap((sum) => fittingTerms(sum).map((term) => ({ term, sum }))));
  const failing = byRow(broken.flatMap((sum) => sum.terms.map((term) => ({ term, sum }))));
  return (table, cell) => {
    const holds = sumsAt(holding, table, cell) > 0;
    const fails = sumsAt(failing, table, cell);
    if (holds) return fails === 0 ? "confirmed" : "open";
    if (fails === 0) return "open";
    return fails === 1 ? "contradicted" : "refuted";
  };
}

/** A term in a sum. */
interface Part {
  readonly term: Term;
  readonly sum: NamedComparison;
}

type PartsByRow = ReadonlyMap<string, readonly Part[]>;

function byRow(parts: readonly Part[]): PartsByRow {
  return groupedBy(parts, ({ term: { where } }) => `${where.table_no ?? ""} ${where.row ?? ""}`);
}

/** In how many sums a cell's amount is a term. */
function sumsAt(rows: PartsByRow, table: number, cell: Cell): number {
  const parts = rows.get(`${table} ${cell.row}`) ?? [];
  return new Set(parts.filter(({ term }) => isAt(term, table, cell)).map(({ sum }) => sum.key))
    .size;
}
