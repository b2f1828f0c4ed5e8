import type { Check } from "../../pipeline/check.js";
import type { ArithmeticCheck } from "./arithmetic.js";
import { childrenEqualParent } from "./children-equal-parent.js";
import { classesAgree } from "./classes-agree.js";
import { classesEqualTotal } from "./classes-equal-total.js";
import { incomeEqualsExpenditure } from "./income-equals-expenditure.js";
import { partsEqualTotal } from "./parts-equal-total.js";
import { rounding } from "./rounding.js";
import { rowsAgree } from "./rows-agree.js";
import { summaryPartsEqualTotal } from "./summary-parts.js";
import { totalsAgree } from "./totals-agree.js";
import { unitDoubtful } from "./unit-doubtful.js";

const arithmeticChecks: readonly ArithmeticCheck[] = [
  partsEqualTotal,
  childrenEqualParent,
  classesEqualTotal,
  summaryPartsEqualTotal,
  incomeEqualsExpenditure,
  totalsAgree,
  rowsAgree,
  classesAgree,
];

/** Every check, in the order of its findings. */
export const checks: readonly Check[] = [
  ...arithmeticChecks,
  rounding(arithmeticChecks),
  unitDoubtful(arithmeticChecks),
];
