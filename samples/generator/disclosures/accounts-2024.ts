/** Final accounts: nine tables, 合计 in the last header row, two tables side by side, 预算数 and 决算数 in pairs across. */
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
  split,
  sum,
  type Leaf,
} from "../budget.js";
import { amountTable, type AmountTable, type Role } from "../forms/amount-table.js";
import { proseOf } from "../prose.js";

const prose = proseOf({ fiscalYear: 2024, phase: "accounts" });
const issuer = "栖云县司法局";

/** 财政拨款收入, 其他收入. */
const income: readonly Leaf[] = [
  { code: "2040601", values: [488_49, 3_20] },
  { code: "2040604", values: [94_00, 0] },
  { code: "2040607", values: [58_75, 0] },
  { code: "2080505", values: [41_20, 0] },
  { code: "2080506", values: [20_60, 0] },
  { code: "2101101", values: [25_10, 0] },
  { code: "2210201", values: [48_66, 0] },
];

/** 基本支出, 项目支出; `local`: what other funds paid of the projects. */
function spent(local: number): readonly Leaf[] {
  return [
    { code: "2040601", values: [486_32, 0] },
    { code: "2040604", values: [0, 94_00 + local] },
    { code: "2040607", values: [0, 58_75] },
    { code: "2080505", values: [41_20, 0] },
    { code: "2080506", values: [20_60, 0] },
    { code: "2101101", values: [25_10, 0] },
    { code: "2210201", values: [48_66, 0] },
  ];
}

const expenditure = spent(2_40);
const appropriated = spent(0);

const personnel: readonly Leaf[] = [
  { code: "30101", values: [152_30] },
  { code: "30102", values: [180_22] },
  { code: "30103", values: [60_00] },
  { code: "30108", values: [41_20] },
  { code: "30109", values: [20_60] },
  { code: "30110", values: [25_10] },
  { code: "30113", values: [48_66] },
  { code: "30302", values: [18_40] },
];

const publicUse: readonly Leaf[] = [
  { code: "30201", values: [20_15] },
  { code: "30207", values: [5_25] },
  { code: "30211", values: [12_00] },
  { code: "30216", values: [2_10] },
  { code: "30217", values: [1_35] },
  { code: "30228", values: [8_05] },
  { code: "30231", values: [9_80] },
  { code: "30239", values: [16_70] },
];

const earned = sum(income);
const totalOf = (leaves: readonly Leaf[]) => grouped(across({ values: sum(leaves) }));

type Simple = Omit<AmountTable, "meaning" | "unit"> &
  Pick<TableMeaning, "kind"> & { readonly caption: string };

function account({ kind, caption, ...table }: Simple): readonly Piece[] {
  const meaning = { kind, caption };
  return [
    line(caption, "caption"),
    corner("", "单位：万元"),
    amountTable({ ...table, meaning, unit: "万元" }),
  ];
}

const incomeSide: Role = { measure: "total", side: "income" };
const expenditureSide: Role = { measure: "total", side: "expenditure" };
const sources = [
  ["一、一般公共预算财政拨款收入", grouped(earned[0] ?? 0)],
  ["二、政府性基金预算财政拨款收入", ""],
  ["三、国有资本经营预算财政拨款收入", ""],
  ["四、上级补助收入", ""],
  ["五、事业收入", ""],
  ["六、经营收入", ""],
  ["七、附属单位上缴收入", ""],
  ["八、其他收入", grouped(earned[1] ?? 0)],
];

const spending = (leaves: readonly Leaf[]) =>
  classRows(leaves).map(({ code, name, values }) => [
    ...split(code),
    name,
    grouped(across({ values })),
    ...values.map(grouped),
  ]);

const codes: readonly Role[] = ["code", "code", "code", "label"];
const functional = { classification: "function", phase: "accounts" } as const;

/** Header with the amounts of `合计` beside 类, 款, 项. */
function totalInHeader(names: readonly string[], totals: readonly string[]): AmountTable["header"] {
  return [
    ["项目", "<", "<", "<", ...names],
    ["支出功能分类科目编码", "<", "<", "科目名称", ...names.map(() => "^")],
    ["类", "款", "项", "合计", ...totals],
  ];
}

