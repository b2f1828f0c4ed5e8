/** Jiangsu layout: twelve numbered forms, a summary in three blocks, two label columns, procurement as an outline. */
import {
  corner,
  heading,
  line,
  newPage,
  title,
  type Disclosure,
  type Piece,
  type TableMeaning,
} from "../description.js";
import {
  across,
  classList,
  classRows,
  grouped,
  sideBySide,
  sum,
  type ClassRow,
  type Leaf,
} from "../budget.js";
import { formerNames, functionalClasses2018 } from "../class-names.js";
import { amountTable, type AmountTable } from "../forms/amount-table.js";
import { procurementTable } from "../forms/registers.js";
import { proseOf } from "../prose.js";

const prose = proseOf({ fiscalYear: 2018, phase: "budget" });
const issuer = "栖云县审计局";

const functions: readonly Leaf[] = [
  { code: "2010801", values: [612_45] },
  { code: "2010804", values: [238_00] },
  { code: "2080505", values: [58_30] },
  { code: "2080506", values: [29_15] },
  { code: "2210201", values: [66_80] },
  { code: "2210202", values: [121_40] },
];

const economics: readonly Leaf[] = [
  { code: "30101", values: [156_20] },
  { code: "30102", values: [310_55] },
  { code: "30108", values: [58_30] },
  { code: "30109", values: [29_15] },
  { code: "30113", values: [66_80] },
  { code: "30201", values: [21_00] },
  { code: "30207", values: [4_60] },
  { code: "30211", values: [38_00] },
  { code: "30215", values: [6_50] },
  { code: "30217", values: [5_40] },
  { code: "30228", values: [9_80] },
  { code: "30231", values: [12_00] },
  { code: "30239", values: [48_40] },
  { code: "30302", values: [31_40] },
];

const publicUse = economics.filter(({ code }) => code.startsWith("302"));
const basic = across({ values: sum(economics) });
const all = across({ values: sum(functions) });
const project = 238_00;
const reserve = all - basic - project;
const otherFunds = 12_60;
const grand = grouped(all + otherFunds);

type Simple = Omit<AmountTable, "meaning" | "unit"> & Pick<TableMeaning, "kind">;

/** `公开01表：` and the name, issuer and unit on the next line, the table. */
function form(number: string, caption: string, { kind, ...table }: Simple): readonly Piece[] {
  const meaning = { kind, caption, issuer_name: issuer };
  return [
    line(`公开${number}表：${caption}`, "caption"),
    corner(`部门：   ${issuer}`, "单位：万元"),
    amountTable({ ...table, meaning, unit: "万元" }),
  ];
}

const uses = [
  ["一、基本支出", grouped(basic)],
  ["二、项目支出", grouped(project)],
  ["三、单位预留机动经费", grouped(reserve)],
];

const expenditureSide = { measure: "total", side: "expenditure" } as const;
const incomeSide = { measure: "total", side: "income" } as const;
const sources = [
  ["一、财政拨款", grouped(all)],
  ["    1.一般公共预算", grouped(all)],
  ["    2.政府性基金预算", ""],
  ["二、财政专户管理资金", ""],
  ["三、其他资金", grouped(otherFunds)],
];

const withOther = (row: ClassRow | undefined): readonly string[] => {
  if (row === undefined) return [""];
  return [grouped(across(row) + (row.code === "201" ? otherFunds : 0))];
};

