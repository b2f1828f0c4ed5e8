/** Shanghai layout: cover and contents, page titles without ordinals, tables in 元 with 类, 款, 项 columns, 三公 across in 万元. */
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
import { across, classRows, grouped, sideBySide, split, sum, type Leaf } from "../budget.js";
import { amountTable, type AmountTable, type Role } from "../forms/amount-table.js";
import { proseOf } from "../prose.js";

const prose = proseOf({ fiscalYear: 2025, phase: "budget" });
const issuer = "栖云县市场监督管理局";

/** 基本支出, 项目支出 in hundredths of a yuan. */
const functions: readonly Leaf[] = [
  { code: "2013801", values: [12_345_678_00, 0] },
  { code: "2013802", values: [0, 860_000_00] },
  { code: "2013805", values: [0, 1_452_300_50] },
  { code: "2080505", values: [1_120_480_00, 0] },
  { code: "2080506", values: [560_240_00, 0] },
  { code: "2101101", values: [702_300_00, 0] },
  { code: "2210201", values: [1_305_602_00, 0] },
];

/** 人员经费, 公用经费 in hundredths of a yuan. */
const economics: readonly Leaf[] = [
  { code: "30101", values: [3_456_780_00, 0] },
  { code: "30102", values: [5_210_000_00, 0] },
  { code: "30108", values: [1_120_480_00, 0] },
  { code: "30109", values: [560_240_00, 0] },
  { code: "30110", values: [702_300_00, 0] },
  { code: "30113", values: [1_305_602_00, 0] },
  { code: "30201", values: [0, 820_000_00] },
  { code: "30211", values: [0, 310_400_00] },
  { code: "30217", values: [0, 18_500_00] },
  { code: "30228", values: [0, 402_600_00] },
  { code: "30231", values: [0, 156_000_00] },
  { code: "30239", values: [0, 1_971_398_00] },
];

const all = grouped(across({ values: sum(functions) }));

function titled(year: string, unit: string, table: AmountTable): readonly Piece[] {
  return [
    newPage,
    line(year, "caption"),
    corner(`编制部门：${issuer}`, `单位：${unit}`),
    amountTable(table),
  ];
}

function meaningOf(kind: TableMeaning["kind"], caption: string): TableMeaning {
  return { kind, caption, issuer_name: issuer, fiscal_year: 2025 };
}

type Simple = Omit<AmountTable, "meaning" | "unit"> &
  Pick<TableMeaning, "kind"> & { readonly caption: string };

function inYuan({ kind, caption, ...table }: Simple): readonly Piece[] {
  return titled(caption, "元", { ...table, unit: "元", meaning: meaningOf(kind, caption) });
}

const money: Role = { measure: "total" };
const codes: readonly Role[] = ["code", "code", "code", "label"];
const codeWidths = [2, 1.6, 1.6, 8];

function codeHead(first: string, group: string, names: readonly string[]): AmountTable["header"] {
  const over = names.map((_, at) => (at === 0 ? group : "<"));
  return [
    ["项目", "<", "<", "<", ...over],
    [first, "<", "<", "功能分类科目名称", ...names],
    ["类", "款", "项", "^", ...names.map(() => "^")],
  ];
}

function byFunction(cells: (values: readonly number[]) => readonly string[]): AmountTable["body"] {
  const rows = classRows(functions).map(({ code, name, values }) => [
    ...split(code),
    name,
    ...cells(values),
  ]);
  return [...rows, ["", "", "", "合计", ...cells(sum(functions))]];
}

const sources = [
  "一、财政拨款收入",
  "1. 一般公共预算资金",
  "2. 政府性基金",
  "3. 国有资本经营预算",
  "二、事业收入",
  "三、其他收入",
];
const classes = classRows(functions).filter(({ code }) => code.length === 3);
const ordinals = ["一", "二", "三", "四"];

