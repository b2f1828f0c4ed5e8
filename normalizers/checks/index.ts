import type { Check } from "../../pipeline/check.js";
import type { ArithmeticCheck } from "./arithmetic.js";
import { announcedTablePresent } from "./announced-table-present.js";
import { asOfFitsYear } from "./as-of-fits-year.js";
import { captionNamesProject } from "./caption-names-project.js";
import { changeEqualsDifference } from "./change-equals-difference.js";
import { childrenEqualParent } from "./children-equal-parent.js";
import { classesAgree } from "./classes-agree.js";
import { classesEqualTotal } from "./classes-equal-total.js";
import { codeNameFits } from "./code-name-fits.js";
import { comparisonWordsFit } from "./comparison-words-fit.js";
import { emptyTableNoted } from "./empty-table-noted.js";
import { figuresAddUp } from "./figures-add-up.js";
import { figuresMatchTables } from "./figures-match-tables.js";
import { formulaResult } from "./formula-result.js";
import { gradesDistinct } from "./grades-distinct.js";
import { headingYearFits } from "./heading-year-fits.js";
import { incomeEqualsExpenditure } from "./income-equals-expenditure.js";
import { increaseExplained } from "./increase-explained.js";
import { indicatorCountsFit } from "./indicator-counts-fit.js";
import { itemsMatchTables } from "./items-match-tables.js";
import { listAddsUp } from "./list-adds-up.js";
import { namedPurchasesListed } from "./named-purchases-listed.js";
import { operatingCostsWithinPublicUse } from "./operating-costs-within-public-use.js";
import { partsEqualTotal } from "./parts-equal-total.js";
import { percentageFits } from "./percentage-fits.js";
import { placeholderLeft } from "./placeholder-left.js";
import { planRisesTo100 } from "./plan-rises-to-100.js";
import { procurementFundsEqualAmount } from "./procurement-funds-equal-amount.js";
import { procurementItemsEqualTotal } from "./procurement-items-equal-total.js";
import { projectBudgetsWithinExpenditure } from "./project-budgets-within-expenditure.js";
import { projectCodeUnique } from "./project-code-unique.js";
import { projectFundsEqualBudget } from "./project-funds-equal-budget.js";
import { quantityTimesPrice } from "./quantity-times-price.js";
import { rounding } from "./rounding.js";
import { rowsAgree } from "./rows-agree.js";
import { summaryPartsEqualTotal } from "./summary-parts-equal-total.js";
import { targetBoundDoubtful } from "./target-bound-doubtful.js";
import { targetWithoutUnit } from "./target-without-unit.js";
import { threePublicCoversBasic } from "./three-public-covers-basic.js";
import { totalsAgree } from "./totals-agree.js";
import { unitDoubtful } from "./unit-doubtful.js";
import { vehiclePurchasePlanned } from "./vehicle-purchase-planned.js";

const arithmeticChecks: readonly ArithmeticCheck[] = [
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

/** Every check, in the order of its findings. */
export const checks: readonly Check[] = [
  ...arithmeticChecks,
  rounding(arithmeticChecks),
  unitDoubtful(arithmeticChecks),
  percentageFits,
  comparisonWordsFit,
  threePublicCoversBasic,
  operatingCostsWithinPublicUse,
  projectBudgetsWithinExpenditure,
  quantityTimesPrice,
  planRisesTo100,
  projectCodeUnique,
  targetWithoutUnit,
  targetBoundDoubtful,
  gradesDistinct,
  placeholderLeft,
  headingYearFits,
  asOfFitsYear,
  announcedTablePresent,
  emptyTableNoted,
  codeNameFits,
  captionNamesProject,
  formulaResult,
  increaseExplained,
  vehiclePurchasePlanned,
  namedPurchasesListed,
  indicatorCountsFit,
];
