import { editions } from "./amount-form.js";

/** 财政拨款收支总表 (accounts: 财政拨款收入支出决算总表): appropriations received beside what they pay for. */
export const [budgetAppropriationSummary, accountsAppropriationSummary] = editions({
  form: "appropriation_summary",
  name: "财政拨款收支总表",
  title: /^(?!.*(?:基金|国有资本|三公)).*拨款.*(?:收支|收入支出).*(?:表|情况|草案)/u,
  side: null,
  classification: null,
  fits: ({ twoSided }) => twoSided,
  shows: ({ twoSided, headers }) =>
    twoSided && headers.some((header) => /一般公共预算/u.test(header)),
});
