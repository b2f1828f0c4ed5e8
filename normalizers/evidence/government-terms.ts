import { Big } from "big.js";
import { yuanIn } from "../values/amount.js";
import { stepOf } from "./amount-terms.js";
import type { Term } from "./comparison.js";

/** What a record of a government's table prints: an amount with its place. */
interface PrintedAmount {
  readonly table_no: number;
  readonly row: number | null;
  readonly column: number | null;
  readonly page: number | null;
  readonly amount: string | null;
  readonly raw: string | null;
  readonly unit_raw: string | null;
}

/** A record as a term of a sum; undefined where it states no amount. */
export function termOf(record: PrintedAmount, name: string): Term | undefined {
  const { table_no, row, column, page, amount, raw, unit_raw: unit } = record;
  const factor = unit === null ? null : yuanIn(unit);
  if (amount === null || raw === null || unit === null || factor === null) return undefined;
  return {
    name,
    yuan: new Big(amount),
    unit,
    factor: new Big(factor),
    step: stepOf(raw, new Big(factor)),
    where: { table_no, row, column, page },
  };
}