const summaries: readonly Piece[] = [
  ...inYuan({
    kind: "budget_summary",
    caption: "2025年部门财务收支预算总表",
    header: [
      ["本年收入", "<", "本年支出", "<"],
      ["项目", "预算数", "项目", "预算数"],
    ],
    body: [
      ...sideBySide(
        sources.map((label, at) => [label, at < 2 ? all : ""]),
        classes.map((row, at) => [`${ordinals[at] ?? ""}、${row.name}`, grouped(across(row))]),
      ),
      ["收入总计", all, "支出总计", all],
    ],
    roles: [
      "label",
      { measure: "total", side: "income" },
      "label",
      { measure: "total", side: "expenditure" },
    ],
    widths: [6, 4, 6, 4],
    common: { phase: "budget" },
  }),
  ...inYuan({
    kind: "budget_income",
    caption: "2025年部门收入预算总表",
    header: codeHead("功能分类科目编码", "收入预算", [
      "合计",
      "财政拨款收入",
      "事业收入",
      "其他收入",
    ]),
    body: byFunction((values) => [
      grouped(across({ values })),
      grouped(across({ values })),
      "",
      "",
    ]),
    roles: [
      ...codes,
      money,
      { measure: "appropriation" },
      { measure: "business" },
      { measure: "other" },
    ],
    widths: [...codeWidths, 4, 4, 3, 3],
    common: { side: "income", classification: "function", phase: "budget" },
  }),
  ...inYuan({
    kind: "budget_expenditure",
    caption: "2025年部门支出预算总表",
    header: codeHead("功能分类科目编码", "支出预算", ["合计", "基本支出", "项目支出"]),
    body: byFunction((values) => [grouped(across({ values })), ...values.map(grouped)]),
    roles: [...codes, money, { measure: "basic" }, { measure: "project" }],
    widths: [...codeWidths, 4, 4, 4],
    common: { side: "expenditure", classification: "function", phase: "budget" },
  }),
  ...inYuan({
    kind: "budget_appropriation_summary",
    caption: "2025年部门财政拨款收支预算总表",
    header: [
      ["财政拨款收入", "<", "财政拨款支出", "<", "<", "<", "<"],
      ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
    ],
    body: [
      ...sideBySide(
        [
          ["一、一般公共预算资金", all],
          ["二、政府性基金", ""],
        ],
        classes.map((row, at) => [
          `${ordinals[at] ?? ""}、${row.name}`,
          grouped(across(row)),
          grouped(across(row)),
          "",
          "",
        ]),
      ),
      ["收入总计", all, "支出总计", all, all, "", ""],
    ],
    roles: [
      "label",
      { measure: "total", side: "income" },
      "label",
      { measure: "total", side: "expenditure" },
      { measure: "general_public", side: "expenditure" },
      { measure: "government_fund", side: "expenditure" },
      { measure: "state_capital", side: "expenditure" },
    ],
    widths: [5, 4, 5, 4, 4, 3, 3],
    common: { phase: "budget" },
  }),
];

function functional(
  kind: TableMeaning["kind"],
  name: string,
  body: AmountTable["body"],
): readonly Piece[] {
  return inYuan({
    kind,
    caption: `2025年部门${name}支出功能分类预算表`,
    header: codeHead("功能分类科目编码", `${name}支出`, ["合计", "基本支出", "项目支出"]),
    body,
    roles: [...codes, money, { measure: "basic" }, { measure: "project" }],
    widths: [...codeWidths, 4, 4, 4],
    common: { side: "expenditure", classification: "function", phase: "budget" },
  });
}

const zeroed = (values: readonly number[]) => values.map((value) => grouped(value) || "0.00");
const emptyBody = [
  ["", "", "", "", "", "", ""],
  ["", "", "", "合计", "", "", ""],
];

const details: readonly Piece[] = [
  ...functional(
    "budget_general_public",
    "一般公共预算",
    byFunction((values) => [grouped(across({ values })), ...values.map(grouped)]),
  ),
  ...functional("budget_government_fund", "政府性基金预算", emptyBody),
  line("注：本部门2025年没有使用政府性基金预算安排的支出，本表为空。", "note"),
  ...functional("budget_state_capital", "国有资本经营预算", emptyBody),
  line("注：本部门2025年没有使用国有资本经营预算安排的支出，本表为空。", "note"),
  ...inYuan({
    kind: "budget_general_public_basic",
    caption: "2025年部门一般公共预算基本支出部门预算经济分类预算表",
    header: [
      ["项目", "<", "<", "一般公共预算基本支出", "<", "<"],
      ["部门预算经济分类科目编码", "<", "经济分类科目名称", "合计", "人员经费", "公用经费"],
      ["类", "款", "^", "^", "^", "^"],
    ],
    body: [
      ...classRows(economics).map(({ code, name, values }) => [
        ...split(code).slice(0, 2),
        name,
        grouped(across({ values })),
        ...zeroed(values),
      ]),
      ["", "", "合计", grouped(across({ values: sum(economics) })), ...zeroed(sum(economics))],
    ],
    roles: ["code", "code", "label", money, { measure: "personnel" }, { measure: "public_use" }],
    widths: [2.5, 2.5, 8, 4, 4, 4],
    common: { side: "expenditure", classification: "economic", phase: "budget" },
  }),
  ...titled("2025年部门“三公”经费和机关运行经费预算表", "万元", {
    meaning: meaningOf("budget_three_public", "2025年部门“三公”经费和机关运行经费预算表"),
    unit: "万元",
    header: [
      ["“三公”经费预算数", "<", "<", "<", "<", "<", "机关运行经费预算数"],
      ["合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费", "<", "<", "^"],
      ["^", "^", "^", "小计", "购置费", "运行费", "^"],
    ],
    body: [["17.45", "", "1.85", "15.60", "", "15.60", "367.89"]],
    roles: [
      { measure: "total", item: "total", label: "合计" },
      { measure: "total", item: "abroad", label: "因公出国(境)费" },
      { measure: "total", item: "reception", label: "公务接待费" },
      { measure: "total", item: "vehicles", label: "公务用车购置及运行费" },
      { measure: "total", item: "vehicle_purchase", label: "购置费" },
      { measure: "total", item: "vehicle_running", label: "运行费" },
      { measure: "total", item: "operating_costs", label: "机关运行经费预算数" },
    ],
    widths: [3, 3, 3, 3, 3, 3, 4],
    common: { side: "expenditure", phase: "budget" },
  }),
];

