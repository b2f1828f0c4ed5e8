import { editions } from "./amount-form.js";

/** 一般公共预算(财政拨款)支出表: general public budget spending, one row per functional class. */
export const [budgetGeneralPublic, accountsGeneralPublic] = editions({
  form: "general_public",
  name: "一般公共预算财政拨款支出表",
  title: /^(?!.*(?:基本支出|三公|机关运行|项目支出|收支|收入)).*一般公共.*支出.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: "function",
  fits: ({ twoSided }) => !twoSided,
});