const summaries: readonly Piece[] = [
  ...form("01", "收支预算总表", {
    kind: "budget_summary",
    header: [
      ["收入", "<", "支出", "<", "<", "<"],
      ["项目名称", "金额", "功能分类", "<", "支出用途", "<"],
      ["^", "^", "功能科目名称", "金额", "项目名称", "金额"],
    ],
    body: [
      ...sideBySide(
        sideBySide(
          sources,
          classList(classRows(functions, formerNames), withOther, functionalClasses2018),
        ),
        [["一、基本支出", grouped(basic + otherFunds)], ...uses.slice(1)],
      ),
      ["当年收入小计", grand, "当年支出小计", "<", "<", grand],
      ["上年结转资金", "", "结转下年资金", "<", "<", ""],
      ["收入合计", grand, "支出合计", "<", "<", grand],
    ],
    roles: ["label", incomeSide, "label", expenditureSide, "label", expenditureSide],
    widths: [5, 3, 5, 3, 4, 3],
    common: { phase: "budget" },
  }),
  ...form("02", "收入预算总表", {
    kind: "budget_income",
    header: [["项目名称", "<", "金额"]],
    body: [
      ["收入总计", "<", grand],
      ["一般公共预算资金", "小计", grouped(all)],
      ["^", "公共财政拨款(补助)资金", grouped(all)],
      ["^", "专项收入", ""],
      ["政府性基金", "小计", ""],
      ["其他资金", "小计", grouped(otherFunds)],
      ["^", "事业收入", ""],
      ["^", "其他收入", grouped(otherFunds)],
    ],
    roles: ["label", "label", { measure: "total" }],
    widths: [4, 5, 5],
    common: { side: "income", phase: "budget" },
  }),
  ...form("03", "支出预算总表", {
    kind: "budget_expenditure",
    header: [["合计", "基本支出", "项目支出", "单位预留机动经费", "结转下年资金"]],
    body: [[grand, grouped(basic + otherFunds), grouped(project), grouped(reserve), ""]],
    roles: [
      { measure: "total", label: "合计" },
      { measure: "basic", label: "基本支出" },
      { measure: "project", label: "项目支出" },
      { measure: "unknown", label: "单位预留机动经费" },
      { measure: "carryover", label: "结转下年资金" },
    ],
    widths: [4, 4, 4, 4, 4],
    common: { side: "expenditure", phase: "budget" },
  }),
  ...form("04", "财政拨款收支预算总表", {
    kind: "budget_appropriation_summary",
    header: [
      ["收入", "<", "支出", "<"],
      ["项目名称", "金额", "支出用途", "<"],
      ["^", "^", "项目名称", "金额"],
    ],
    body: [
      ...sideBySide(
        [
          ["一、一般公共预算", grouped(all)],
          ["二、政府性基金预算", ""],
        ],
        uses,
      ),
      ["收入合计", grouped(all), "支出合计", grouped(all)],
    ],
    roles: ["label", incomeSide, "label", expenditureSide],
    widths: [5, 4, 5, 4],
    common: { phase: "budget" },
  }),
];

function byCode(
  kind: TableMeaning["kind"],
  leaves: readonly Leaf[],
  names: readonly [string, string, string],
): Simple {
  const rows = classRows(leaves, formerNames).map((row) => [
    row.code,
    row.name,
    grouped(across(row)),
  ]);
  return {
    kind,
    header: [names],
    body: [["", "合   计", grouped(across({ values: sum(leaves) }))], ...rows],
    roles: ["code", "label", { measure: "total" }],
    widths: [4, 7, 4],
    common: {
      side: "expenditure",
      classification: names[0].startsWith("功能") ? "function" : "economic",
      phase: "budget",
    },
  };
}

const functionNames = ["功能科目代码", "功能科目名称", "金额"] as const;
const economicNames = ["科目编码", "科目名称", "金额"] as const;

const details: readonly Piece[] = [
  ...form(
    "05",
    "财政拨款支出预算表",
    byCode("budget_appropriation_expenditure", functions, functionNames),
  ),
  ...form(
    "06",
    "财政拨款基本支出预算表",
    byCode("budget_appropriation_basic", economics, economicNames),
  ),
  ...form(
    "07",
    "一般公共预算支出预算表",
    byCode("budget_general_public", functions, functionNames),
  ),
  ...form(
    "08",
    "一般公共预算基本支出预算表",
    byCode("budget_general_public_basic", economics, economicNames),
  ),
  ...form("09", "一般公共预算“三公”经费、会议费、培训费支出预算表", {
    kind: "budget_three_public",
    header: [
      ["合计", "“三公”经费", "<", "<", "<", "<", "<", "会议费", "培训费"],
      [
        "^",
        "小计",
        "因公出国（境）费",
        "公务用车购置及运行维护费",
        "<",
        "<",
        "公务接待费",
        "^",
        "^",
      ],
      ["^", "^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^", "^", "^"],
    ],
    body: [["31.90", "17.40", "", "12.00", "", "12.00", "5.40", "6.50", "8.00"]],
    roles: [
      { measure: "total", label: "合计" },
      { measure: "total", item: "total", label: "“三公”经费" },
      { measure: "total", item: "abroad", label: "因公出国（境）费" },
      { measure: "total", item: "vehicles", label: "公务用车购置及运行维护费" },
      { measure: "total", item: "vehicle_purchase", label: "公务用车购置费" },
      { measure: "total", item: "vehicle_running", label: "公务用车运行维护费" },
      { measure: "total", item: "reception", label: "公务接待费" },
      { measure: "total", item: "meetings", label: "会议费" },
      { measure: "total", item: "training", label: "培训费" },
    ],
    widths: [3, 3, 3, 3, 3, 3, 3, 3, 3],
    common: { side: "expenditure", phase: "budget" },
  }),
  ...form("10", "政府性基金支出预算表", {
    kind: "budget_government_fund",
    header: [functionNames],
    body: [
      ["", "合计", ""],
      ["此表为空", "", ""],
    ],
    roles: ["code", "label", { measure: "total" }],
    widths: [4, 7, 4],
    common: { side: "expenditure", phase: "budget" },
  }),
  line("说明：本部门没有政府性基金支出。", "note"),
  ...form(
    "11",
    "一般公共预算机关运行经费支出预算表",
    byCode("budget_operating_costs", publicUse, ["科目编码", "科目名称", "机关运行经费支出"]),
  ),
];

