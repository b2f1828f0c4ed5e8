import { describe, expect, test } from "vitest";
import { facetsOf } from "../../../normalizers/captions/facets.js";

const NOTHING = {
  subject: null,
  account: null,
  source: null,
  coverage: null,
  stage: null,
  edition: null,
  called: null,
};

describe("a caption says of its table", () => {
  test.each([
    ["收支预算总表", { subject: "both", stage: "budget", edition: "budget", called: "table" }],
    [
      "收入支出决算总表",
      { subject: "both", stage: "final_accounts", edition: "accounts", called: "table" },
    ],
    ["部门支出总表", { subject: "expenditure", called: "table" }],
    [
      "一般公共预算财政拨款基本支出决算表",
      {
        subject: "basic",
        account: "general_public",
        source: "appropriation",
        stage: "final_accounts",
        edition: "accounts",
        called: "table",
      },
    ],
    ["公共财政预算支出表", { subject: "expenditure", account: "general_public", called: "table" }],
    [
      "政府性基金预算支出情况",
      { subject: "expenditure", account: "government_fund", called: "table" },
    ],
    ["教育基金支出表", { subject: "expenditure", account: "other_fund", called: "table" }],
    [
      "社会保险基金预算收支表",
      { subject: "both", account: "social_insurance", stage: "budget", called: "table" },
    ],
    ["一般公共预算“三公”经费支出", { subject: "three_public", account: "general_public" }],
    [
      "专项转移支付分地区预算表",
      {
        subject: "transfers",
        coverage: "subordinate",
        stage: "budget",
        edition: "budget",
        called: "table",
      },
    ],
    ["地方政府债务限额情况表", { subject: "debt_limit_balance", account: "debt", called: "table" }],
    ["项目支出绩效目标表", { subject: "project_performance", called: "table" }],
    ["部门整体支出绩效目标表", { subject: "department_performance", called: "table" }],
    ["部门职责-工作活动绩效目标", { subject: "activity_performance" }],
    ["监控设施维护费绩效目标表", { subject: "project_performance", called: "table" }],
    ["绩效评价经费项目支出绩效目标申报表", { subject: "project_performance", called: "table" }],
    ["项目支出绩效自评表", { subject: "evaluation", called: "table" }],
    ["项目支出财政评价评分表", { subject: "evaluation", called: "table" }],
    [
      "政府采购预算表",
      { subject: "procurement", stage: "budget", edition: "budget", called: "table" },
    ],
    ["固定资产占用情况表", { subject: "assets", called: "table" }],
    ["税收收入完成情况", { subject: "tax", edition: "execution", called: "table" }],
    [
      "全省及省本级一般公共预算收支平衡表",
      { subject: "both", account: "general_public", coverage: "several", called: "table" },
    ],
    [
      "市级失业保险基金收支执行情况表",
      {
        subject: "both",
        account: "social_insurance",
        coverage: "own_and_transfers",
        edition: "execution",
        called: "table",
      },
    ],
    [
      "财政收支决算总表",
      {
        subject: "both",
        account: "all",
        stage: "final_accounts",
        edition: "accounts",
        called: "table",
      },
    ],
    ["附件一", {}],
  ])("%s", (caption, said) => {
    expect(facetsOf(caption)).toEqual({ ...NOTHING, ...said });
  });
});
