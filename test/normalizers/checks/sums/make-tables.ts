import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, table } from "../make-reading.js";

export type Amount = Placed<"amounts">;

/** A 收支总表 with the items of each half. */
export function summary(rows: readonly (readonly [string, string, string, string])[]) {
  const one = table({
    kind: "budget_summary",
    rows: [["项目", "预算数", "项目", "预算数"], ...rows],
  });
  const amounts = rows.flatMap(([income, earned, spending, spent], index) => [
    ...(earned === ""
      ? []
      : [summaryAmount(earned, { label: income, row: index + 1, side: "income" })]),
    ...(spent === ""
      ? []
      : [summaryAmount(spent, { label: spending, row: index + 1, side: "expenditure" })]),
  ]);
  return reading({ tables: [one], amounts });
}

function summaryAmount(
  wan: string,
  { label, ...at }: Pick<Amount, "label" | "row" | "side">,
): Amount {
  const { side } = at;
  return amount(wan, {
    table_kind: "budget_summary",
    label: (label ?? "").replace(/^(?:[一二三]、|（一）|其中：)/u, ""),
    ...at,
    column: side === "income" ? 1 : 3,
    measure_raw: side === "income" ? "收入 / 预算数" : "支出 / 预算数",
  });
}

/** A 收支总表 whose sums hold. */
export const CLEAN = [
  ["一、财政拨款收入", "9.00", "一、一般公共服务支出", "8.00"],
  ["（一）一般公共预算", "9.00", "二、住房保障支出", "2.00"],
  ["二、其他收入", "1.00", "", ""],
  ["本年收入合计", "10.00", "本年支出合计", "10.00"],
  ["上年结转", "2.00", "结转下年", "2.00"],
  ["收入总计", "12.00", "支出总计", "12.00"],
] as const;

/** Rows of codes in one column. */
export function codes(
  amounts: Readonly<Record<string, string>>,
  parts: Partial<Amount> = {},
): readonly Amount[] {
  return Object.entries(amounts).map(([code, wan], index) =>
    amount(wan, {
      table_kind: "budget_expenditure",
      classification: "function",
      code: code === "合计" ? null : code,
      label: code === "合计" ? code : "科目",
      level: code === "合计" ? null : (code.length - 1) / 2,
      row: index + 1,
      ...parts,
    }),
  );
}
