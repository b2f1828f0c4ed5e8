import { editions } from "./amount-form.js";

/** 机关运行经费支出表: what keeps a government body running, by economic class. */
export const [budgetOperatingCosts, accountsOperatingCosts] = editions({
  form: "operating_costs",
  name: "机关运行经费支出表",
  title: /^(?!.*三公).*机关运行经费.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: "economic",
  fits: ({ twoSided }) => !twoSided,
});
