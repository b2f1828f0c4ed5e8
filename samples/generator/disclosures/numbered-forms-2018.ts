/** Jiangsu layout: twelve numbered forms, a summary in three blocks, two label columns, procurement as an outline. */
import { grouped } from "../budget.js";
import { heading, line, newPage, title, type Disclosure, type Piece } from "../description.js";
import { proseOf } from "../prose.js";
import { all, basic, grand, issuer, otherFunds, tables } from "./numbered-forms-2018-tables.js";

const prose = proseOf({ fiscalYear: 2018, phase: "budget" });

const opening: readonly Piece[] = [
  newPage,
  line("目    录", "contents"),
  ...[
    "第一部分  部门概况",
    "第二部分  2018年度部门预算表",
    "第三部分  2018年度部门预算情况说明",
    "第四部分  名词解释",
  ].map((text) => line(text, "contents")),
  newPage,
  heading(1, "第一部分  部门概况", "other"),
  heading(2, "一、主要职责", "duties"),
  line("1．主管全县审计工作，对财政收支和法律法规规定属于审计监督范围的财务收支进行审计监督。"),
  line("2．依法对领导干部实施经济责任审计。"),
  heading(2, "二、部门机构设置及预算单位构成情况", "organization"),
  line("根据部门职责分工，本部门内设办公室、财政金融审计科和固定资产投资审计科。"),
  newPage,
  heading(1, "第二部分  2018年度部门预算表", "budget_tables"),
];

const explanation: readonly Piece[] = [
  newPage,
  heading(1, "第三部分  2018年度部门预算情况说明", "other"),
  heading(2, "一、收支预算总体情况说明", "budget_overview"),
  prose(
    `${issuer}2018年度收入、支出预算总计{expenditure_total:${grand}万元}，与上年相比收、支预算总计各增加{change_total:45.20万元}，增长4.13%。`,
  ),
  heading(2, "二、收入预算情况说明", "income"),
  prose(
    `本年收入预算合计{income_total:${grand}万元}，其中：一般公共预算收入{income_general_public:${grouped(all)}万元}，占98.89%；其他资金{income_other:12.60万元}，占1.11%。`,
  ),
  heading(2, "三、支出预算情况说明", "expenditure"),
  prose(
    `本年支出预算合计{expenditure_total:${grand}万元}，其中：基本支出{expenditure_basic:${grouped(basic + otherFunds)}万元}，项目支出{expenditure_project:238.00万元}，单位预留机动经费90.00万元。`,
  ),
  heading(2, "四、一般公共预算“三公”经费、会议费、培训费支出预算情况说明", "three_public"),
  prose(
    "“三公”经费预算支出中，因公出国（境）费支出{three_public_abroad:0万元}；公务用车购置及运行费支出{three_public_vehicles:12万元}；公务接待费支出{three_public_reception:5.4万元}。",
  ),
  heading(2, "五、一般公共预算机关运行经费支出预算情况说明", "operating_costs"),
  prose("2018年本部门一般公共预算机关运行经费预算支出{operating_costs:145.70万元}。"),
  heading(2, "六、政府采购支出预算情况说明", "procurement"),
  prose(
    "2018年度政府采购支出预算总额{procurement_total:86.40万元}，其中：拟采购货物支出26.40万元、拟购买服务支出60万元。",
  ),
  heading(1, "第四部分  名词解释", "glossary"),
  line("一、财政拨款：指由一般公共预算、政府性基金预算安排的财政拨款数。"),
  line("二、基本支出：指为保障机构正常运转、完成工作任务而发生的人员支出和公用支出。"),
];

/** 栖云县审计局, 2018. */
export const numberedForms2018: Disclosure = {
  slug: "numbered-forms-2018",
  fiscalYear: 2018,
  about: {
    title: `${issuer}2018年部门预算`,
    issuer_name: issuer,
    fiscal_year: 2018,
    stage: "budget",
    scope: "department",
  },
  manner: { borders: "strokes", repeatHeader: false },
  pieces: [...title(issuer, "2018年部门预算"), ...opening, ...tables, ...explanation],
};