const contents: readonly Piece[] = [
  newPage,
  line("目    录", "contents"),
  ...[
    "部门主要职能",
    "部门机构设置",
    "名词解释",
    "部门预算编制说明",
    "部门预算表",
    "其他相关情况说明",
  ].map((name, at) =>
    line(
      `${"一二三四五六".charAt(at)}、${name}${"．".repeat(24 - name.length)}${at + 3}`,
      "contents",
    ),
  ),
];

const chapters: readonly Piece[] = [
  newPage,
  heading(1, null, `${issuer}主要职能`, "duties"),
  line("（一）负责市场综合监督管理和市场主体登记注册。"),
  line("（二）负责产品质量、食品安全和特种设备安全监督管理。"),
  newPage,
  heading(1, null, `${issuer}机构设置`, "organization"),
  line("本部门设办公室、登记注册科、质量监督科和食品安全科，下属事业单位一家。"),
  newPage,
  heading(1, null, "名词解释", "glossary"),
  line("（一）基本支出：指为保障机构正常运转、完成日常工作任务而编制的年度支出计划。"),
  line("（二）项目支出：指为完成特定的工作任务而编制的年度支出计划。"),
  newPage,
  heading(1, null, "2025年部门预算编制说明", "budget_overview"),
  prose(
    `2025年，${issuer}收入预算{income_total:1,834.66万元}，其中：财政拨款收入1,834.66万元，比2024年预算增加52.30万元；事业收入0万元；其他收入{income_other:0万元}。`,
  ),
  prose(
    "支出预算{expenditure_total:1,834.66万元}，其中：财政拨款支出预算1,834.66万元。财政拨款支出主要内容如下：",
  ),
];

const closing: readonly Piece[] = [
  newPage,
  heading(1, null, "其他相关情况说明", "other_matters"),
  heading(2, "一", "2025年“三公”经费预算情况说明", "three_public"),
  prose("2025年“三公”经费预算数为{three_public_total:17.45万元}，与2024年预算持平。"),
  prose("（一）因公出国（境）费{three_public_abroad:0万元}，与2024年预算持平。"),
  prose(
    "（二）公务用车购置及运行费{three_public_vehicles:15.60万元}，其中：公务用车购置费{three_public_vehicle_purchase:0万元}；公务用车运行费{three_public_vehicle_running:15.60万元}。",
  ),
  prose("（三）公务接待费{three_public_reception:1.85万元}，主要用于跨部门协作交流。"),
  heading(2, "二", "机关运行经费预算", "operating_costs"),
  prose(`2025年${issuer}财政拨款的机关运行经费预算为{operating_costs:367.89万元}。`),
  heading(2, "三", "政府采购预算情况", "procurement"),
  prose(
    "2025年度政府采购预算{procurement_total:96.00万元}，其中：货物预算36.00万元、服务预算60.00万元。",
  ),
  heading(2, "四", "国有资产占有使用情况", "assets"),
  line("截至2024年8月31日，本部门共有车辆4辆，单价100万元（含）以上设备1台（套）。"),
];

/** 栖云县市场监督管理局, 2025. */
export const yuan2025: Disclosure = {
  slug: "yuan-2025",
  fiscalYear: 2025,
  about: {
    title: "栖云县2025年县级部门预算",
    issuer_name: issuer,
    fiscal_year: 2025,
    stage: "budget",
    scope: "department",
  },
  manner: { borders: "rectangles", repeatHeader: true, noise: "bookmarks", rowPadding: 13 },
  pieces: [
    ...title("栖云县2025年县级部门预算"),
    line(`预算主管部门：${issuer}`),
    ...contents,
    ...chapters,
    ...summaries,
    ...details,
    ...closing,
  ],
};
