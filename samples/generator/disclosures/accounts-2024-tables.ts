/** The nine tables of the final accounts. */
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
import { corner, line, type Piece, type TableMeaning } from "../description.js";
import { acrossItem, amountTable, rolesOf, type AmountTable } from "../forms/amount-table.js";
import { grid } from "../text-table.js";

/** The office that publishes. */
export const issuer = "栖云县司法局";

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
    header: grid`
      收入 | < | 支出 | <
      项目 | 决算数 | 项目 | 决算数`,
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
    roles: rolesOf("label in:total label out:total"),
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
    roles: rolesOf(
      "code code code label total appropriation superior_subsidy business operating subordinate_remittance other",
    ),
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
    roles: rolesOf(
      "code code code label total basic project remittance_to_superior operating subsidy_to_subordinate",
    ),
    widths: [2, 1.6, 1.6, 7, 4, 4, 4, 3, 3, 3],
    common: { ...functional, side: "expenditure" },
  }),
];

const both = (cell: string) => [cell, cell, "", ""];

const appropriationTables: readonly Piece[] = [
  ...account({
    kind: "accounts_appropriation_summary",
    caption: "财政拨款收入支出决算总表",
    header: grid`
      收入 | < | 支出 | < | < | < | <
      项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款`,
    body: [
      ...sideBySide(
        grid`
      一、一般公共预算财政拨款 | 776.80
      二、政府性基金预算财政拨款 |
      三、国有资本经营预算财政拨款 | `,
        classList(classRows(appropriated), (row) =>
          both(row === undefined ? "" : grouped(across(row))),
        ),
      ),
      ["本年收入合计", "776.80", "本年支出合计", ...both(totalOf(appropriated))],
      ["年初财政拨款结转和结余", "5.00", "年末财政拨款结转和结余", ...both("7.17")],
      ["总计", "781.80", "总计", ...both("781.80")],
    ],
    roles: rolesOf(
      "label in:total label out:total out:general_public out:government_fund out:state_capital",
    ),
    widths: [5, 3, 6, 3, 3, 3, 3],
    common: { phase: "accounts" },
  }),
  ...account({
    kind: "accounts_general_public",
    caption: "一般公共预算财政拨款支出决算表",
    header: grid`
      项目 | < | < | < | 合计 | 基本支出 | 项目支出
      支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^
      类 | 款 | 项 | ^ | ^ | ^ | ^`,
    body: [
      ...spending(appropriated),
      ["合计", "<", "<", "<", totalOf(appropriated), ...sum(appropriated).map(grouped)],
    ],
    roles: rolesOf("code code code label total basic project"),
    widths: [2, 1.6, 1.6, 8, 4, 4, 4],
    common: { ...functional, side: "expenditure" },
  }),
  ...account({
    kind: "accounts_general_public_basic",
    caption: "一般公共预算财政拨款基本支出决算表",
    header: grid`
      经济分类科目编码 | < | 科目名称 | 决算数 | 经济分类科目编码 | < | 科目名称 | 决算数
      类 | 款 | ^ | ^ | 类 | 款 | ^ | ^`,
    body: [
      ...sideBySide(economicRows(personnel), economicRows(publicUse)),
      ["人员经费合计", "<", "<", totalOf(personnel), "公用经费合计", "<", "<", totalOf(publicUse)],
    ],
    roles: rolesOf("code code label total code code label total"),
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

const emptyFund = (kind: TableMeaning["kind"], name: string): readonly Piece[] => [
  ...account({
    kind,
    caption: `${name}财政拨款收入支出决算表`,
    header: grid`
      项目 | < | < | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
      支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
      类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^`,
    body: grid`
      合计 | < | < | < | | | | | | `,
    roles: rolesOf(
      "code code code label opening_carryover current_year total basic project closing_carryover",
    ),
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
    body: grid`
      14.00 | 11.15 | | | 12.00 | 9.80 | | | 12.00 | 9.80 | 2.00 | 1.35`,
    roles: [
      acrossItem("total", "合计", "budget"),
      acrossItem("total", "合计", "accounts"),
      acrossItem("abroad", "因公出国（境）费", "budget"),
      acrossItem("abroad", "因公出国（境）费", "accounts"),
      acrossItem("vehicles", "公务用车购置及运行费", "budget"),
      acrossItem("vehicles", "公务用车购置及运行费", "accounts"),
      acrossItem("vehicle_purchase", "公务用车购置费", "budget"),
      acrossItem("vehicle_purchase", "公务用车购置费", "accounts"),
      acrossItem("vehicle_running", "公务用车运行费", "budget"),
      acrossItem("vehicle_running", "公务用车运行费", "accounts"),
      acrossItem("reception", "公务接待费", "budget"),
      acrossItem("reception", "公务接待费", "accounts"),
    ],
    widths: Array.from({ length: 12 }, () => 2),
    common: { side: "expenditure" },
  }),
  ...emptyFund("accounts_government_fund", "政府性基金预算"),
  ...emptyFund("accounts_state_capital", "国有资本经营预算"),
];

/** All tables in the order of the layout. */
export const tables: readonly Piece[] = [...firstTables, ...appropriationTables, ...lastTables];
