import { editions } from "./amount-form.js";

/** 收入总表 (accounts: 收入决算表): income by source across, by functional class or source down. */
export const [budgetIncome, accountsIncome] = editions({
  form: "income",
  name: "收入总表",
  title:
    /^(?!.*(?:支出|拨款|基金|国有资本|三公|一般公共|公共财政|税收|返还)).*收入.*(?:表|情况|草案)/u,
  side: "income",
  classification: "function",
  fits: ({ twoSided, threePublicItems, headers }) =>
    !twoSided &&
    threePublicItems < 2 &&
    !headers.some((header) => /^(?:基本|项目)支出$/u.test(header)),
  shows: ({ twoSided, headers }) =>
    !twoSided &&
    headers.filter((header) => /(?:事业|经营|其他|补助|上缴|拨款)收入$/u.test(header)).length > 2,
});
