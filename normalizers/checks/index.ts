import type { Check } from "../../pipeline/check.js";
import { arithmeticChecks } from "./arithmetic-checks.js";
import { announcedTablePresent } from "./announced-table-present.js";
import { asOfFitsYear } from "./as-of-fits-year.js";
import { captionNamesProject } from "./caption-names-project.js";
import { codeNameFits } from "./code-name-fits.js";
import { comparisonWordsFit } from "./comparison-words-fit.js";
import { emptyTableNoted } from "./empty-table-noted.js";
import { formulaResult } from "./formula-result.js";
import { gradesDistinct } from "./grades-distinct.js";
import { headingYearFits } from "./heading-year-fits.js";
import { increaseExplained } from "./increase-explained.js";
import { indicatorCountsFit } from "./indicator-counts-fit.js";
import { namedPurchasesListed } from "./named-purchases-listed.js";
import { operatingCostsWithinPublicUse } from "./operating-costs-within-public-use.js";
import { percentageFits } from "./percentage-fits.js";
import { placeholderLeft } from "./placeholder-left.js";
import { planRisesTo100 } from "./plan-rises-to-100.js";
import { projectBudgetsWithinExpenditure } from "./project-budgets-within-expenditure.js";
import { projectCodeUnique } from "./project-code-unique.js";
import { quantityTimesPrice } from "./quantity-times-price.js";
import { recognitionCorrected } from "./recognition-corrected.js";
import { recognitionDiffers } from "./recognition-differs.js";
import { recognitionDoubtful } from "./recognition-doubtful.js";
import { recognitionImprobable } from "./recognition-improbable.js";
import { rounding } from "./rounding.js";
import { targetBoundDoubtful } from "./target-bound-doubtful.js";
import { targetWithoutUnit } from "./target-without-unit.js";
import { threePublicCoversBasic } from "./three-public-covers-basic.js";
import { unitDoubtful } from "./unit-doubtful.js";
import { vehiclePurchasePlanned } from "./vehicle-purchase-planned.js";

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
  recognitionCorrected,
  recognitionDiffers,
  recognitionImprobable,
  recognitionDoubtful,
];
