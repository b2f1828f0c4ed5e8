/** Tables with column rules only, last year beside this year, project list; headings by outline level, tracked changes. */
import { across, classRows, plain, sum, type Leaf } from "../budget.js";
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
import { amountTable, rolesOf, type AmountTable } from "../forms/amount-table.js";
import { proseOf } from "../prose.js";
import { grid } from "../text-table.js";

const prose = proseOf({ fiscalYear: 2024, phase: "budget" });
const issuer = "栖云县卫生健康局";

/** 基本支出, 项目支出. */
const functions: readonly Leaf[] = [
  { code: "2080505", values: [56_40, 0] },
  { code: "2080506", values: [28_20, 0] },
  { code: "2100101", values: [523_18, 0] },
  { code: "2100102", values: [0, 46_00] },
  { code: "2100408", values: [0, 812_50] },
  { code: "2100716", values: [0, 64_36] },
  { code: "2101101", values: [25_61, 0] },
  { code: "2210201", values: [44_55, 0] },
];

/** 人员经费, 公用经费. */
const economics: readonly Leaf[] = [
  { code: "30101", values: [186_30, 0] },
  { code: "30102", values: [142_18, 0] },
  { code: "30103", values: [88_60, 0] },
  { code: "30108", values: [56_40, 0] },
  { code: "30109", values: [28_20, 0] },
  { code: "30110", values: [25_61, 0] },
  { code: "30113", values: [44_55, 0] },
  { code: "30201", values: [0, 31_10] },
  { code: "30211", values: [0, 18_00] },
  { code: "30217", values: [0, 2_20] },
  { code: "30231", values: [0, 9_60] },
  { code: "30239", values: [0, 45_20] },
];

/** 2023年预算数 by class. */
const before2024: Readonly<Record<string, string>> = {
  "208": "80.20",
  "20805": "80.20",
  "2080505": "53.40",
  "2080506": "26.80",
  "210": "1389.33",
  "21001": "536.08",
  "2100101": "501.08",
  "2100102": "35.00",
  "21004": "768.00",
  "2100408": "768.00",
  "21007": "60.90",
  "2100716": "60.90",
  "21011": "24.35",
  "2101101": "24.35",
  "221": "42.55",
  "22102": "42.55",
  "2210201": "42.55",
};

const all = plain(across({ values: sum(functions) }));

type Simple = Omit<AmountTable, "meaning" | "unit"> &
  Pick<TableMeaning, "kind"> & { readonly caption: string };

function form({ kind, caption, ...table }: Simple): readonly Piece[] {
  const meaning = { kind, caption, issuer_name: issuer };
  return [
    line(caption, "caption"),
    corner(`单位名称：${issuer}`, "单位：万元"),
    amountTable({ ...table, meaning, unit: "万元" }),
  ];
}

const spending = classRows(functions).map(({ code, name, values }) => [
  code,
  name,
  plain(across({ values })),
  ...values.map(plain),
]);
const spendingTotal = ["", "合计", all, ...sum(functions).map(plain)];
const functional = { side: "expenditure", classification: "function", phase: "budget" } as const;

