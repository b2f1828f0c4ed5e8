/** The nine budget tables of the 2023 Hebei layout: corner row in the grid, 序号 column, 栏次 row. */
import type { Matrix, Piece, TableMeaning } from "../description.js";
import { line } from "../description.js";
import { across, classList, classRows, plain, sideBySide, sum, type Leaf } from "../budget.js";
import { amountTable, type AmountTable, type Role } from "./amount-table.js";

export interface HebeiBudget {
  readonly code: string;
  readonly issuer: string;
  readonly year: number;
  /** Values: 基本支出, 项目支出. */
  readonly functions: readonly Leaf[];
  /** Values: 人员经费, 公用经费. */
  readonly economics: readonly Leaf[];
  /** 因公出国（境）费, 购置费, 运行维护费, 公务接待费, in hundredths. */
  readonly threePublic: readonly [number, number, number, number];
  /** Printed cells to change on purpose: by table, row label and column. */
  readonly slips?: readonly Slip[];
}

export interface Slip {
  readonly kind: TableMeaning["kind"];
  readonly label: string;
  readonly column: number;
  readonly cell: string;
}

type Draft = Pick<AmountTable, "header" | "body" | "roles" | "widths" | "common"> &
  Pick<TableMeaning, "kind"> & {
    readonly caption: string;
    readonly items?: NonNullable<AmountTable["items"]>;
  };

const total: Role = { measure: "total" };
const FUNCTION_HEAD = ["功能分类科目", "<"] as const;
const EMPTY_NOTES = {
  fund: "注：无政府性基金预算财政拨款，空表列示。",
  capital: "注：无国有资本经营预算财政拨款，空表列示。",
};

/** Captions, tables and notes in the order of the layout. */
export function hebeiTables(budget: HebeiBudget): readonly Piece[] {
  const print = (draft: Draft) => printed(draft, budget);
  return [
    ...print(summary(budget)),
    ...print(income(budget)),
    ...print(expenditure(budget)),
    ...print(appropriationSummary(budget)),
    ...print(generalPublic(budget)),
    ...print(basic(budget)),
    ...print(empty("budget_government_fund", "部门预算政府性基金预算财政拨款支出表")),
    line(EMPTY_NOTES.fund, "note"),
    ...print(empty("budget_state_capital", "部门预算国有资本经营预算财政拨款支出表")),
    line(EMPTY_NOTES.capital, "note"),
    ...print(threePublic(budget)),
  ];
}

/** Adds 序号, 栏次 and the corner row that all nine have. */
function printed(draft: Draft, budget: HebeiBudget): readonly Piece[] {
  const width = draft.roles.length + 1;
  const header = draft.header.map((row, at) => [at === 0 ? "序号" : "^", ...row]);
  const body = slipped(draft, budget).map((row, at) => [
    isBlank(row) ? "" : String(at + 1),
    ...row,
  ]);
  const table = amountTable({
    meaning: {
      kind: draft.kind,
      caption: draft.caption,
      issuer_code: budget.code,
      issuer_name: budget.issuer,
      fiscal_year: budget.year,
    },
    unit: "万元",
    corner: [cornerRow(budget, width)],
    header,
    numbering: ["栏次", ...draft.roles.map((_, at) => String(at + 1))],
    body,
    roles: ["skip", ...draft.roles],
    widths: [2, ...draft.widths],
    common: draft.common,
    ...(draft.items === undefined ? {} : { items: draft.items }),
  });
  return [line(draft.caption, "caption"), table];
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === "");
}

function slipped({ kind, body }: Draft, { slips = [] }: HebeiBudget): Matrix {
  const own = slips.filter((slip) => slip.kind === kind);
  return body.map((row) =>
    own
      .filter(({ label }) => row.includes(label))
      .reduce<readonly string[]>((cells, { column, cell }) => cells.with(column, cell), row),
  );
}

function cornerRow({ code, issuer, year }: HebeiBudget, width: number): readonly string[] {
  const middle = Math.ceil(width / 2);
  const row = Array.from({ length: width }, () => "<");
  return row
    .with(0, `${code}${issuer}`)
    .with(middle, `预算年度：${year}`)
    .with(width - 1, "单位：万元");
}

