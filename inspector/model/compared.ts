import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { difference } from "../shared/numbers.js";
import type { Amount, DocumentDataset } from "./dataset.js";

/** An amount that two documents state, or one of them. */
export interface ComparedRow {
  readonly kind: string;
  readonly code: string | null;
  readonly label: string | null;
  /** What of the row it is: 三公 item, measure, phase, and of governments account, coverage and region. */
  readonly of: readonly string[];
  readonly sides: readonly [Amount | null, Amount | null];
  /** How many yuan the second states more, exactly; null where one of them states none. */
  readonly change: string | null;
}

/**
 * The amounts of two documents beside each other: those of one form, code (else label), measure and phase. Of two
 * stages the budget stands beside the accounts, of two years each one's own year and the year before it. Amounts that
 * nothing tells apart are paired in the order in which they are printed.
 */
export function comparedRows(
  first: DocumentDataset,
  second: DocumentDataset,
): readonly ComparedRow[] {
  const others = new Map(
    [...groupedBy(second.amounts, (amount) => keyOf(amount, second))].map(([key, amounts]) => [
      key,
      [...amounts],
    ]),
  );
  const rows = first.amounts.map((amount) => {
    const other = others.get(keyOf(amount, first))?.shift() ?? null;
    return rowOf(amount, [amount, other]);
  });
  const alone = [...others.values()].flat().map((amount) => rowOf(amount, [null, amount]));
  return [...groupedBy([...rows, ...alone], ({ kind }) => kind).values()].flat();
}

function rowOf(amount: Amount, sides: ComparedRow["sides"]): ComparedRow {
  const [one, other] = sides.map((side) => side?.amount ?? null);
  return {
    kind: formOf(amount),
    code: amount.code,
    label: amount.label,
    of: [
      amount.item,
      amount.measure,
      amount.phase,
      amount.account,
      amount.coverage,
      amount.region_name,
    ].filter((part) => part !== null),
    sides,
    change: typeof one === "string" && typeof other === "string" ? difference(other, one) : null,
  };
}

/** The form without the stage that it is of: 支出总表 of a budget and of accounts are one. */
const formOf = ({ table_kind }: Amount): string => table_kind.replace(/^(?:budget|accounts)_/u, "");

function keyOf(amount: Amount, { document }: DocumentDataset): string {
  const { code, label, side, classification, measure, item, account, coverage } = amount;
  const apart =
    amount.fiscal_year === null || document.fiscal_year === null
      ? null
      : amount.fiscal_year - document.fiscal_year;
  return JSON.stringify([
    formOf(amount),
    code ?? label?.replaceAll(/\s/gu, ""),
    side,
    classification,
    measure,
    item,
    phaseOf(amount, document.stage),
    account,
    coverage,
    amount.region_name,
    apart,
  ]);
}

const OWN: Readonly<Record<string, string>> = { budget: "budget", final_accounts: "accounts" };

/** The phase, or that it is the one of the document's own stage. */
function phaseOf({ phase }: Amount, stage: DocumentDataset["document"]["stage"]): string | null {
  return stage !== null && phase === OWN[stage] ? "own" : phase;
}
