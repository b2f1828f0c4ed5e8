import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { formOf, type Stated } from "./concepts.js";

type Amount = Placed<"amounts">;

/** An amount with the concept that it states, if any. */
export interface Encoded {
  readonly amount: Amount;
  readonly stated: Stated | null;
}

/** The forms that state the codes of a classification: the one of most money first, of as much its own table before the summary. */
const CODE_FORMS: Readonly<Record<string, readonly string[]>> = {
  function: [
    "expenditure",
    "summary",
    "appropriation_expenditure",
    "appropriation_summary",
    "general_public",
    "government_fund",
    "state_capital",
    "gov_general_public_expenditure",
    "gov_fund_expenditure",
    "gov_state_capital_expenditure",
    "gov_balance",
  ],
  economic: [
    "appropriation_basic",
    "general_public_basic",
    "operating_costs",
    "gov_general_public_expenditure",
  ],
  income: ["gov_general_public_income", "gov_fund_income", "gov_state_capital_income"],
};

/** A row that may be the one that states a concept or code at a phase, with how well its table does. */
interface Candidate {
  readonly amount: Amount;
  readonly rank: number;
  readonly key: string;
}

/**
 * The amounts that state a concept or a code of a document best, one for each phase: of the concept's own
 * table before others, a sum before an item, of the first table among equals. Where equals differ, the one
 * that the others add up to; where there is none, no row.
 */
export function primaries(encoded: readonly Encoded[]): ReadonlySet<Amount> {
  const groups = groupedBy(encoded.flatMap(candidateOf), ({ key }) => key);
  return new Set([...groups.values()].flatMap((group) => best(group) ?? []));
}

/** Less than the step between two ranks. */
const BELOW_SUMS = 0.5;
const BELOW_PRINTED = 0.5;

function candidateOf({ amount, stated }: Encoded): readonly Candidate[] {
  if (amount.amount === null || amount.phase === null) return [];
  const named = stated === null ? codeOf(amount) : { name: stated.concept, rank: stated.rank };
  if (named === null) return [];
  const {
    phase,
    fiscal_year: year,
    coverage,
    account,
    region_code: code,
    region_name: region,
  } = amount;
  const place = [phase, year, coverage, code ?? region, stated === null ? account : null];
  return [
    {
      amount,
      rank: named.rank + (stated !== null && amount.row_role === "item" ? BELOW_SUMS : 0),
      key: [named.name, ...place].join("\t"),
    },
  ];
}

function codeOf(amount: Amount): { readonly name: string; readonly rank: number } | null {
  const code = amount.code ?? amount.code_inferred;
  const classification =
    amount.classification ?? (amount.code === null ? classificationOf(code) : null);
  if (code === null || classification === null || amount.measure !== "total") return null;
  if (
    amount.row_role === "of_which" ||
    amount.side === (classification === "income" ? "expenditure" : "income")
  )
    return null;
  const rank = CODE_FORMS[classification]?.indexOf(formOf(amount.table_kind)) ?? -1;
  const below = amount.code === null ? BELOW_PRINTED : 0;
  return rank < 0 ? null : { name: `${classification} ${code}`, rank: rank + below };
}

/** The classification that an inferred code is of. */
const classificationOf = (code: string | null): string =>
  code?.startsWith("2") === true ? "function" : "economic";

function best(group: readonly Candidate[]): Amount | null {
  const rank = Math.min(...group.map((one) => one.rank));
  const equals = group.filter((one) => one.rank === rank).map(({ amount }) => amount);
  const [first = null] = equals;
  if (equals.every(({ amount }) => amount === first?.amount)) return first;
  const sum = equals.reduce((all, { amount }) => all.plus(amount ?? "0"), Big(0));
  return equals.find(({ amount }) => amount !== null && sum.eq(Big(amount).times(2))) ?? null;
}
