import type { ArithmeticCheck } from "../evidence/arithmetic.js";
import { balanceCloses } from "./governments/balance-closes.js";
import { bondUseAddsUp } from "./governments/bond-use-adds-up.js";
import { formulaColumn } from "./governments/formula-column.js";
import { levelsAddUp } from "./governments/levels-add-up.js";
import { transfersAgree } from "./governments/transfers-agree.js";
import { wholeIsOwnAndBelow } from "./governments/whole-is-own-and-below.js";
import { regionsAddUp } from "./governments/regions-add-up.js";
import { basicPartsAgree } from "./across/basic-parts-agree.js";
import { changeEqualsDifference } from "./prose/change-equals-difference.js";
import { childrenEqualParent } from "./sums/children-equal-parent.js";
import { classesAgree } from "./across/classes-agree.js";
import { classesEqualTotal } from "./sums/classes-equal-total.js";
import { debtKindsAddUp } from "./sums/debt-kinds-add-up.js";
import { figuresAddUp } from "./prose/figures-add-up.js";
import { figuresMatchTables } from "./prose/figures-match-tables.js";
import { incomeEqualsExpenditure } from "./sums/income-equals-expenditure.js";
import { itemsMatchTables } from "./prose/items-match-tables.js";
import { listAddsUp } from "./prose/list-adds-up.js";
import { partsEqualTotal } from "./sums/parts-equal-total.js";
import { procurementFundsEqualAmount } from "./sums/procurement-funds-equal-amount.js";
import { procurementItemsEqualTotal } from "./sums/procurement-items-equal-total.js";
import { projectFundsEqualBudget } from "./across/project-funds-equal-budget.js";
import { rowsAgree } from "./across/rows-agree.js";
import { summaryPartsEqualTotal } from "./sums/summary-parts-equal-total.js";
import { totalsAgree } from "./across/totals-agree.js";

/** The checks that sum and compare. */
export const arithmeticChecks: readonly ArithmeticCheck[] = [
  partsEqualTotal,
  childrenEqualParent,
  classesEqualTotal,
  summaryPartsEqualTotal,
  incomeEqualsExpenditure,
  totalsAgree,
  basicPartsAgree,
  rowsAgree,
  classesAgree,
  procurementItemsEqualTotal,
  procurementFundsEqualAmount,
  projectFundsEqualBudget,
  debtKindsAddUp,
  balanceCloses,
  regionsAddUp,
  bondUseAddsUp,
  formulaColumn,
  levelsAddUp,
  wholeIsOwnAndBelow,
  transfersAgree,
  figuresMatchTables,
  itemsMatchTables,
  figuresAddUp,
  changeEqualsDifference,
  listAddsUp,
];
