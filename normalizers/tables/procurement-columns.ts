import type { Column } from "../../pipeline/table-kind.js";
import { type Bound, bind, fieldOf, headerText } from "./columns.js";

/** What the columns left of the amounts say of a row. */
const ITEM_HEADERS = {
  project_budget: /^(?:项目)?预算资金$|^项目(?:预算|金额|总额)/u,
  catalogue_code: /目录(?:序号|编码|代码|编号)|品目(?:编码|代码|编号)/u,
  organization: /^采购(?:组织)?形式$|^组织形式$/u,
  economic: /^(?:部门|政府)?(?:支出)?经济(?:分类)?(?:科目)?(?:名称)?$/u,
  category: /品目大类|^采购(?:类别|类型|大类)$|^(?:品目)?类别$/u,
  project_name: /^(?:预算|支出|采购|政府采购)?项目(?:支出)?(?:名称)?$|^专项(?:名称|资金名称)$/u,
  item_name: /(?:物品|货物|品目|标的|采购(?:内容|对象)|品名|服务|目录)(?:名称|内容)?(?:[（(].*)?$/u,
  unit: /^(?:数量|计量|采购)?单位$/u,
  quantity: /^(?:采购|预算|购置)?数量/u,
  unit_price: /单价/u,
} as const;

/** The sources of money, by the lowest header that names one. */
const MONEY_HEADERS = {
  sme_reserved: /中小微?企业/u,
  amount_non_fiscal_carryover: /^非财政拨款结转/u,
  amount_carryover: /结转/u,
  amount_general_public: /^(?:一般公共预算|公共财政预算|公共预算)/u,
  amount_government_fund: /^(?:政府性)?基金/u,
  amount_state_capital: /国有资本/u,
  amount_special_account: /财政专户/u,
  amount_unit_funds: /^单位(?:自筹|自有)?资金/u,
  amount_other_income: /^其[他它](?:来源)?(?:收入|资金|来源)/u,
  amount_other_channels: /^其[他它]渠道/u,
} as const;

export type ItemField = keyof typeof ITEM_HEADERS;
export type MoneyField = keyof typeof MONEY_HEADERS | "amount_total" | "amount_current_year";

/** Columns that the dataset has no place for. */
export const ELSEWHERE =
  /^(?:采购方式|采购时间|(?:计划)?采购(?:日期|月份)|支付(?:方式|时间)|单位(?:名称|编码|代码)|预算单位|部门名称|(?:功能)?科目(?:编码|代码|名称)|功能(?:分类)?科目|是否.*|规格.*|技术参数.*|联系.*|资金性质|类|款|项)$/u;

const SUM =
  /^(?:总计|合计|小计|金额|总金额|总价|预算总价|采购(?:预算)?(?:金额|总额)|预算(?:金额|总额|数)|采购预算|政府采购金额)(?:[（(].*)?$/u;
const PROCURED = /采购项目/u;
const CURRENT_YEAR = /当年部门预算|本年(?:度)?部门预算|当年预算安排/u;
const PURCHASE = /采购(?:金额|预算|总额)/u;

/** The columns of a procurement form by what they hold. */
export interface ProcurementColumns {
  readonly items: Bound<ItemField>;
  readonly money: ReadonlyMap<MoneyField, Column>;
}

/** Sorts the columns of a procurement form; one 合计 may be total and current year at once. */
export function procurementColumns(columns: readonly Column[]): ProcurementColumns {
  const money = new Map<MoneyField, Column>();
  const others: Column[] = [];
  for (const column of columns) {
    const field = sourceOf(column);
    if (field !== null && !money.has(field)) money.set(field, column);
    if (field === null && !isSum(column)) others.push(column);
  }
  const sums = columns.filter((column) => isSum(column) && sourceOf(column) === null);
  const current = sums.find((column) => CURRENT_YEAR.test(above(column)));
  const total = totalOf(sums);
  if (total !== undefined) money.set("amount_total", total);
  if (current !== undefined) money.set("amount_current_year", current);
  return { items: itemColumns(others), money };
}

/** Where nothing else names what is bought, the 采购项目 does. */
function itemColumns(columns: readonly Column[]): Bound<ItemField> {
  const items = new Map(bind(columns, ITEM_HEADERS));
  const project = items.get("project_name");
  const isItem = project?.some((column) => PROCURED.test(lowest(column))) === true;
  if (project === undefined || !isItem || items.has("item_name")) return items;
  items.delete("project_name");
  return items.set("item_name", project);
}

/** 总计, else the 合计 under 政府采购金额, else the only sum. */
function totalOf(sums: readonly Column[]): Column | undefined {
  const grand = sums.find((column) => lowest(column) === "总计");
  if (grand !== undefined) return grand;
  const purchase = sums.find((column) => PURCHASE.test(parent(column)));
  return purchase ?? sums.find((column) => !CURRENT_YEAR.test(above(column)));
}

function sourceOf(column: Column): keyof typeof MONEY_HEADERS | null {
  return isSum(column) ? null : fieldOf({ ...column, path: column.path.slice(-1) }, MONEY_HEADERS);
}

function isSum(column: Column): boolean {
  return SUM.test(lowest(column));
}

const lowest = (column: Column): string => headerText(column.path.at(-1) ?? "");
const parent = (column: Column): string => headerText(column.path.at(-2) ?? lowest(column));
const above = (column: Column): string => column.path.map(headerText).join("/");
