/** The fixed values of the dataset: every code that a column may hold. `docs/values.md` says what each means. */

export const STAGES = ["budget", "final_accounts"] as const;
export const SCOPES = ["department", "unit", "government"] as const;

export const SECTION_KINDS = [
  "duties",
  "organization",
  "budget_overview",
  "income",
  "expenditure",
  "year_on_year",
  "operating_costs",
  "three_public",
  "performance",
  "performance_department",
  "performance_activities",
  "performance_projects",
  "performance_special_funds",
  "procurement",
  "assets",
  "glossary",
  "other_matters",
  "approval",
  "budget_tables",
  "other",
] as const;

/** The statutory forms of amounts. Each has a budget and an accounts edition. */
export const FORM_NAMES = [
  "summary",
  "income",
  "expenditure",
  "appropriation_summary",
  "general_public",
  "general_public_basic",
  "government_fund",
  "state_capital",
  "three_public",
  "appropriation_expenditure",
  "appropriation_basic",
  "operating_costs",
  "projects",
] as const;

/** The tables of amounts of whole governments; which edition one is of stands in a column. */
const GOVERNMENT_KINDS = [
  "gov_general_public_income",
  "gov_general_public_expenditure",
  "gov_fund_income",
  "gov_fund_expenditure",
  "gov_state_capital_income",
  "gov_state_capital_expenditure",
  "gov_balance",
  "gov_fiscal_summary",
  "gov_social_insurance",
  "gov_by_region",
  "gov_projects",
  "special_account",
] as const;

/** The tables of 税收返还和转移支付. */
const TRANSFER_KINDS = [
  "transfers_received",
  "transfers_by_item",
  "transfers_by_region",
  "transfers_by_item_and_region",
] as const;

export const TABLE_KINDS = [
  ...FORM_NAMES.map((form) => `budget_${form}` as const),
  ...FORM_NAMES.map((form) => `accounts_${form}` as const),
  "organization",
  "activity_performance",
  "department_performance",
  "project_performance",
  "self_evaluation",
  "procurement",
  "debt_limit_balance",
  "debt_balance_movement",
  "debt_issue_repay",
  "debt_quota",
  "debt_plan",
  "debt_repayment_plan",
  ...GOVERNMENT_KINDS,
  ...TRANSFER_KINDS,
  "bond_use",
  "bond_use_by_function",
  "assets",
  "unknown",
] as const;

export const MEASURES = [
  "total",
  "current_year",
  "appropriation",
  "special_account",
  "business",
  "operating",
  "superior_subsidy",
  "subordinate_remittance",
  "other",
  "carryover",
  "basic",
  "project",
  "remittance_to_superior",
  "subsidy_to_subordinate",
  "personnel",
  "public_use",
  "general_public",
  "government_fund",
  "state_capital",
  "opening_carryover",
  "closing_carryover",
  "unit_funds",
  "change",
  "change_percent",
  "percent_of_budget",
  "percent_of_adjusted_budget",
  "percent_of_previous",
  "share",
  "unknown",
] as const;

export const PHASES = ["budget", "adjusted_budget", "execution", "accounts", "previous"] as const;

/** Which of a government's budgets an amount belongs to; `all`: all of them together. */
export const ACCOUNTS = [
  "general_public",
  "government_fund",
  "state_capital",
  "social_insurance",
  "special_account",
  "debt",
  "all",
] as const;

/** Whose amounts: a region's with all governments below, its government's with transfers to these, its own alone, those of the governments below. */
export const COVERAGES = ["whole", "own_and_transfers", "own", "subordinate"] as const;

/** What a government's table reports: a plan, how it was carried out, the accounts, a change of the plan. */
export const TABLE_EDITIONS = ["budget", "execution", "accounts", "adjustment"] as const;

/** Whether a government pays transfers to those below or receives them from above. */
export const TRANSFER_DIRECTIONS = ["paid", "received"] as const;
/** The categories of transfers; `return`: 税收返还, `shared_powers`: 共同财政事权. */
export const TRANSFER_CATEGORIES = [
  "return",
  "general",
  "shared_powers",
  "special",
  "total",
] as const;

/** What a row of a table of the use of bonds is: a project, a field of use, a sum of others. */
export const BOND_ROWS = ["item", "function", "subtotal", "total"] as const;

/** Rows that the budgets of all governments have. */
export const ITEM_CODES = [
  "tax",
  "non_tax",
  "income_own",
  "expenditure_own",
  "transfers_from_above",
  "transfers_to_below",
  "remitted_up",
  "remitted_from_below",
  "transferred_in",
  "transferred_out",
  "stabilization_used",
  "stabilization_added",
  "debt_income",
  "debt_repayment",
  "debt_on_lent",
  "carried_in",
  "carried_out",
  "income_total",
  "expenditure_total",
] as const;

/** What a row is among those of its table: `balance` is what was carried over, or income less expenditure. */
export const ROW_ROLES = ["total", "subtotal", "of_which", "item", "balance"] as const;

