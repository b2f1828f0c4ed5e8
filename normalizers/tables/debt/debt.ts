import type { PrintedTable, TableKind, Titled } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { type DebtLayout, layoutOf } from "./debt-layout.js";
import { type Told, toldBy } from "./debt-meaning.js";
import { readDebt } from "./read-debt.js";

interface Form extends Pick<TableKind, "kind" | "name"> {
  /** What captions of it are about, each with whether a layout can be the form's. */
  readonly subjects: Partial<Record<string, (layout: DebtLayout) => boolean>>;
}

/** The subject of captions that are of debt and of nothing more. */
const NO_SUBJECT = "debt";
const any = (): boolean => true;
const byRegion = (layout: DebtLayout): boolean => layout.byRegion;
const byItem = (layout: DebtLayout): boolean => !layout.byRegion;

const BALANCES: ReadonlySet<Told["base"]> = new Set(["limit", "balance"]);
const isBalance = (text: string): boolean => BALANCES.has(toldBy(text).base);
const hasBalances = ({ values }: DebtLayout): boolean =>
  values.some(({ path }) => path.some(isBalance));
const showsBalances = (layout: DebtLayout): boolean => layout.byRegion && hasBalances(layout);

const listsBalances = (layout: DebtLayout): boolean =>
  !layout.byRegion && (hasBalances(layout) || layout.rows.some(({ text }) => isBalance(text)));

/** Whether its columns are kinds of bonds and nothing else: 使用 in a caption is then no use by field. */
const showsKindsOfBonds = ({ values, ...layout }: DebtLayout): boolean => {
  const told = values.flatMap(({ path }) => path.map(toldBy));
  return (
    layout.byRegion && told.every(({ whole }) => whole) && told.some(({ kind }) => kind !== null)
  );
};

/** Every form of tables of debt. Where two fit a table, the earlier one is meant. */
const FORMS: readonly Form[] = [
  {
    kind: "debt_limit_balance",
    name: "地方政府债务限额及余额情况表",
    subjects: {
      debt_limit_balance: byRegion,
      debt_plan: showsBalances,
      [NO_SUBJECT]: showsBalances,
    },
  },
  {
    kind: "debt_balance_movement",
    name: "地方政府债务余额情况表",
    subjects: { debt_limit_balance: byItem, [NO_SUBJECT]: listsBalances },
  },
  {
    kind: "debt_issue_repay",
    name: "地方政府债券发行及还本付息情况表",
    subjects: {
      debt_issue_repay: any,
      bond_use: showsKindsOfBonds,
      [NO_SUBJECT]: showsKindsOfBonds,
    },
  },
  { kind: "debt_quota", name: "地方政府债务限额提前下达情况表", subjects: { debt_quota: any } },
  { kind: "debt_plan", name: "地方政府债务收支计划表", subjects: { debt_plan: any } },
  {
    kind: "debt_repayment_plan",
    name: "地方政府债券分年度偿还计划表",
    subjects: { debt_repayment_plan: any },
  },
];

/** The kinds of tables of government debt. Nothing but its caption shows one: other tables have regions a row too. */
export const debtKinds: readonly TableKind[] = FORMS.map(debtKind);

function debtKind({ kind, name, subjects }: Form): TableKind {
  const fitOf = (table: Titled) => subjects[subjectOf(table)];
  return {
    kind,
    name,
    names: (table) => fitOf(table) !== undefined,
    fits: (table: PrintedTable) => {
      const layout = layoutOf(table);
      return layout !== null && fitOf(table)?.(layout) === true;
    },
    shows: () => false,
    read: readDebt,
  };
}

/** What a caption is about; `NO_SUBJECT` where it says no more than that. */
function subjectOf(table: Titled): string {
  const { subject, account } = facetsOfTitled(table);
  return subject ?? (account === "debt" ? NO_SUBJECT : "");
}
