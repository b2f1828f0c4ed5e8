/** The nine budget tables of the 2023 Hebei layout, as views of one budget. */
import { across, classList, classRows, plain, sideBySide, sum, type Leaf } from "../budget.js";
import type { TableMeaning } from "../description.js";
import { grid } from "../text-table.js";
import { rolesOf, type AmountTable } from "./amount-table.js";

/** The budget of a 2023 Hebei disclosure, told once. */
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

/** A printed cell to change on purpose. */
interface Slip {
  readonly kind: TableMeaning["kind"];
  readonly label: string;
  readonly column: number;
  readonly cell: string;
}

/** A form before it has its corner row, 序号 and 栏次. */
export type Draft = Pick<AmountTable, "header" | "body" | "roles" | "widths" | "common"> &
  Pick<TableMeaning, "kind"> & {
    readonly caption: string;
    readonly items?: NonNullable<AmountTable["items"]>;
  };

function grandTotal({ functions }: HebeiBudget): string {
  return plain(across({ values: sum(functions) }));
}

/** 部门预算收支总表. */
export function summary(budget: HebeiBudget): Draft {
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
    header: grid`
      收入 | < | 支出 | <
      项  目 | 预算数 | 项  目 | 预算数`,
    body: [
      ...sideBySide(
        left.map((label, at) => [label, at === 0 ? all : ""]),
        right,
      ),
      ["本年收入合计", all, "本年支出合计", all],
      ["上年结转结余", "", "年终结转结余", ""],
      ["收入总计", all, "支出总计", all],
    ],
    roles: rolesOf("label in:total label out:total"),
    widths: [7, 4, 7, 4],
    common: { phase: "budget" },
  };
}

/** 部门预算收入总表. */
export function income(budget: HebeiBudget): Draft {
  const sums = [sum(budget.functions), ...classRows(budget.functions).map(({ values }) => values)];
  const names = [
    ["", "合计"],
    ...classRows(budget.functions).map(({ code, name }) => [code, name]),
  ];
  const amounts = sums.map((values) => plain(across({ values })));
  return {
    kind: "budget_income",
    caption: "部门预算收入总表",
    header: grid`
      功能分类科目 | < | 合计 | 本年收入 | < | < | < | < | 上年结转
      科目编码 | 科目名称 | ^ | 小计 | 财政拨款收入 | 财政专户收入 | 事业收入 | 其他收入 | ^`,
    body: names.map((name, at) => [
      ...name,
      ...Array.from({ length: 3 }, () => amounts[at] ?? ""),
      "",
      "",
      "",
      "",
    ]),
    roles: rolesOf(
      "code label total current_year appropriation special_account business other carryover",
    ),
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

const spendingRoles = "code label total basic project";
const spendingCommon = {
  side: "expenditure",
  classification: "function",
  phase: "budget",
} as const;

/** 部门预算支出总表. */
export function expenditure(budget: HebeiBudget): Draft {
  return {
    kind: "budget_expenditure",
    caption: "部门预算支出总表",
    header: grid`
      功能分类科目 | < | 合计 | 基本支出 | 项目支出 | 经营支出 | 上解上级支出 | 对附属单位补助支出
      科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^`,
    body: spending(budget).map((row) => [...row, "", "", ""]),
    roles: rolesOf(`${spendingRoles} operating remittance_to_superior subsidy_to_subordinate`),
    widths: [3, 6, 3, 3, 3, 2.5, 2.5, 2.5],
    common: spendingCommon,
  };
}

/** 部门预算财政拨款收支总表. */
export function appropriationSummary(budget: HebeiBudget): Draft {
  const all = grandTotal(budget);
  const sources = ["一、一般公共预算拨款", "二、政府性基金预算拨款", "三、国有资本经营预算拨款"];
  const right = classList(classRows(budget.functions), (row) =>
    twice(row === undefined ? "" : plain(across(row))),
  );
  return {
    kind: "budget_appropriation_summary",
    caption: "部门预算财政拨款收支总表",
    header: grid`
      收入 | < | 支出 | < | < | < | <
      项  目 | 金额 | 项  目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款`,
    body: [
      ...sideBySide(
        sources.map((label, at) => [label, at === 0 ? all : ""]),
        right,
      ),
      ["本年收入合计", all, "本年支出合计", ...twice(all)],
      ["收入总计", all, "支出总计", ...twice(all)],
    ],
    roles: rolesOf(
      "label in:total label out:total out:general_public out:government_fund out:state_capital",
    ),
    widths: [5, 3, 5, 3, 3, 3, 3],
    common: { phase: "budget" },
  };
}

const THREE_COLUMNS = grid`
  功能分类科目 | < | 合计 | 基本支出 | 项目支出
  科目编码 | 科目名称 | ^ | ^ | ^`;

/** 一般公共预算财政拨款支出表. */
export function generalPublic(budget: HebeiBudget): Draft {
  return {
    kind: "budget_general_public",
    caption: "部门预算一般公共预算财政拨款支出表",
    header: THREE_COLUMNS,
    body: spending(budget),
    roles: rolesOf(spendingRoles),
    widths: [3, 7, 4, 4, 4],
    common: spendingCommon,
  };
}

/** A fund table without any amount. */
export function empty(kind: Draft["kind"], caption: string): Draft {
  return {
    kind,
    caption,
    header: THREE_COLUMNS,
    body: [["", "", "", "", ""]],
    roles: rolesOf(spendingRoles),
    widths: [3, 7, 4, 4, 4],
    common: spendingCommon,
  };
}

/** 一般公共预算财政拨款基本支出表. */
export function basic({ economics }: HebeiBudget): Draft {
  const rows = [{ code: "", name: "合计", values: sum(economics) }, ...classRows(economics)];
  return {
    kind: "budget_general_public_basic",
    caption: "部门预算一般公共预算财政拨款基本支出表",
    header: grid`
      支出部门经济分类科目 | < | 一般公共预算基本支出 | < | <
      科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费`,
    body: rows.map((row) => [row.code, row.name, plain(across(row)), ...row.values.map(plain)]),
    roles: rolesOf("code label total personnel public_use"),
    widths: [3, 7, 4, 4, 4],
    common: { side: "expenditure", classification: "economic", phase: "budget" },
  };
}

/** 财政拨款“三公”经费支出表. */
export function threePublic({
  threePublic: [abroad, purchase, running, reception],
}: HebeiBudget): Draft {
  return {
    kind: "budget_three_public",
    caption: "部门预算财政拨款“三公”经费支出表",
    header: grid`
      项目 | 资金性质 | < | < | <
      ^ | 合计 | 一般公共预算财政拨款 | 政府性基金财政拨款 | 国有资本经营预算财政拨款`,
    body: [
      ["合计", ...twice(plain(abroad + purchase + running + reception), "　")],
      ["一、因公出国（境）费", ...twice(plain(abroad), "　")],
      ["二、公务用车购置及运维费", ...twice(plain(purchase + running), "　")],
      ["    其中：公务用车购置费", ...twice(plain(purchase), "　")],
      ["          公务用车运行维护费", ...twice(plain(running), "　")],
      ["三、公务接待费", ...twice(plain(reception), "　")],
    ],
    roles: rolesOf("label total general_public government_fund state_capital"),
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

/** The same amount as total and from the general public budget, nothing from the other two. */
function twice(cell: string, blank = ""): readonly string[] {
  return [cell, cell, blank, blank];
}
