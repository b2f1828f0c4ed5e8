import { editions } from "./amount-form.js";

/** 收支总表 (accounts: 收入支出决算总表): all income beside all expenditure. */
export const [budgetSummary, accountsSummary] = editions({
  form: "summary",
  name: "收支总表",
  title: /^(?!.*(?:拨款|基金|国有资本|一般公共|三公|专户)).*(?:收支|收入支出).*(?:表|情况|草案)/u,
  side: null,
  classification: null,
  fits: ({ twoSided }) => twoSided,
  shows: ({ twoSided, headers, labels }) =>
    twoSided &&
    !headers.some((header) => /一般公共|基金|国有资本/u.test(header)) &&
    labels.some((label) => /事业收入|其他收入|上级补助|专户/u.test(label)),
});