const earnedCells = (values: readonly number[]) => [
  grouped(across({ values })),
  grouped(values[0] ?? 0),
  "",
  "",
  "",
  "",
  grouped(values[1] ?? 0),
];

const firstTables: readonly Piece[] = [
  ...account({
    kind: "accounts_summary",
    caption: "收入支出决算总表",
    header: [
      ["收入", "<", "支出", "<"],
      ["项目", "决算数", "项目", "决算数"],
    ],
    body: [
      ...sideBySide(
        sources,
        classList(classRows(expenditure), (row) => [row === undefined ? "" : grouped(across(row))]),
      ),
      ["本年收入合计", grouped(across({ values: earned })), "本年支出合计", totalOf(expenditure)],
      ["使用非财政拨款结余（含专用结余）", "", "结余分配", ""],
      ["年初结转和结余", "5.40", "年末结转和结余", "8.37"],
      ["总计", "785.40", "总计", "785.40"],
    ],
    roles: ["label", incomeSide, "label", expenditureSide],
    widths: [7, 3, 7, 3],
    common: { phase: "accounts" },
  }),
  ...account({
    kind: "accounts_income",
    caption: "收入决算表",
    header: totalInHeader(
      [
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
      ],
      earnedCells(earned),
    ),
    lastHeaderRowIsData: true,
    body: classRows(income).map(({ code, name, values }) => [
      ...split(code),
      name,
      ...earnedCells(values),
    ]),
    roles: [
      ...codes,
      { measure: "total" },
      { measure: "appropriation" },
      { measure: "superior_subsidy" },
      { measure: "business" },
      { measure: "operating" },
      { measure: "subordinate_remittance" },
      { measure: "other" },
    ],
    widths: [2, 1.6, 1.6, 7, 4, 4, 3, 3, 3, 3, 3],
    common: { ...functional, side: "income" },
  }),
  ...account({
    kind: "accounts_expenditure",
    caption: "支出决算表",
    header: totalInHeader(
      ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
      [totalOf(expenditure), ...sum(expenditure).map(grouped), "", "", ""],
    ),
    lastHeaderRowIsData: true,
    body: spending(expenditure).map((row) => [...row, "", "", ""]),
    roles: [
      ...codes,
      { measure: "total" },
      { measure: "basic" },
      { measure: "project" },
      { measure: "remittance_to_superior" },
      { measure: "operating" },
      { measure: "subsidy_to_subordinate" },
    ],
    widths: [2, 1.6, 1.6, 7, 4, 4, 4, 3, 3, 3],
    common: { ...functional, side: "expenditure" },
  }),
];

const both = (cell: string) => [cell, cell, "", ""];

