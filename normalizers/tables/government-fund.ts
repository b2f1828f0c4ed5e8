import { editions } from "./amount-form.js";

/** 政府性基金预算支出表 (accounts: 政府性基金预算财政拨款收入支出决算表). */
export const [budgetGovernmentFund, accountsGovernmentFund] = editions({
  form: "government_fund",
  name: "政府性基金预算支出表",
  title: /^(?!.*(?:三公|社会保险|社保)).*(?:政府性?基金|基金预算).*(?:表|情况|草案)/u,
  side: null,
  classification: "function",
  fits: () => true,
});
