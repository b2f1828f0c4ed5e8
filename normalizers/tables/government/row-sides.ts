import type { Draft } from "../../../pipeline/model/records/registry.js";
import { namedSide } from "../amounts/amount-columns.js";
import { TABLES } from "../settings.js";

type Side = NonNullable<Draft<"amounts">["side"]>;

/** A row of a half that neither form nor header gives a side. */
interface Row {
  readonly row: number;
  readonly text: string;
  /** Whether it states what was left over, of a fund of social insurance. */
  readonly balance: boolean;
  /** Whether it names a fund and no side of it. */
  readonly ofFund: boolean;
}

/** Of both sides: 收支结余, 收支差额. */
const OF_BOTH = /收支|差额/u;

/**
 * The side of each row where a table has its income above its expenditure: what a row names, for a fund what the row
 * above it names, and for other rows the section in which they stand. None between the sections, and none where
 * they cannot be told apart.
 */
export function sidesOfRows(rows: readonly Row[]): ReadonlyMap<number, Side> {
  const named = rows.map(namedBy);
  const sectionAt = sectionsOf(named);
  const sides = new Map<number, Side>();
  let above: Side | null = null;
  for (const [at, { row, text, ofFund }] of rows.entries()) {
    above = named[at] ?? above;
    const section = OF_BOTH.test(text) ? null : sectionAt(at);
    const side = named[at] ?? (ofFund ? above : section);
    if (side !== null) sides.set(row, side);
  }
  return sides;
}

function namedBy({ text, balance }: Row): Side | null {
  if (balance) return "balance";
  return OF_BOTH.test(text) ? null : namedSide(text);
}

/** The section of the row at a place: income up to the last that names it, expenditure from the first that does. */
function sectionsOf(named: readonly (Side | null)[]): (at: number) => Side | null {
  const lastIncome = named.lastIndexOf("income");
  const firstExpenditure = named.indexOf("expenditure");
  if (lastIncome === -1 || firstExpenditure === -1) {
    const only = lastIncome === -1 ? "expenditure" : "income";
    const isTold = named.filter((side) => side === only).length >= TABLES.sideLead;
    return () => (isTold ? only : null);
  }
  if (lastIncome > firstExpenditure) return () => null;
  return (at) => {
    if (at < lastIncome) return "income";
    return at > firstExpenditure ? "expenditure" : null;
  };
}