function grandTotal({ functions }: HebeiBudget): string {
  return plain(across({ values: sum(functions) }));
}

function summary(budget: HebeiBudget): Draft {
  const all = grandTotal(budget);
  const sources = [
    "一、一般公共预算拨款收入",
    "二、政府性基金预算拨款收入",
    "三、国有资本经营预算拨款收入",
  ];
  const left = [...sources, "四、财政专户管理资金收入", "五、事业收入", "六、其他收入"];
  const right = classList(classRows(budget.functions), (row) => [
    row === undefined ? "" : plain(across(row)),
  ]);
  return {
    kind: "budget_summary",
    caption: "部门预算收支总表",
    header: [
      ["收入", "<", "支出", "<"],
      ["项  目", "预算数", "项  目", "预算数"],
    ],
    body: [
      ...sideBySide(
        left.map((label, at) => [label, at === 0 ? all : ""]),
        right,
      ),
      ["本年收入合计", all, "本年支出合计", all],
      ["上年结转结余", "", "年终结转结余", ""],
      ["收入总计", all, "支出总计", all],
    ],
    roles: [
      "label",
      { measure: "total", side: "income" },
      "label",
      { measure: "total", side: "expenditure" },
    ],
    widths: [7, 4, 7, 4],
    common: { phase: "budget" },
  };
}

function income(budget: HebeiBudget): Draft {
  const sums = [sum(budget.functions), ...classRows(budget.functions).map(({ values }) => values)];
  const names = [
    ["", "合计"],
    ...classRows(budget.functions).map(({ code, name }) => [code, name]),
  ];
  const amounts = sums.map((values) => plain(across({ values })));
  return {
    kind: "budget_income",
    caption: "部门预算收入总表",
    header: [
      [...FUNCTION_HEAD, "合计", "本年收入", "<", "<", "<", "<", "上年结转"],
      [
        "科目编码",
        "科目名称",
        "^",
        "小计",
        "财政拨款收入",
        "财政专户收入",
        "事业收入",
        "其他收入",
        "^",
      ],
    ],
    body: names.map((name, at) => [
      ...name,
      amounts[at] ?? "",
      amounts[at] ?? "",
      amounts[at] ?? "",
      "",
      "",
      "",
      "",
    ]),
    roles: [
      "code",
      "label",
      total,
      { measure: "current_year" },
      { measure: "appropriation" },
      { measure: "special_account" },
      { measure: "business" },
      { measure: "other" },
      { measure: "carryover" },
    ],
    widths: [3, 5, 3, 3, 3, 2.5, 2.5, 2.5, 2.5],
    common: { side: "income", classification: "function", phase: "budget" },
  };
}

/** 合计 and the classes with 合计, 基本支出, 项目支出. */
function spending(budget: HebeiBudget): readonly (readonly string[])[] {
  const rows = [
    { code: "", name: "合计", values: sum(budget.functions) },
    ...classRows(budget.functions),
  ];
  return rows.map(({ code, name, values }) => [
    code,
    name,
    plain(across({ values })),
    ...values.map(plain),
  ]);
}

const spendingRoles: readonly Role[] = [
  "code",
  "label",
  total,
  { measure: "basic" },
  { measure: "project" },
];
const spendingCommon = {
  side: "expenditure",
  classification: "function",
  phase: "budget",
} as const;

function expenditure(budget: HebeiBudget): Draft {
  return {
    kind: "budget_expenditure",
    caption: "部门预算支出总表",
    header: [
      [
        ...FUNCTION_HEAD,
        "合计",
        "基本支出",
        "项目支出",
        "经营支出",
        "上解上级支出",
        "对附属单位补助支出",
      ],
      ["科目编码", "科目名称", "^", "^", "^", "^", "^", "^"],
    ],
    body: spending(budget).map((row) => [...row, "", "", ""]),
    roles: [
      ...spendingRoles,
      { measure: "operating" },
      { measure: "remittance_to_superior" },
      { measure: "subsidy_to_subordinate" },
    ],
    widths: [3, 6, 3, 3, 3, 2.5, 2.5, 2.5],
    common: spendingCommon,
  };
}

