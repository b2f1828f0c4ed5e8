import { editions } from "./amount-form.js";

/** 财政拨款基本支出表: basic expenditure from all appropriations by economic class. */
export const [budgetAppropriationBasic, accountsAppropriationBasic] = editions({
  form: "appropriation_basic",
  name: "财政拨款基本支出表",
  title: /^(?!.*(?:一般公共|基金|国有资本|三公)).*基本支出.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: "economic",
  fits: ({ twoSided }) => !twoSided,
});
