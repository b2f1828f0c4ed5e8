import type { TableKind } from "../pipeline/table-kind.js";
import { FORMS } from "./forms/forms.js";
import { amountKinds } from "./forms/kinds.js";
import { activityPerformance } from "./tables/activity-performance.js";
import { assets } from "./tables/assets.js";
import { departmentPerformance } from "./tables/department-performance.js";
import { organization } from "./tables/organization.js";
import { procurement } from "./tables/procurement.js";
import { projectPerformance } from "./tables/project-performance.js";

/** Every kind of table that is read. Where two fit a table, the earlier one is meant. */
export const kinds: readonly TableKind[] = [
  projectPerformance,
  activityPerformance,
  departmentPerformance,
  procurement,
  assets,
  organization,
  ...amountKinds(FORMS),
];
