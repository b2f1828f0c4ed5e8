import { columnsOf } from "../../../pipeline/model/records/registry.js";
import type { Column } from "../../../pipeline/model/table-kind.js";
import { type Bound, bind, fieldOf, headerText } from "../columns.js";
import { money, number, text } from "../define-table.js";

/** What the columns left of the amounts say of a row. */
const ITEM_COLUMNS = {
  project_budget: { header: /^(?:项目)?预算资金$|^项目(?:预算|金额|总额)/u, read: money },
  catalogue_code: { header: /目录(?:序号|编码|代码|编号)|品目(?:编码|代码|编号)/u, read: text },
  organization_form: { header: /^采购(?:组织)?形式$|^组织形式$/u, read: text },
  method: { header: /^采购方式$/u, read: text },
  economic_classification: {
    header: /^(?:部门|政府)?(?:支出)?经济(?:分类)?(?:科目)?(?:名称)?$/u,
    read: text,
  },
  category: { header: /品目大类|^采购(?:类别|类型|大类)$|^(?:品目)?类别$/u, read: text },
  project_name: {
    header: /^(?:预算|支出|采购|政府采购)?项目(?:支出)?(?:名称)?$|^专项(?:名称|资金名称)$/u,
    read: text,
  },
  item_name: {
    header: /(?:物品|货物|品目|标的|采购(?:内容|对象)|品名|服务|目录)(?:名称|内容)?(?:[（(].*)?$/u,
    read: text,
  },
  unit: { header: /^(?:数量|计量|采购)?单位$/u, read: text },
  quantity: { header: /^(?:采购|预算|购置)?数量/u, read: number },
  unit_price: { header: /单价/u, read: money },
} as const;

/** The sources of money, by the lowest header that names one. */
const SOURCE_COLUMNS = {
  sme_reserved: { header: /中小微?企业/u, read: money },
  amount_non_fiscal_carryover: { header: /^非财政拨款结转/u, read: money },
  amount_carryover: { header: /结转/u, read: money },
  amount_general_public: { header: /^(?:一般公共预算|公共财政预算|公共预算)/u, read: money },
  amount_government_fund: { header: /^(?:政府性)?基金/u, read: money },
  amount_state_capital: { header: /国有资本/u, read: money },
  amount_special_account: { header: /财政专户/u, read: money },
  amount_unit_funds: { header: /^单位(?:自筹|自有)?资金/u, read: money },
  amount_other_income: { header: /^其[他它](?:来源)?(?:收入|资金|来源)/u, read: money },
  amount_other_channels: { header: /^其[他它]渠道/u, read: money },
} as const;

const SUM =
  /^(?:总计|合计|小计|金额|总金额|总价|预算总价|采购(?:预算)?(?:金额|总额)|预算(?:金额|总额|数)|采购预算|政府采购金额)(?:[（(].*)?$/u;

const SUM_COLUMNS = {
  amount_total: { header: SUM, read: money },
  amount_current_year: { header: SUM, read: money },
} as const;

/** The columns of a procurement form. */
export const COLUMNS = { ...ITEM_COLUMNS, ...SUM_COLUMNS, ...SOURCE_COLUMNS } as const;

/** A column of it. */
export type ProcurementField = keyof typeof COLUMNS;
type Amount = keyof typeof SUM_COLUMNS | keyof typeof SOURCE_COLUMNS;

/** The money of the purchase, in the order of the dataset. */
export const AMOUNTS = columnsOf("procurement_items").filter(isAmount);

/** Whether a column holds money of the purchase. */
export function isAmount(field: string): field is Amount {
  return field in SUM_COLUMNS || field in SOURCE_COLUMNS;
}

/** Columns that the dataset has no place for. */
export const ELSEWHERE =
  /^(?:采购时间|(?:计划)?采购(?:日期|月份)|支付(?:方式|时间)|单位(?:名称|编码|代码)|预算单位|部门名称|(?:功能)?科目(?:编码|代码|名称)|功能(?:分类)?科目|是否.*|规格.*|技术参数.*|联系.*|资金性质|类|款|项)$/u;

const PROCURED = /采购项目/u;
const CURRENT_YEAR = /当年部门预算|本年(?:度)?部门预算|当年预算安排/u;
const PURCHASE = /采购(?:金额|预算|总额)/u;

/** Sorts the columns of a procurement form; one 合计 may be total and current year at once. */
export function procurementColumns(columns: readonly Column[]): Bound<ProcurementField> {
  const others = columns.filter((column) => !isSum(column) && sourceOf(column) === null);
  const bound = new Map<ProcurementField, readonly Column[]>(itemColumns(others));
  for (const column of columns) {
    const field = sourceOf(column);
    if (field !== null && !bound.has(field)) bound.set(field, [column]);
  }
  const sums = columns.filter(isSum);
  const current = sums.find((column) => CURRENT_YEAR.test(above(column)));
  const total = totalOf(sums);
  if (total !== undefined) bound.set("amount_total", [total]);
  if (current !== undefined) bound.set("amount_current_year", [current]);
  return bound;
}

/** Where nothing else names what is bought, the 采购项目 does. */
function itemColumns(columns: readonly Column[]): Bound<keyof typeof ITEM_COLUMNS> {
  const items = new Map(bind(columns, ITEM_COLUMNS));
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

function sourceOf(column: Column): keyof typeof SOURCE_COLUMNS | null {
  return isSum(column) ? null : fieldOf({ ...column, path: column.path.slice(-1) }, SOURCE_COLUMNS);
}

function isSum(column: Column): boolean {
  return SUM.test(lowest(column));
}

const lowest = (column: Column): string => headerText(column.path.at(-1) ?? "");
const parent = (column: Column): string => headerText(column.path.at(-2) ?? lowest(column));
const above = (column: Column): string => column.path.map(headerText).join("/");