/** The statutory concepts that amounts state, whatever the layout of their table. */
export const CONCEPTS = [
  "income_total",
  "income_current",
  "income_appropriation",
  "income_appropriation_total",
  "income_general_public",
  "income_general_public_total",
  "income_government_fund",
  "income_government_fund_total",
  "income_state_capital",
  "income_social_insurance",
  "income_special_account",
  "income_business",
  "income_operating",
  "income_superior_subsidy",
  "income_subordinate_remittance",
  "income_unit_funds",
  "income_other",
  "opening_carryover",
  "expenditure_total",
  "expenditure_current",
  "expenditure_basic",
  "expenditure_personnel",
  "expenditure_public_use",
  "expenditure_project",
  "expenditure_reserve",
  "closing_carryover",
  "expenditure_appropriation",
  "expenditure_appropriation_total",
  "expenditure_appropriation_basic",
  "expenditure_appropriation_project",
  "expenditure_general_public",
  "expenditure_general_public_total",
  "expenditure_general_public_basic",
  "expenditure_general_public_personnel",
  "expenditure_general_public_public_use",
  "expenditure_general_public_project",
  "expenditure_government_fund",
  "expenditure_government_fund_total",
  "expenditure_state_capital",
  "expenditure_social_insurance",
  "three_public_total",
  "three_public_abroad",
  "three_public_vehicles",
  "three_public_vehicle_purchase",
  "three_public_vehicle_running",
  "three_public_reception",
  "meetings",
  "training",
  "operating_costs",
  "tax_revenue",
  "non_tax_revenue",
  "transfers_from_above",
  "transfers_to_below",
] as const;

export const THREE_PUBLIC_ITEMS = [
  "total",
  "abroad",
  "vehicles",
  "vehicle_purchase",
  "vehicle_running",
  "reception",
  "meetings",
  "training",
  "operating_costs",
] as const;

/** The funds of social insurance. */
export const INSURANCE_FUNDS = [
  "pension_enterprise",
  "pension_residents",
  "pension_public",
  "medical_employees",
  "medical_residents",
  "work_injury",
  "unemployment",
  "long_term_care",
] as const;

/** What columns or rows of a table may be items of: “三公” or social insurance. */
export const AMOUNT_ITEMS = [...THREE_PUBLIC_ITEMS, ...INSURANCE_FUNDS] as const;

/** What is told of a government's debt. */
export const DEBT_MEASURES = [
  "limit",
  "balance",
  "new_limit",
  "early_limit",
  "issued",
  "issued_new",
  "issued_refinancing",
  "issued_swap",
  "foreign_loans",
  "repaid",
  "repaid_own_funds",
  "repaid_refinanced",
  "interest",
  "issue_costs",
  "deficit",
  "due",
] as const;
export const DEBT_KINDS = ["general", "special", "total"] as const;
export const DEBT_PHASES = ["previous_actual", "budget", "execution", "accounts"] as const;

/** Whose debt it is: that of a region with all governments below, of its own government, of those below. */
export const DEBT_SCOPES = ["whole", "own", "subordinate"] as const;

export const LEVEL1_CODES = ["output", "outcome", "satisfaction", "cost"] as const;
export const LEVEL2_CODES = [
  "quantity",
  "quality",
  "timeliness",
  "cost",
  "economic",
  "social",
  "ecological",
  "sustainability",
  "satisfaction",
] as const;
export const GRADES = ["excellent", "good", "fair", "poor"] as const;
export const TARGET_KINDS = ["number", "boolean", "text", "empty"] as const;
export const OPERATORS = ["gte", "lte", "gt", "lt", "eq", "range"] as const;

export type SectionKind = (typeof SECTION_KINDS)[number];
export type FormName = (typeof FORM_NAMES)[number];
export type TableKindName = (typeof TABLE_KINDS)[number];
export type Measure = (typeof MEASURES)[number];
export type Phase = (typeof PHASES)[number];
export type TransferKindName = (typeof TRANSFER_KINDS)[number];
export type TransferDirection = (typeof TRANSFER_DIRECTIONS)[number];
export type TransferCategory = (typeof TRANSFER_CATEGORIES)[number];
export type GovernmentKindName = (typeof GOVERNMENT_KINDS)[number];
export type Account = (typeof ACCOUNTS)[number];
export type Coverage = (typeof COVERAGES)[number];
export type TableEdition = (typeof TABLE_EDITIONS)[number];
export type RowRole = (typeof ROW_ROLES)[number];
export type Concept = (typeof CONCEPTS)[number];
export type ItemCode = (typeof ITEM_CODES)[number];
export type InsuranceFund = (typeof INSURANCE_FUNDS)[number];
export type AmountItem = (typeof AMOUNT_ITEMS)[number];
export type ThreePublicItem = (typeof THREE_PUBLIC_ITEMS)[number];
export type DebtMeasure = (typeof DEBT_MEASURES)[number];
export type DebtKind = (typeof DEBT_KINDS)[number];
export type DebtPhase = (typeof DEBT_PHASES)[number];
export type DebtScope = (typeof DEBT_SCOPES)[number];
export type Stage = (typeof STAGES)[number];
export type Scope = (typeof SCOPES)[number];
