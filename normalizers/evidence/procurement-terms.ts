import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { yuanIn } from "../values/amount.js";
import type { Term } from "./comparison.js";

type Item = Placed<"procurement_items">;

/** The columns of money in a row of 政府采购预算. */
export type ProcurementMoney =
  | Extract<keyof Item, `amount_${string}`>
  | "sme_reserved"
  | "unit_price";

/** The amounts of the row by its sources. */
export const SOURCES: readonly ProcurementMoney[] = [
  "amount_general_public",
  "amount_government_fund",
  "amount_state_capital",
  "amount_special_account",
  "amount_unit_funds",
];

/** What the row is called. */
export function nameOf(item: Item): string {
  return item.label ?? item.item_name ?? item.project_name ?? "";
}

/** An amount of the row, printed to the hundredth of the table's unit; null where the cell is empty. */
export function moneyTerm(
  { tables }: Reading,
  item: Item,
  { column, name }: { readonly column: ProcurementMoney; readonly name: string },
): Term | null {
  const amount = item[column];
  const unit =
    tables.find(({ printed }) => printed.number === item.table_no)?.record.unit_raw ?? "元";
  const factor = new Big(yuanIn(unit) ?? "1");
  if (amount === null) return null;
  const where = { table_no: item.table_no, row: item.row, page: item.page };
  return { name, yuan: new Big(amount), unit, factor, step: factor.div(100), where };
}
