/** The twelve numbered forms. */
import {
  across,
  classList,
  classRows,
  grouped,
  sideBySide,
  sum,
  type Leaf,
  type ClassRow,
} from "../budget.js";
import { formerNames, functionalClasses2018 } from "../class-names.js";
import { corner, line, type Piece, type TableMeaning } from "../description.js";
import { acrossItem, amountTable, rolesOf, type AmountTable } from "../forms/amount-table.js";
import { procurementTable } from "../forms/procurement.js";
import { grid } from "../text-table.js";

/** The office that publishes. */
export const issuer = "栖云县审计局";

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
export const basic = across({ values: sum(economics) });
export const all = across({ values: sum(functions) });
const project = 238_00;
const reserve = all - basic - project;
export const otherFunds = 12_60;
export const grand = grouped(all + otherFunds);

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
    header: grid`
      收入 | < | 支出 | < | < | <
      项目名称 | 金额 | 功能分类 | < | 支出用途 | <
      ^ | ^ | 功能科目名称 | 金额 | 项目名称 | 金额`,
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
    roles: rolesOf("label in:total label out:total label out:total"),
    widths: [5, 3, 5, 3, 4, 3],
    common: { phase: "budget" },
  }),
  ...form("02", "收入预算总表", {
    kind: "budget_income",
    header: grid`
      项目名称 | < | 金额`,
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
    roles: rolesOf("label label total"),
    widths: [4, 5, 5],
    common: { side: "income", phase: "budget" },
  }),
  ...form("03", "支出预算总表", {
    kind: "budget_expenditure",
    header: grid`
      合计 | 基本支出 | 项目支出 | 单位预留机动经费 | 结转下年资金`,
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
    header: grid`
      收入 | < | 支出 | <
      项目名称 | 金额 | 支出用途 | <
      ^ | ^ | 项目名称 | 金额`,
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
    roles: rolesOf("label in:total label out:total"),
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
    roles: rolesOf("code label total"),
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
    header: grid`
      合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费
      ^ | 小计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | ^ | ^
      ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^`,
    body: grid`
      31.90 | 17.40 | | 12.00 | | 12.00 | 5.40 | 6.50 | 8.00`,
    roles: [
      { measure: "total", label: "合计" },
      acrossItem("total", "“三公”经费"),
      acrossItem("abroad", "因公出国（境）费"),
      acrossItem("vehicles", "公务用车购置及运行维护费"),
      acrossItem("vehicle_purchase", "公务用车购置费"),
      acrossItem("vehicle_running", "公务用车运行维护费"),
      acrossItem("reception", "公务接待费"),
      acrossItem("meetings", "会议费"),
      acrossItem("training", "培训费"),
    ],
    widths: [3, 3, 3, 3, 3, 3, 3, 3, 3],
    common: { side: "expenditure", phase: "budget" },
  }),
  ...form("10", "政府性基金支出预算表", {
    kind: "budget_government_fund",
    header: [functionNames],
    body: grid`
       | 合计 |
      此表为空 | | `,
    roles: rolesOf("code label total"),
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
    head: grid`
      采购品目大类 | 专项名称 | 经济科目 | 采购物品名称 | 采购组织形式 | 总计`,
    columns: ["label", "project_name", "label", "item_name", "organization_form", "amount_total"],
    rows: grid`
      total | 合计 | | | | | 86.40
      subtotal | 一、货物A | | | | | 26.40
      subtotal | | 审计信息化专项 | 办公设备购置 | | | 26.40
      item | | ^ | | 便携式计算机 | 政府集中采购 | 18.00
      item | | ^ | | 打印设备（20万以下） | 分散自行组织 | 8.40
      subtotal | 三、服务C | | | | | 60.00
      subtotal | | 政府投资审计专项 | 委托业务费 | | | 60.00
      item | | ^ | | 工程造价咨询服务 | 部门集中采购 | 60.00`,
    widths: [3, 4, 4, 4, 4, 3],
  }),
];

/** All tables in the order of the layout. */
export const tables: readonly Piece[] = [...summaries, ...details, ...procurement];
