import type { ArithmeticCheck } from "./arithmetic.js";
import { changeEqualsDifference } from "./change-equals-difference.js";
import { childrenEqualParent } from "./children-equal-parent.js";
import { classesAgree } from "./classes-agree.js";
import { classesEqualTotal } from "./classes-equal-total.js";
import { figuresAddUp } from "./figures-add-up.js";
import { figuresMatchTables } from "./figures-match-tables.js";
import { incomeEqualsExpenditure } from "./income-equals-expenditure.js";
import { itemsMatchTables } from "./items-match-tables.js";
import { listAddsUp } from "./list-adds-up.js";
import { partsEqualTotal } from "./parts-equal-total.js";
import { procurementFundsEqualAmount } from "./procurement-funds-equal-amount.js";
import { procurementItemsEqualTotal } from "./procurement-items-equal-total.js";
import { projectFundsEqualBudget } from "./project-funds-equal-budget.js";
import { rowsAgree } from "./rows-agree.js";
import { summaryPartsEqualTotal } from "./summary-parts-equal-total.js";
import { totalsAgree } from "./totals-agree.js";

/** The checks that sum and compare. */
export const arithmeticChecks: readonly ArithmeticCheck[] = [
  partsEqualTotal,
  childrenEqualParent,
  classesEqualTotal,
  summaryPartsEqualTotal,
  incomeEqualsExpenditure,
  totalsAgree,
  rowsAgree,
  classesAgree,
  procurementItemsEqualTotal,
  procurementFundsEqualAmount,
  projectFundsEqualBudget,
  figuresMatchTables,
  itemsMatchTables,
  figuresAddUp,
  changeEqualsDifference,
  listAddsUp,
];
