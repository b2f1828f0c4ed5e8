/** The nine tables of the Shanghai layout. */
import { across, classRows, grouped, sideBySide, split, sum, type Leaf } from "../budget.js";
import { corner, line, newPage, type Piece, type TableMeaning } from "../description.js";
import { acrossItem, amountTable, rolesOf, type AmountTable } from "../forms/amount-table.js";
import { grid } from "../text-table.js";

/** The office that publishes. */
export const issuer = "栖云县市场监督管理局";

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
    header: grid`
      本年收入 | < | 本年支出 | <
      项目 | 预算数 | 项目 | 预算数`,
    body: [
      ...sideBySide(
        sources.map((label, at) => [label, at < 2 ? all : ""]),
        classes.map((row, at) => [`${ordinals[at] ?? ""}、${row.name}`, grouped(across(row))]),
      ),
      ["收入总计", all, "支出总计", all],
    ],
    roles: rolesOf("label in:total label out:total"),
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
    roles: rolesOf("code code code label total appropriation business other"),
    widths: [...codeWidths, 4, 4, 3, 3],
    common: { side: "income", classification: "function", phase: "budget" },
  }),
  ...inYuan({
    kind: "budget_expenditure",
    caption: "2025年部门支出预算总表",
    header: codeHead("功能分类科目编码", "支出预算", ["合计", "基本支出", "项目支出"]),
    body: byFunction((values) => [grouped(across({ values })), ...values.map(grouped)]),
    roles: rolesOf("code code code label total basic project"),
    widths: [...codeWidths, 4, 4, 4],
    common: { side: "expenditure", classification: "function", phase: "budget" },
  }),
  ...inYuan({
    kind: "budget_appropriation_summary",
    caption: "2025年部门财政拨款收支预算总表",
    header: grid`
      财政拨款收入 | < | 财政拨款支出 | < | < | < | <
      项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算`,
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
    roles: rolesOf(
      "label in:total label out:total out:general_public out:government_fund out:state_capital",
    ),
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
    roles: rolesOf("code code code label total basic project"),
    widths: [...codeWidths, 4, 4, 4],
    common: { side: "expenditure", classification: "function", phase: "budget" },
  });
}

const zeroed = (values: readonly number[]) => values.map((value) => grouped(value) || "0.00");
const emptyBody = grid`
       | | | | | |
       | | | 合计 | | | `;

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
    header: grid`
      项目 | < | < | 一般公共预算基本支出 | < | <
      部门预算经济分类科目编码 | < | 经济分类科目名称 | 合计 | 人员经费 | 公用经费
      类 | 款 | ^ | ^ | ^ | ^`,
    body: [
      ...classRows(economics).map(({ code, name, values }) => [
        ...split(code).slice(0, 2),
        name,
        grouped(across({ values })),
        ...zeroed(values),
      ]),
      ["", "", "合计", grouped(across({ values: sum(economics) })), ...zeroed(sum(economics))],
    ],
    roles: rolesOf("code code label total personnel public_use"),
    widths: [2.5, 2.5, 8, 4, 4, 4],
    common: { side: "expenditure", classification: "economic", phase: "budget" },
  }),
  ...titled("2025年部门“三公”经费和机关运行经费预算表", "万元", {
    meaning: meaningOf("budget_three_public", "2025年部门“三公”经费和机关运行经费预算表"),
    unit: "万元",
    header: grid`
      “三公”经费预算数 | < | < | < | < | < | 机关运行经费预算数
      合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | < | < | ^
      ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^`,
    body: grid`
      17.45 | | 1.85 | 15.60 | | 15.60 | 367.89`,
    roles: [
      acrossItem("total", "合计"),
      acrossItem("abroad", "因公出国(境)费"),
      acrossItem("reception", "公务接待费"),
      acrossItem("vehicles", "公务用车购置及运行费"),
      acrossItem("vehicle_purchase", "购置费"),
      acrossItem("vehicle_running", "运行费"),
      acrossItem("operating_costs", "机关运行经费预算数"),
    ],
    widths: [3, 3, 3, 3, 3, 3, 4],
    common: { side: "expenditure", phase: "budget" },
  }),
];

/** All tables in the order of the layout. */
export const tables: readonly Piece[] = [...summaries, ...details];
