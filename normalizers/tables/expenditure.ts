import { editions } from "./amount-form.js";

/** 支出总表 (accounts: 支出决算表): expenditure by functional class, basic and project across. */
export const [budgetExpenditure, accountsExpenditure] = editions({
  form: "expenditure",
  name: "支出总表",
  title:
    /^(?!.*(?:收入|收支|拨款|一般公共|基金|国有资本|三公|机关运行|绩效|采购|基本支出|项目支出)).*支出.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: "function",
  fits: ({ twoSided, headers }) =>
    !twoSided && headers.some((header) => /支出|合计|金额/u.test(header)),
  shows: ({ twoSided, headers }) =>
    !twoSided &&
    headers.some((header) => header.startsWith("上缴上级")) &&
    headers.some((header) => /基本支出/u.test(header)),
});
