import { grouped } from "../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { yuanIn } from "../values/amount.js";
import type { Term } from "./comparison.js";

export type Debt = Placed<"debt">;

const NAMES: Readonly<Record<string, string>> = {
  general: "一般债务",
  special: "专项债务",
  total: "合计",
};

/** An amount of debt as a term of a sum, named by its label and kind; null where it has none. */
export function debtTerm(record: Debt): Term | null {
  const {
    amount,
    raw,
    unit_raw: unit,
    table_no,
    row,
    column,
    page,
    label,
    debt_kind: kind,
  } = record;
  if (amount === null) return null;
  const printed = unit ?? "元";
  const factor = new Big(yuanIn(printed) ?? "1");
  const decimals = /\.(\d+)/u.exec(raw)?.[1]?.length ?? 0;
  const name = [label ?? "", NAMES[kind ?? ""] ?? ""].filter((text) => text !== "").join(" ");
  return {
    name,
    yuan: new Big(amount),
    unit: printed,
    factor,
    step: factor.div(new Big(10).pow(decimals)),
    where: { table_no, row, column, page },
  };
}

/** The records of debt in groups of one key. */
export function debtGroups(
  { debt }: Reading,
  key: (record: Debt) => readonly (string | number | null)[],
): readonly (readonly Debt[])[] {
  return grouped(debt, (record) => JSON.stringify(key(record)));
}
