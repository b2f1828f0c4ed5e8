import { choice, confidence, gridRow, money, number, page, text } from "./columns.js";
import { tableFamily } from "./family.js";

/** procurement_items.csv: rows of 政府采购预算. */
export const procurementItems = tableFamily({
  title: "政府采购",
  about: "One row per row of a government procurement table (政府采购预算).",
  asksUnit: true,
  columns: {
    row: gridRow,
    page,
    row_kind: choice(["item", "subtotal", "total"], "行类"),
    label: text("合计名称"),
    project_name: text("项目名称"),
    project_budget: money("预算资金（元）"),
    item_name: text("采购物品名称"),
    catalogue_code: text("采购目录序号"),
    unit: text("计量单位"),
    quantity: number("数量"),
    unit_price: money("单价（元）"),
    amount_total: money("总计（元）"),
    amount_current_year: money("当年部门预算安排资金（元）"),
    amount_general_public: money("一般公共预算（元）"),
    amount_government_fund: money("政府性基金预算（元）"),
    amount_state_capital: money("国有资本经营预算（元）"),
    amount_special_account: money("财政专户（元）"),
    amount_unit_funds: money("单位资金（元）"),
    amount_carryover: money("财政拨款结转（元）"),
    amount_non_fiscal_carryover: money("非财政拨款结转结余（元）"),
    amount_other_income: money("其他来源收入（元）"),
    amount_other_channels: money("其他渠道资金（元）"),
    sme_reserved: money("预留中小微企业份额（元）"),
    confidence,
  },
});
