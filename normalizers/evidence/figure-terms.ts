import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";
import { yuanIn } from "../values/amount.js";
import { canonical } from "../values/text.js";
import { stepOf } from "./amount-terms.js";
import type { Term } from "./comparison.js";

/** A figure of the prose, with its place in a sum. */
export interface Stated extends Term {
  readonly record: Placed<"figures">;
}

/** The figures whose amount and unit were read. */
export function figureTerms({ figures }: Reading): readonly Stated[] {
  return figures.flatMap((record) => {
    const unit = /(?:[十百千]?万|百|千|亿)?元?$/u.exec(canonical(record.raw))?.[0] ?? "";
    const factor = yuanIn(unit);
    if (record.amount === null || factor === null) return [];
    return [
      {
        record,
        name: NAMES[record.measure],
        yuan: new Big(record.amount),
        unit,
        factor: new Big(factor),
        step: stepOf(record.raw, new Big(factor)),
        where: { section_no: record.section_no, page: record.page },
      },
    ];
  });
}

/** How a figure is quoted. */
const NAMES: Readonly<Record<FigureMeasure, string>> = {
  income_total: "收入总计",
  income_general_public: "一般公共预算收入",
  income_government_fund: "政府性基金预算收入",
  income_special_account: "财政专户收入",
  income_other: "其他收入",
  expenditure_total: "支出总计",
  expenditure_basic: "基本支出",
  expenditure_personnel: "人员经费",
  expenditure_public_use: "公用经费",
  expenditure_project: "项目支出",
  change_total: "收支增减",
  change_basic: "基本支出增减",
  change_project: "项目支出增减",
  operating_costs: "机关运行经费",
  three_public_total: "三公经费",
  three_public_abroad: "因公出国（境）费",
  three_public_vehicles: "公务用车购置及运行维护费",
  three_public_vehicle_purchase: "公务用车购置费",
  three_public_vehicle_running: "公务用车运行维护费",
  three_public_reception: "公务接待费",
  procurement_total: "政府采购预算",
  fixed_assets: "固定资产总额",
  planned_asset_purchases: "拟购置固定资产",
  expenditure_general_public: "一般公共预算支出",
  expenditure_government_fund: "政府性基金预算支出",
  transfers_from_above: "上级补助收入",
  transfers_from_above_return: "税收返还收入",
  transfers_from_above_general: "一般性转移支付收入",
  transfers_from_above_special: "专项转移支付收入",
  transfers_to_below: "补助下级支出",
  income_tax: "税收收入",
  income_non_tax: "非税收入",
  income_land_transfer: "土地出让收入",
  income_state_capital: "国有资本经营预算收入",
  expenditure_state_capital: "国有资本经营预算支出",
  income_social_insurance: "社会保险基金收入",
  expenditure_social_insurance: "社会保险基金支出",
  balance_social_insurance: "社会保险基金滚存结余",
  remitted_up: "上解上级支出",
  remitted_from_below: "下级上解收入",
  transferred_in: "调入资金",
  transferred_out: "调出资金",
  stabilization_used: "动用预算稳定调节基金",
  stabilization_added: "补充预算稳定调节基金",
  stabilization_balance: "预算稳定调节基金余额",
  carried_in: "上年结转",
  carried_out: "结转下年",
  income_sum: "收入总计",
  expenditure_sum: "支出总计",
  debt_limit: "政府债务限额",
  debt_balance: "政府债务余额",
  debt_new: "新增政府债务",
  debt_issued: "发行政府债券",
  debt_income: "债务收入",
  debt_on_lent: "债务转贷支出",
  debt_refinanced: "再融资债券",
  debt_repaid: "债务还本支出",
  debt_interest: "债务付息支出",
};
