import type { Placed } from "../../pipeline/model/records/registry.js";
import type { RowRole } from "../../pipeline/model/records/vocabulary.js";

type Amount = Placed<"amounts">;
type Labelled = Pick<Amount, "label" | "item" | "item_code">;

const TOTAL = /^(?:收入|支出|收支|部门|单位|财政拨款|基本|项目)*(?:总计|合计|总额)[：:]?$/u;
const SUBTOTAL = /(?:小计|合计)[：:]?$/u;
const CURRENT = /^(?:本年|当年|本级)/u;
const BALANCE = /结转|结余|收支差额/u;
const OWN = /^(?:income|expenditure)_own$/u;

/** What rows are among those of one side of a table, by the printed label, the codes and the depths of the others. */
export function rowRoles(amounts: readonly Amount[]): (amount: Amount) => RowRole {
  const total = amounts.some(isTotal);
  const parents = new Set(amounts.map(({ parent_row: row }) => row));
  const whole = wholeCodes(amounts.map(({ code }) => code));
  const repeated = repeatedRows(amounts);
  const items = new Set(amounts.map(({ item }) => item));
  const sums = (amount: Amount): boolean =>
    isSubtotal(amount) || (amount.item === "vehicles" && items.has("vehicle_running"));
  return (amount) => {
    if (amount.row_role !== null) return amount.row_role;
    if (isTotal(amount)) return "total";
    if (amount.side === "balance" || BALANCE.test(amount.label ?? "")) return "balance";
    if (sums(amount)) return total ? "subtotal" : "total";
    if (parents.has(amount.row) && amount.row !== null) return "subtotal";
    if (amount.code !== null) return whole.has(amount.code) ? "subtotal" : "item";
    return repeated.has(amount.row) ? "of_which" : "item";
  };
}

/** Whether a row sums up its table by its label, so that a row below it may be an outermost one. */
export const isSumRow = (row: Labelled): boolean => isTotal(row) || isSubtotal(row);

const isSubtotal = ({ label, item_code: code }: Labelled): boolean =>
  SUBTOTAL.test(label ?? "") || OWN.test(code ?? "");

function isTotal({ label, item, item_code: code }: Labelled): boolean {
  const name = label ?? "";
  if (item === "total" || code === "income_total" || code === "expenditure_total") return true;
  return TOTAL.test(name) && !CURRENT.test(name);
}

/** The codes that longer codes of the table are parts of. */
function wholeCodes(codes: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(
    codes.flatMap((code) =>
      code === null
        ? []
        : [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length)),
    ),
  );
}

/** Rows without a code that name again what a row above named: the parts of a carryover by budget. */
function repeatedRows(amounts: readonly Amount[]): ReadonlySet<number | null> {
  const first = new Map<string, number | null>();
  const repeated = new Set<number | null>();
  for (const { label, row, code, table_kind: kind } of amounts) {
    if (label === null || code !== null || !kind.endsWith("summary")) continue;
    const above = first.get(label);
    if (above === undefined) first.set(label, row);
    else if (above !== row) repeated.add(row);
  }
  return repeated;
}