const appropriationTables: readonly Piece[] = [
  ...account({
    kind: "accounts_appropriation_summary",
    caption: "财政拨款收入支出决算总表",
    header: [
      ["收入", "<", "支出", "<", "<", "<", "<"],
      [
        "项目",
        "决算数",
        "项目",
        "合计",
        "一般公共预算财政拨款",
        "政府性基金预算财政拨款",
        "国有资本经营预算财政拨款",
      ],
    ],
    body: [
      ...sideBySide(
        [
          ["一、一般公共预算财政拨款", "776.80"],
          ["二、政府性基金预算财政拨款", ""],
          ["三、国有资本经营预算财政拨款", ""],
        ],
        classList(classRows(appropriated), (row) =>
          both(row === undefined ? "" : grouped(across(row))),
        ),
      ),
      ["本年收入合计", "776.80", "本年支出合计", ...both(totalOf(appropriated))],
      ["年初财政拨款结转和结余", "5.00", "年末财政拨款结转和结余", ...both("7.17")],
      ["总计", "781.80", "总计", ...both("781.80")],
    ],
    roles: [
      "label",
      incomeSide,
      "label",
      expenditureSide,
      { measure: "general_public", side: "expenditure" },
      { measure: "government_fund", side: "expenditure" },
      { measure: "state_capital", side: "expenditure" },
    ],
    widths: [5, 3, 6, 3, 3, 3, 3],
    common: { phase: "accounts" },
  }),
  ...account({
    kind: "accounts_general_public",
    caption: "一般公共预算财政拨款支出决算表",
    header: [
      ["项目", "<", "<", "<", "合计", "基本支出", "项目支出"],
      ["支出功能分类科目编码", "<", "<", "科目名称", "^", "^", "^"],
      ["类", "款", "项", "^", "^", "^", "^"],
    ],
    body: [
      ...spending(appropriated),
      ["合计", "<", "<", "<", totalOf(appropriated), ...sum(appropriated).map(grouped)],
    ],
    roles: [...codes, { measure: "total" }, { measure: "basic" }, { measure: "project" }],
    widths: [2, 1.6, 1.6, 8, 4, 4, 4],
    common: { ...functional, side: "expenditure" },
  }),
  ...account({
    kind: "accounts_general_public_basic",
    caption: "一般公共预算财政拨款基本支出决算表",
    header: [
      [
        "经济分类科目编码",
        "<",
        "科目名称",
        "决算数",
        "经济分类科目编码",
        "<",
        "科目名称",
        "决算数",
      ],
      ["类", "款", "^", "^", "类", "款", "^", "^"],
    ],
    body: [
      ...sideBySide(economicRows(personnel), economicRows(publicUse)),
      ["人员经费合计", "<", "<", totalOf(personnel), "公用经费合计", "<", "<", totalOf(publicUse)],
    ],
    roles: [
      "code",
      "code",
      "label",
      { measure: "total" },
      "code",
      "code",
      "label",
      { measure: "total" },
    ],
    widths: [2, 1.6, 6, 3, 2, 1.6, 6, 3],
    common: { classification: "economic", phase: "accounts", side: "expenditure" },
  }),
];

function economicRows(leaves: readonly Leaf[]): readonly (readonly string[])[] {
  return classRows(leaves).map((row) => [
    ...split(row.code).slice(0, 2),
    row.name,
    grouped(across(row)),
  ]);
}

/** 预算数 and 决算数 of one item. */
function pair(
  item: "total" | "abroad" | "vehicles" | "vehicle_purchase" | "vehicle_running" | "reception",
  label: string,
): readonly Role[] {
  return [
    { measure: "total", phase: "budget", item, label },
    { measure: "total", phase: "accounts", item, label },
  ];
}

