import type { PrintedTable, TableKind } from "../../../pipeline/model/table-kind.js";
import { type Facets, facetsOfTitled } from "../../captions/facets.js";
import { type DebtLayout, layoutOf } from "./debt-layout.js";
import { readDebt } from "./read-debt.js";

interface Form extends Pick<TableKind, "kind" | "name"> {
  readonly subject: Facets["subject"];
  readonly fits?: (layout: DebtLayout) => boolean;
}

const FORMS: readonly Form[] = [
  {
    kind: "debt_limit_balance",
    name: "地方政府债务限额及余额情况表",
    subject: "debt_limit_balance",
    fits: ({ byRegion }) => byRegion,
  },
  {
    kind: "debt_balance_movement",
    name: "地方政府债务余额情况表",
    subject: "debt_limit_balance",
    fits: ({ byRegion }) => !byRegion,
  },
  {
    kind: "debt_issue_repay",
    name: "地方政府债券发行及还本付息情况表",
    subject: "debt_issue_repay",
  },
  { kind: "debt_quota", name: "地方政府债务限额提前下达情况表", subject: "debt_quota" },
];

/** The kinds of tables of government debt. Nothing but its caption shows one: other tables have regions a row too. */
export const debtKinds: readonly TableKind[] = FORMS.map(debtKind);

function debtKind({ kind, name, subject, fits = () => true }: Form): TableKind {
  return {
    kind,
    name,
    names: (table) => facetsOfTitled(table).subject === subject,
    fits: (table: PrintedTable) => {
      const layout = layoutOf(table);
      return layout !== null && fits(layout);
    },
    shows: () => false,
    read: readDebt,
  };
}