const tables: readonly Piece[] = [
  ...form({
    kind: "budget_expenditure",
    caption: "部门支出总表",
    header: grid`
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出`,
    body: [spendingTotal, ...spending],
    roles: rolesOf("code label total basic project"),
    widths: [3, 8, 3, 3, 3],
    common: functional,
  }),
  ...form({
    kind: "budget_general_public",
    caption: "一般公共预算支出表",
    header: grid`
      功能分类科目 | < | 2023年预算数 | 2024年预算数 | < | <
      科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出`,
    body: [
      ["", "合计", "1512.08", ...spendingTotal.slice(2)],
      ...spending.map(([code = "", name = "", ...cells]) => [
        code,
        name,
        before2024[code] ?? "",
        ...cells,
      ]),
    ],
    roles: [
      "code",
      "label",
      { measure: "total", phase: "previous" },
      { measure: "total" },
      { measure: "basic" },
      { measure: "project" },
    ],
    widths: [3, 7, 3, 3, 3, 3],
    common: functional,
  }),
  ...form({
    kind: "budget_general_public_basic",
    caption: "一般公共预算基本支出表",
    header: grid`
      部门预算支出经济分类科目 | < | 本年一般公共预算基本支出 | < | <
      科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费`,
    body: [
      ["", "合计", plain(across({ values: sum(economics) })), ...sum(economics).map(plain)],
      ...classRows(economics).map(({ code, name, values }) => [
        code,
        name,
        plain(across({ values })),
        ...values.map(plain),
      ]),
    ],
    roles: rolesOf("code label total personnel public_use"),
    widths: [3, 7, 3, 3, 3],
    common: { side: "expenditure", classification: "economic", phase: "budget" },
  }),
  ...form({
    kind: "budget_projects",
    caption: "项目支出表",
    header: grid`
      项目名称 | 合计 | 本年拨款 | < | < | 财政专户管理资金 | 单位资金
      ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^`,
    body: grid`
      合计 | 922.86 | 922.86 | | | |
      基本公共卫生服务补助 | 812.50 | 812.50 | | | |
      计划生育服务 | 64.36 | 64.36 | | | |
      卫生健康信息化运行维护 | 46.00 | 46.00 | | | |`,
    roles: rolesOf(
      "label total general_public government_fund state_capital special_account unit_funds",
    ),
    widths: [6, 3, 3, 3, 3, 3, 3],
    common: { side: "expenditure", phase: "budget" },
  }),
];

const text: readonly Piece[] = [
  heading(1, "第一部分  部门概况", "other"),
  heading(2, "一、主要职能", "duties"),
  line(
    "贯彻执行卫生健康法律法规，统筹规划全县卫生健康资源配置，负责疾病预防控制和基本公共卫生服务。",
  ),
  heading(2, "二、机构设置", "organization"),
  line("本部门内设办公室、规划财务科、疾控应急科和基层卫生科，所属单位两家。"),
  heading(1, "第二部分  2024年部门预算情况说明", "other"),
  heading(2, "一、收支预算总体情况说明", "budget_overview"),
  prose(
    `2024年收入总计{income_total:1600.80万元}，支出总计{expenditure_total:1600.80万元}，与2023年相比，收支总计增加{change_total:88.72万元}，增长5.87%。`,
  ),
  heading(2, "二、支出预算情况说明", "expenditure"),
  prose(
    "2024年支出合计{expenditure_total:1600.80万元}，其中：基本支出{expenditure_basic:677.94万元}，占42.35%；项目支出{expenditure_project:922.86万元}，占57.65%。",
  ),
  heading(2, "三、“三公”经费预算情况说明", "three_public"),
  prose(
    "2024年“三公”经费预算为{three_public_total:11.80万元}，比2023年{three_public_total@2023:12.60万元}减少0.80万元。其中：公务用车运行维护费{three_public_vehicle_running:9.60万元}；公务接待费{three_public_reception:2.20万元}。",
  ),
  heading(2, "四、机关运行经费安排情况说明", "operating_costs"),
  prose(
    "2024年机关运行经费预算{operating_costs:106.10万元}，主要用于办公费、差旅费和公务用车运行维护费。",
  ),
  newPage,
  heading(1, "第三部分  2024年部门预算表", "budget_tables"),
];

/** 栖云县卫生健康局, 2024. */
export const openRules2024: Disclosure = {
  slug: "open-rules-2024",
  fiscalYear: 2024,
  about: {
    title: `${issuer}2024年部门预算`,
    issuer_name: issuer,
    fiscal_year: 2024,
    stage: "budget",
    scope: "department",
  },
  manner: {
    borders: "strokes",
    columnRulesOnly: true,
    repeatHeader: true,
    headings: "outlined",
    trackedChanges: true,
    indented: true,
  },
  pieces: [...title(issuer, "2024年部门预算"), ...text, ...tables],
};
