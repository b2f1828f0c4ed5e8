import type { TableKind } from "../../pipeline/model/table-kind.js";
import { FORMS } from "./forms.js";
import { amountKinds } from "./kinds.js";
import { activityPerformance } from "../tables/performance/activity-performance.js";
import { assets } from "../tables/registers/assets.js";
import { governmentKinds } from "./government-forms.js";
import { bondUse } from "../tables/bonds/bond-use.js";
import { bondUseByFunction } from "../tables/bonds/bond-use-by-function.js";
import { debtKinds } from "../tables/debt/debt.js";
import { departmentPerformance } from "../tables/performance/department-performance.js";
import { organization } from "../tables/registers/organization.js";
import { procurement } from "../tables/registers/procurement.js";
import { projectPerformance } from "../tables/performance/project-performance.js";
import { transferKinds } from "../tables/transfers/transfers.js";
import { selfEvaluation } from "../tables/performance/self-evaluation.js";

/** Every kind of table that is read. Where two fit a table, the earlier one is meant. */
export const kinds: readonly TableKind[] = [
  projectPerformance,
  activityPerformance,
  departmentPerformance,
  selfEvaluation,
  procurement,
  assets,
  organization,
  ...debtKinds,
  bondUse,
  bondUseByFunction,
  ...transferKinds,
  ...governmentKinds,
  ...amountKinds(FORMS),
];
