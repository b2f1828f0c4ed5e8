import { editions } from "./amount-form.js";

/** 项目支出表: one row a project, its sources of funds across. */
export const [budgetProjects, accountsProjects] = editions({
  form: "projects",
  name: "项目支出表",
  title: /^(?!.*(?:绩效|采购)).*项目支出.*(?:表|情况|草案)/u,
  side: "expenditure",
  classification: null,
  fits: ({ twoSided, headers }) => !twoSided && headers.some((header) => /项目/u.test(header)),
});
