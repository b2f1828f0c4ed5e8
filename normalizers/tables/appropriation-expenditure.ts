import { editions } from "./amount-form.js";

/** 财政拨款支出表: all appropriations, general public and funds together, by functional class. */
export const [budgetAppropriationExpenditure, accountsAppropriationExpenditure] = editions({
  form: "appropriation_expenditure",
  name: "财政拨款支出表",
  title:
    /^(?!.*(?:一般公共|基金|国有资本|三公|基本支出|收支|收入)).*财政拨款(?:预算)?支出.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: "function",
  fits: ({ twoSided }) => !twoSided,
});
