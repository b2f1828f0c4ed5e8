/** Final accounts: nine tables, 合计 in the last header row, two tables side by side, 预算数 and 决算数 in pairs across. */
import { heading, line, newPage, title, type Disclosure, type Piece } from "../description.js";
import { proseOf } from "../prose.js";
import { issuer, tables } from "./accounts-2024-tables.js";

const prose = proseOf({ fiscalYear: 2024, phase: "accounts" });

const opening: readonly Piece[] = [
  newPage,
  heading(1, `第一部分  ${issuer}概况`, "other"),
  heading(2, "一、主要职能", "duties"),
  line("（一）承担统筹推进法治建设的责任，负责行政复议和行政应诉工作。"),
  line("（二）负责公共法律服务体系建设，指导监督律师、公证和法律援助工作。"),
  heading(2, "二、部门决算单位构成", "organization"),
  line("从预算单位构成看，栖云县司法局部门决算包括栖云县司法局本级决算，没有下属单位。"),
  newPage,
  heading(1, `第二部分  ${issuer}2024年度部门决算表`, "budget_tables"),
];

const explanation: readonly Piece[] = [
  newPage,
  heading(1, `第三部分  ${issuer}2024年度部门决算情况说明`, "other"),
  heading(2, "一、收入支出决算总体情况说明", "budget_overview"),
  prose(
    `${issuer}2024年度收入支出总计{expenditure_total:785.40万元}。与2023年度相比，收入支出总计增加{change_total:12.30万元}，增长1.59%。`,
  ),
  heading(2, "二、收入决算情况说明", "income"),
  prose(
    "本年收入合计{income_total:780.00万元}，其中：财政拨款收入776.80万元，占99.59%；其他收入{income_other:3.20万元}，占0.41%。",
  ),
  heading(2, "三、支出决算情况说明", "expenditure"),
  prose(
    "本年支出合计{expenditure_total:777.03万元}，其中：基本支出{expenditure_basic:621.88万元}，占80.03%；项目支出{expenditure_project:155.15万元}，占19.97%。",
  ),
  heading(2, "四、一般公共预算财政拨款基本支出决算情况说明", "expenditure"),
  prose(
    "一般公共预算财政拨款基本支出{expenditure_basic:621.88万元}。其中：人员经费{expenditure_personnel:546.48万元}，主要包括基本工资和津贴补贴；公用经费{expenditure_public_use:75.40万元}，主要包括办公费和差旅费。",
  ),
  heading(2, "五、财政拨款“三公”经费支出决算情况说明", "three_public"),
  prose(
    "“三公”经费财政拨款支出年初预算为{three_public_total/budget:14.00万元}，支出决算为{three_public_total:11.15万元}，完成预算的79.64%，其中：因公出国（境）费决算为{three_public_abroad:0.00万元}；公务用车购置及运行费决算为{three_public_vehicles:9.80万元}；公务接待费决算为{three_public_reception:1.35万元}。",
  ),
  heading(2, "六、其他重要事项的情况说明", "other_matters"),
  heading(3, "（一）机关运行经费支出情况", "operating_costs"),
  prose("机关运行经费支出{operating_costs:75.40万元}，比2023年度增加1.10万元，增长1.48%。"),
  heading(3, "（二）政府采购支出情况", "procurement"),
  prose(
    `${issuer}2024年度政府采购金额为{procurement_total:36.20万元}，其中：货物采购金额6.20万元、服务采购金额30.00万元。`,
  ),
  newPage,
  heading(1, "第四部分  名词解释", "glossary"),
  line("一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。"),
  line("二、年末结转和结余：指单位按规定结转到下年继续使用的资金。"),
];

/** 栖云县司法局, final accounts of 2024. */
export const accounts2024: Disclosure = {
  slug: "accounts-2024",
  fiscalYear: 2024,
  about: {
    title: `${issuer}2024年度部门决算`,
    issuer_name: issuer,
    fiscal_year: 2024,
    stage: "final_accounts",
    scope: "department",
  },
  manner: { borders: "strokes", repeatHeader: false, wideTables: "turned" },
  pieces: [...title(issuer, "2024年度部门决算"), ...opening, ...tables, ...explanation],
};