const emptyFund = (kind: TableMeaning["kind"], name: string): readonly Piece[] => [
  ...account({
    kind,
    caption: `${name}财政拨款收入支出决算表`,
    header: [
      ["项目", "<", "<", "<", "年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余"],
      ["支出功能分类科目编码", "<", "<", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^"],
      ["类", "款", "项", "^", "^", "^", "^", "^", "^", "^"],
    ],
    body: [["合计", "<", "<", "<", "", "", "", "", "", ""]],
    roles: [
      ...codes,
      { measure: "opening_carryover" },
      { measure: "current_year" },
      { measure: "total" },
      { measure: "basic" },
      { measure: "project" },
      { measure: "closing_carryover" },
    ],
    widths: [2, 1.6, 1.6, 6, 3, 3, 3, 3, 3, 3],
    common: functional,
  }),
  line(`注：${issuer}无${name}财政拨款支出，故本表无数据。`, "note"),
];

const lastTables: readonly Piece[] = [
  ...account({
    kind: "accounts_three_public",
    caption: "财政拨款“三公”经费支出决算表",
    header: [
      ["财政拨款“三公”经费", ...Array.from({ length: 11 }, () => "<")],
      [
        "合计",
        "<",
        "因公出国（境）费",
        "<",
        "公务用车购置及运行费",
        "<",
        "<",
        "<",
        "<",
        "<",
        "公务接待费",
        "<",
      ],
      ["^", "^", "^", "^", "小计", "<", "公务用车购置费", "<", "公务用车运行费", "<", "^", "^"],
      Array.from({ length: 6 }, () => ["预算数", "决算数"]).flat(),
    ],
    body: [["14.00", "11.15", "", "", "12.00", "9.80", "", "", "12.00", "9.80", "2.00", "1.35"]],
    roles: [
      ...pair("total", "合计"),
      ...pair("abroad", "因公出国（境）费"),
      ...pair("vehicles", "公务用车购置及运行费"),
      ...pair("vehicle_purchase", "公务用车购置费"),
      ...pair("vehicle_running", "公务用车运行费"),
      ...pair("reception", "公务接待费"),
    ],
    widths: Array.from({ length: 12 }, () => 2),
    common: { side: "expenditure" },
  }),
  ...emptyFund("accounts_government_fund", "政府性基金预算"),
  ...emptyFund("accounts_state_capital", "国有资本经营预算"),
];

const opening: readonly Piece[] = [
  newPage,
  heading(1, "第一部分", `${issuer}概况`, "other"),
  heading(2, "一", "主要职能", "duties"),
  line("（一）承担统筹推进法治建设的责任，负责行政复议和行政应诉工作。"),
  line("（二）负责公共法律服务体系建设，指导监督律师、公证和法律援助工作。"),
  heading(2, "二", "部门决算单位构成", "organization"),
  line("从预算单位构成看，栖云县司法局部门决算包括栖云县司法局本级决算，没有下属单位。"),
  newPage,
  heading(1, "第二部分", `${issuer}2024年度部门决算表`, "budget_tables"),
];

const explanation: readonly Piece[] = [
  newPage,
  heading(1, "第三部分", `${issuer}2024年度部门决算情况说明`, "other"),
  heading(2, "一", "收入支出决算总体情况说明", "budget_overview"),
  prose(
    `${issuer}2024年度收入支出总计{expenditure_total:785.40万元}。与2023年度相比，收入支出总计增加{change_total:12.30万元}，增长1.59%。`,
  ),
  heading(2, "二", "收入决算情况说明", "income"),
  prose(
    "本年收入合计{income_total:780.00万元}，其中：财政拨款收入776.80万元，占99.59%；其他收入{income_other:3.20万元}，占0.41%。",
  ),
  heading(2, "三", "支出决算情况说明", "expenditure"),
  prose(
    "本年支出合计{expenditure_total:777.03万元}，其中：基本支出{expenditure_basic:621.88万元}，占80.03%；项目支出{expenditure_project:155.15万元}，占19.97%。",
  ),
  heading(2, "四", "一般公共预算财政拨款基本支出决算情况说明", "expenditure"),
  prose(
    "一般公共预算财政拨款基本支出{expenditure_basic:621.88万元}。其中：人员经费{expenditure_personnel:546.48万元}，主要包括基本工资和津贴补贴；公用经费{expenditure_public_use:75.40万元}，主要包括办公费和差旅费。",
  ),
  heading(2, "五", "财政拨款“三公”经费支出决算情况说明", "three_public"),
  prose(
    "“三公”经费财政拨款支出年初预算为{three_public_total/budget:14.00万元}，支出决算为{three_public_total:11.15万元}，完成预算的79.64%，其中：因公出国（境）费决算为{three_public_abroad:0.00万元}；公务用车购置及运行费决算为{three_public_vehicles:9.80万元}；公务接待费决算为{three_public_reception:1.35万元}。",
  ),
  heading(2, "六", "其他重要事项的情况说明", "other_matters"),
  heading(3, "（一）", "机关运行经费支出情况", "operating_costs"),
  prose("机关运行经费支出{operating_costs:75.40万元}，比2023年度增加1.10万元，增长1.48%。"),
  heading(3, "（二）", "政府采购支出情况", "procurement"),
  prose(
    `${issuer}2024年度政府采购金额为{procurement_total:36.20万元}，其中：货物采购金额6.20万元、服务采购金额30.00万元。`,
  ),
  newPage,
  heading(1, "第四部分", "名词解释", "glossary"),
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
  manner: { borders: "strokes", repeatHeader: false, landscapeTables: true },
  pieces: [
    ...title(issuer, "2024年度部门决算"),
    ...opening,
    ...firstTables,
    ...appropriationTables,
    ...lastTables,
    ...explanation,
  ],
};
