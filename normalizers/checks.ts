import type { Check } from "../pipeline/model/check.js";
import { arithmeticChecks } from "./checks/arithmetic-checks.js";
import { amountUnread } from "./checks/unread/amount-unread.js";
import { announcedTablePresent } from "./checks/across/announced-table-present.js";
import { asOfFitsYear } from "./checks/document/as-of-fits-year.js";
import { captionNamesProject } from "./checks/document/caption-names-project.js";
import { codeNameFits } from "./checks/across/code-name-fits.js";
import { comparisonWordsFit } from "./checks/prose/comparison-words-fit.js";
import { debtWithinLimit } from "./checks/across/debt-within-limit.js";
import { emptyTableNoted } from "./checks/across/empty-table-noted.js";
import { formulaResult } from "./checks/sums/formula-result.js";
import { gradesDistinct } from "./checks/performance/grades-distinct.js";
import { headingYearFits } from "./checks/document/heading-year-fits.js";
import { increaseExplained } from "./checks/prose/increase-explained.js";
import { indicatorCountsFit } from "./checks/performance/indicator-counts-fit.js";
import { namedPurchasesListed } from "./checks/prose/named-purchases-listed.js";
import { operatingCostsWithinPublicUse } from "./checks/across/operating-costs-within-public-use.js";
import { percentageFits } from "./checks/prose/percentage-fits.js";
import { placeholderLeft } from "./checks/document/placeholder-left.js";
import { planRisesTo100 } from "./checks/performance/plan-rises-to-100.js";
import { projectBudgetsWithinExpenditure } from "./checks/across/project-budgets-within-expenditure.js";
import { projectCodeUnique } from "./checks/across/project-code-unique.js";
import { quantityTimesPrice } from "./checks/sums/quantity-times-price.js";
import { recognitionCorrected } from "./checks/ocr/recognition-corrected.js";
import { recognitionDiffers } from "./checks/ocr/recognition-differs.js";
import { recognitionDoubtful } from "./checks/ocr/recognition-doubtful.js";
import { recognitionImprobable } from "./checks/ocr/recognition-improbable.js";
import { rounding } from "./checks/sums/rounding.js";
import { targetBoundDoubtful } from "./checks/performance/target-bound-doubtful.js";
import { targetWithoutUnit } from "./checks/performance/target-without-unit.js";
import { threePublicCoversBasic } from "./checks/across/three-public-covers-basic.js";
import { captionAlone } from "./checks/unread/caption-alone.js";
import { headerDoubtful } from "./checks/unread/header-doubtful.js";
import { nothingCompleted } from "./checks/prose/nothing-completed.js";
import { numberIgnored } from "./checks/unread/number-ignored.js";
import { recordsMissing } from "./checks/unread/records-missing.js";
import { rowComparisonFits } from "./checks/sums/row-comparison-fits.js";
import { rowTorn } from "./checks/unread/row-torn.js";
import { tableInProse } from "./checks/unread/table-in-prose.js";
import { tableNotUnderstood } from "./checks/unread/table-not-understood.js";
import { textUnfit } from "./checks/unread/text-unfit.js";
import { unitDoubtful } from "./checks/document/unit-doubtful.js";
import { vehiclePurchasePlanned } from "./checks/across/vehicle-purchase-planned.js";

/** Every check, in the order of its findings. */
export const checks: readonly Check[] = [
  tableNotUnderstood,
  recordsMissing,
  headerDoubtful,
  numberIgnored,
  rowTorn,
  textUnfit,
  tableInProse,
  amountUnread,
  captionAlone,
  ...arithmeticChecks,
  rounding(arithmeticChecks),
  unitDoubtful(arithmeticChecks),
  percentageFits,
  rowComparisonFits,
  comparisonWordsFit,
  nothingCompleted,
  threePublicCoversBasic,
  operatingCostsWithinPublicUse,
  projectBudgetsWithinExpenditure,
  debtWithinLimit,
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
  recognitionCorrected,
  recognitionDiffers,
  recognitionImprobable,
  recognitionDoubtful,
];