function appropriationSummary(budget: HebeiBudget): Draft {
  const all = grandTotal(budget);
  const money = (cell: string) => [cell, cell, "", ""];
  const sources = ["一、一般公共预算拨款", "二、政府性基金预算拨款", "三、国有资本经营预算拨款"];
  const right = classList(classRows(budget.functions), (row) =>
    money(row === undefined ? "" : plain(across(row))),
  );
  return {
    kind: "budget_appropriation_summary",
    caption: "部门预算财政拨款收支总表",
    header: [
      ["收入", "<", "支出", "<", "<", "<", "<"],
      [
        "项  目",
        "金额",
        "项  目",
        "合计",
        "一般公共预算财政拨款",
        "政府性基金预算财政拨款",
        "国有资本经营预算财政拨款",
      ],
    ],
    body: [
      ...sideBySide(
        sources.map((label, at) => [label, at === 0 ? all : ""]),
        right,
      ),
      ["本年收入合计", all, "本年支出合计", ...money(all)],
      ["收入总计", all, "支出总计", ...money(all)],
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
    widths: [5, 3, 5, 3, 3, 3, 3],
    common: { phase: "budget" },
  };
}

const THREE_COLUMNS: Matrix = [
  [...FUNCTION_HEAD, "合计", "基本支出", "项目支出"],
  ["科目编码", "科目名称", "^", "^", "^"],
];

function generalPublic(budget: HebeiBudget): Draft {
  return {
    kind: "budget_general_public",
    caption: "部门预算一般公共预算财政拨款支出表",
    header: THREE_COLUMNS,
    body: spending(budget),
    roles: spendingRoles,
    widths: [3, 7, 4, 4, 4],
    common: spendingCommon,
  };
}

function empty(kind: Draft["kind"], caption: string): Draft {
  const body = [["", "", "", "", ""]];
  const common = spendingCommon;
  return {
    kind,
    caption,
    header: THREE_COLUMNS,
    body,
    roles: spendingRoles,
    widths: [3, 7, 4, 4, 4],
    common,
  };
}

function basic({ economics }: HebeiBudget): Draft {
  const rows = [{ code: "", name: "合计", values: sum(economics) }, ...classRows(economics)];
  return {
    kind: "budget_general_public_basic",
    caption: "部门预算一般公共预算财政拨款基本支出表",
    header: [
      ["支出部门经济分类科目", "<", "一般公共预算基本支出", "<", "<"],
      ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
    ],
    body: rows.map((row) => [row.code, row.name, plain(across(row)), ...row.values.map(plain)]),
    roles: ["code", "label", total, { measure: "personnel" }, { measure: "public_use" }],
    widths: [3, 7, 4, 4, 4],
    common: { side: "expenditure", classification: "economic", phase: "budget" },
  };
}

const VEHICLES = "二、公务用车购置及运维费";

function threePublic({ threePublic: [abroad, purchase, running, reception] }: HebeiBudget): Draft {
  const money = (value: number) => [plain(value), plain(value), "　", "　"];
  return {
    kind: "budget_three_public",
    caption: "部门预算财政拨款“三公”经费支出表",
    header: [
      ["项目", "资金性质", "<", "<", "<"],
      ["^", "合计", "一般公共预算财政拨款", "政府性基金财政拨款", "国有资本经营预算财政拨款"],
    ],
    body: [
      ["合计", ...money(abroad + purchase + running + reception)],
      ["一、因公出国（境）费", ...money(abroad)],
      [VEHICLES, ...money(purchase + running)],
      ["    其中：公务用车购置费", ...money(purchase)],
      ["          公务用车运行维护费", ...money(running)],
      ["三、公务接待费", ...money(reception)],
    ],
    roles: [
      "label",
      total,
      { measure: "general_public" },
      { measure: "government_fund" },
      { measure: "state_capital" },
    ],
    widths: [7, 3, 4, 4, 4],
    common: { side: "expenditure", phase: "budget" },
    items: {
      合计: "total",
      "因公出国（境）费": "abroad",
      公务用车购置及运维费: "vehicles",
      公务用车购置费: "vehicle_purchase",
      公务用车运行维护费: "vehicle_running",
      公务接待费: "reception",
    },
  };
}
