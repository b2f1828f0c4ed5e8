import type { TableKind } from "../../pipeline/table-kind.js";
import { activityPerformance } from "./activity-performance.js";
import { accountsAppropriationBasic, budgetAppropriationBasic } from "./appropriation-basic.js";
import {
  accountsAppropriationExpenditure,
  budgetAppropriationExpenditure,
} from "./appropriation-expenditure.js";
import {
  accountsAppropriationSummary,
  budgetAppropriationSummary,
} from "./appropriation-summary.js";
import { assets } from "./assets.js";
import { departmentPerformance } from "./department-performance.js";
import { accountsExpenditure, budgetExpenditure } from "./expenditure.js";
import { accountsGeneralPublic, budgetGeneralPublic } from "./general-public.js";
import { accountsGeneralPublicBasic, budgetGeneralPublicBasic } from "./general-public-basic.js";
import { accountsGovernmentFund, budgetGovernmentFund } from "./government-fund.js";
import { accountsIncome, budgetIncome } from "./income.js";
import { accountsOperatingCosts, budgetOperatingCosts } from "./operating-costs.js";
import { organization } from "./organization.js";
import { procurement } from "./procurement.js";
import { projectPerformance } from "./project-performance.js";
import { accountsProjects, budgetProjects } from "./projects.js";
import { accountsStateCapital, budgetStateCapital } from "./state-capital.js";
import { accountsSummary, budgetSummary } from "./summary.js";
import { accountsThreePublic, budgetThreePublic } from "./three-public.js";

/** Every kind of table that is read. Where two fit a table, the earlier one is meant. */
export const kinds: readonly TableKind[] = [
  projectPerformance,
  activityPerformance,
  departmentPerformance,
  procurement,
  assets,
  organization,
  budgetThreePublic,
  accountsThreePublic,
  budgetOperatingCosts,
  accountsOperatingCosts,
  budgetGovernmentFund,
  accountsGovernmentFund,
  budgetStateCapital,
  accountsStateCapital,
  budgetAppropriationSummary,
  accountsAppropriationSummary,
  budgetGeneralPublicBasic,
  accountsGeneralPublicBasic,
  budgetAppropriationBasic,
  accountsAppropriationBasic,
  budgetGeneralPublic,
  accountsGeneralPublic,
  budgetAppropriationExpenditure,
  accountsAppropriationExpenditure,
  budgetProjects,
  accountsProjects,
  budgetSummary,
  accountsSummary,
  budgetIncome,
  accountsIncome,
  budgetExpenditure,
  accountsExpenditure,
];
