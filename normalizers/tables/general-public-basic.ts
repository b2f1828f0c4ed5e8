import { editions } from "./amount-form.js";

/** 一般公共预算(财政拨款)基本支出表: basic expenditure by economic class, staff and public use across. */
export const [budgetGeneralPublicBasic, accountsGeneralPublicBasic] = editions({
  form: "general_public_basic",
  name: "一般公共预算财政拨款基本支出表",
  title: /一般公共.*基本支出.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: "economic",
  fits: ({ twoSided }) => !twoSided,
  shows: ({ headers }) =>
    headers.some((header) => header.startsWith("人员经费")) &&
    headers.some((header) => /^(?:日常)?公用经费/u.test(header)),
});
