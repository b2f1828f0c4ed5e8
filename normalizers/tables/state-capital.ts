import { editions } from "./amount-form.js";

/** 国有资本经营预算支出表 (accounts: 国有资本经营预算财政拨款支出决算表). */
export const [budgetStateCapital, accountsStateCapital] = editions({
  form: "state_capital",
  name: "国有资本经营预算支出表",
  title: /^(?!.*三公).*国有资本经营.*(?:表|情况|草案)/u,
  side: null,
  classification: "function",
  fits: () => true,
});