const procurement: readonly Piece[] = [
  line("公开12表：政府采购支出预算表", "caption"),
  corner(`部门：   ${issuer}`, "单位：万元"),
  procurementTable({
    meaning: { caption: "政府采购支出预算表", issuer_name: issuer },
    unit: "万元",
    corner: [],
    header: [["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"]],
    columns: ["label", "project_name", "label", "item_name", null, "amount_total"],
    rows: [
      ["total", ["合计", "", "", "", "", "86.40"]],
      ["subtotal", ["一、货物A", "", "", "", "", "26.40"]],
      ["subtotal", ["", "审计信息化专项", "办公设备购置", "", "", "26.40"]],
      ["item", ["", "^", "", "便携式计算机", "政府集中采购", "18.00"]],
      ["item", ["", "^", "", "打印设备（20万以下）", "分散自行组织", "8.40"]],
      ["subtotal", ["三、服务C", "", "", "", "", "60.00"]],
      ["subtotal", ["", "政府投资审计专项", "委托业务费", "", "", "60.00"]],
      ["item", ["", "^", "", "工程造价咨询服务", "部门集中采购", "60.00"]],
    ],
    widths: [3, 4, 4, 4, 4, 3],
  }),
];

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
  heading(1, "第一部分", "部门概况", "other"),
  heading(2, "一", "主要职责", "duties"),
  line("1．主管全县审计工作，对财政收支和法律法规规定属于审计监督范围的财务收支进行审计监督。"),
  line("2．依法对领导干部实施经济责任审计。"),
  heading(2, "二", "部门机构设置及预算单位构成情况", "organization"),
  line("根据部门职责分工，本部门内设办公室、财政金融审计科和固定资产投资审计科。"),
  newPage,
  heading(1, "第二部分", "2018年度部门预算表", "budget_tables"),
];

const explanation: readonly Piece[] = [
  newPage,
  heading(1, "第三部分", "2018年度部门预算情况说明", "other"),
  heading(2, "一", "收支预算总体情况说明", "budget_overview"),
  prose(
    `${issuer}2018年度收入、支出预算总计{expenditure_total:${grand}万元}，与上年相比收、支预算总计各增加{change_total:45.20万元}，增长4.13%。`,
  ),
  heading(2, "二", "收入预算情况说明", "income"),
  prose(
    `本年收入预算合计{income_total:${grand}万元}，其中：一般公共预算收入{income_general_public:${grouped(all)}万元}，占98.89%；其他资金{income_other:12.60万元}，占1.11%。`,
  ),
  heading(2, "三", "支出预算情况说明", "expenditure"),
  prose(
    `本年支出预算合计{expenditure_total:${grand}万元}，其中：基本支出{expenditure_basic:${grouped(basic + otherFunds)}万元}，项目支出{expenditure_project:238.00万元}。`,
  ),
  heading(2, "四", "一般公共预算“三公”经费、会议费、培训费支出预算情况说明", "three_public"),
  prose(
    "“三公”经费预算支出中，因公出国（境）费支出{three_public_abroad:0万元}；公务用车购置及运行费支出{three_public_vehicles:12万元}；公务接待费支出{three_public_reception:5.4万元}。",
  ),
  heading(2, "五", "一般公共预算机关运行经费支出预算情况说明", "operating_costs"),
  prose("2018年本部门一般公共预算机关运行经费预算支出{operating_costs:145.70万元}。"),
  heading(2, "六", "政府采购支出预算情况说明", "procurement"),
  prose(
    "2018年度政府采购支出预算总额{procurement_total:86.40万元}，其中：拟采购货物支出26.40万元、拟购买服务支出60万元。",
  ),
  heading(1, "第四部分", "名词解释", "glossary"),
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
  pieces: [
    ...title(issuer, "2018年部门预算"),
    ...opening,
    ...summaries,
    ...details,
    ...procurement,
    ...explanation,
  ],
};
