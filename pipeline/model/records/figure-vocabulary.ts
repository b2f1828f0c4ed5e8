/** The fixed values of the figures of the prose. */

export const FIGURE_MEASURES = [
  "income_total",
  "income_general_public",
  "income_government_fund",
  "income_special_account",
  "income_other",
  "expenditure_total",
  "expenditure_basic",
  "expenditure_personnel",
  "expenditure_public_use",
  "expenditure_project",
  "change_total",
  "change_basic",
  "change_project",
  "operating_costs",
  "three_public_total",
  "three_public_abroad",
  "three_public_vehicles",
  "three_public_vehicle_purchase",
  "three_public_vehicle_running",
  "three_public_reception",
  "procurement_total",
  "fixed_assets",
  "planned_asset_purchases",
  "expenditure_general_public",
  "expenditure_government_fund",
  "transfers_from_above",
  "income_tax",
  "income_non_tax",
  "income_land_transfer",
  "income_state_capital",
  "expenditure_state_capital",
  "income_social_insurance",
  "expenditure_social_insurance",
  "balance_social_insurance",
  "transfers_from_above_return",
  "transfers_from_above_general",
  "transfers_from_above_special",
  "transfers_to_below",
  "remitted_up",
  "remitted_from_below",
  "transferred_in",
  "transferred_out",
  "stabilization_used",
  "stabilization_added",
  "stabilization_balance",
  "carried_in",
  "carried_out",
  "income_sum",
  "expenditure_sum",
  "debt_limit",
  "debt_balance",
  "debt_new",
  "debt_issued",
  "debt_income",
  "debt_on_lent",
  "debt_refinanced",
  "debt_repaid",
  "debt_interest",
] as const;

/** Whose money a figure of a government is: with all governments below, with transfers to them, its own alone. */
export const FIGURE_COVERAGES = ["whole", "own_and_transfers", "own"] as const;

/** What a percentage of a government's report compares an amount with. */
export const FIGURE_BASES = ["previous_year", "budget", "adjusted_budget"] as const;

export type FigureMeasure = (typeof FIGURE_MEASURES)[number];
export type FigureBase = (typeof FIGURE_BASES)[number];
export type FigureCoverage = (typeof FIGURE_COVERAGES)[number];
