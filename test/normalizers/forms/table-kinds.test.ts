import { expect, test } from "vitest";
import { kinds } from "../../../normalizers/forms/table-kinds.js";
import { isHeldBy } from "../../../pipeline/model/table-kind.js";

test("every kind of table has its Chinese name, and the caption that names it", () => {
  const registers = kinds.filter(({ kind }) => !/^(?:budget|accounts)_/u.test(kind));
  expect(registers.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    "project_performance: 项目绩效目标表",
    "activity_performance: 职责活动绩效目标表",
    "department_performance: 部门整体绩效目标表",
    "self_evaluation: 绩效自评表",
    "procurement: 政府采购预算表",
    "assets: 固定资产占用情况表",
    "organization: 机构设置情况",
    "debt_limit_balance: 地方政府债务限额及余额情况表",
    "debt_balance_movement: 地方政府债务余额情况表",
    "debt_issue_repay: 地方政府债券发行及还本付息情况表",
    "debt_quota: 地方政府债务限额提前下达情况表",
    "debt_plan: 地方政府债务收支计划表",
    "debt_repayment_plan: 地方政府债券分年度偿还计划表",
    "bond_use: 地方政府债券使用情况表",
    "bond_use_by_function: 地方政府债券资金投向情况表",
    "transfers_by_item_and_region: 转移支付分项目分地区情况表",
    "transfers_by_region: 转移支付分地区情况表",
    "transfers_received: 上级税收返还和转移支付情况表",
    "transfers_by_item: 转移支付分项目情况表",
    "gov_by_region: 分地区收支情况表",
    "gov_social_insurance: 社会保险基金收支表",
    "gov_fiscal_summary: 财政收支总表",
    "special_account: 财政专户管理资金收支表",
    "gov_balance: 收支平衡表",
    "gov_projects: 重点项目和专项资金安排表",
    "gov_general_public_income: 一般公共预算收入表",
    "gov_general_public_expenditure: 一般公共预算支出表",
    "gov_fund_income: 政府性基金收入表",
    "gov_fund_expenditure: 政府性基金支出表",
    "gov_state_capital_income: 国有资本经营预算收入表",
    "gov_state_capital_expenditure: 国有资本经营预算支出表",
  ]);
  expect(registers.filter(({ name, names }) => !names({ caption: name }))).toEqual([]);
});

const namedIn = (scope: "department" | "government") =>
  kinds
    .filter((kind) => isHeldBy(scope, kind) && kind.names({ caption: "市级基本支出预算表" }))
    .map(({ kind }) => kind);

test("基本支出 of no named account is of 财政拨款 in a department, of the general public budget in a government", () => {
  expect(namedIn("department")).toEqual([
    "budget_appropriation_basic",
    "accounts_appropriation_basic",
  ]);
  expect(namedIn("government")).toEqual([
    "budget_general_public_basic",
    "accounts_general_public_basic",
  ]);
});
