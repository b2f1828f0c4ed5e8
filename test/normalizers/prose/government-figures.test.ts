import { describe, expect, test } from "vitest";
import { figuresOf, inFull, told } from "./tell-government.js";

/** The percentages that a sentence states, with what they compare. */
const percentages = (sentence: string): readonly string[] =>
  figuresOf("budget", sentence)
    .filter(({ amount }) => amount === null)
    .map((one) => `${one.value}${one.value_unit} ${one.compared_with}`);

describe("the percentages of a government", () => {
  test("are against the year before where it is printed by its number too", () => {
    expect(percentages("2023年全市一般公共预算收入安排10亿元，较2022年增长5%。")).toEqual([
      "5% previous_year",
    ]);
  });

  test.each([
    "2023年全市一般公共预算收入安排10亿元，较2019年增长5%。",
    "2023年全市一般公共预算收入安排10亿元，比上年预算数增长5%。",
    "2022年全市一般公共预算收入完成10亿元，同口径增长5%。",
    "2022年全市一般公共预算收入完成10亿元，比上年增长5%（按可比口径）。",
  ])("against something else are none: %s", (sentence) => {
    expect(percentages(sentence)).toEqual([]);
  });

  test.each([
    ["a range", "2023年全市一般公共预算收入安排10亿元，增长5%—6%。"],
    ["a bound", "2023年全市一般公共预算收入安排10亿元，增长5%以上。"],
    ["shared by two amounts", "2022年全市税收收入8亿元、非税收入2亿元，增长5%和3%。"],
    [
      "behind the budget, of what was executed",
      "2022年全市一般公共预算收入年初预算10亿元，完成预算的101%，增长5%。",
    ],
  ])("are none where one is %s", (_, sentence) => {
    expect(percentages(sentence)).toEqual([]);
  });

  test("behind one against something else still count", () => {
    expect(
      percentages("2023年全市一般公共预算收入安排10亿元，比上年预算数增长3%，比上年执行数下降2%。"),
    ).toEqual(["-2% previous_year"]);
    expect(
      percentages("2022年全市一般公共预算收入完成10亿元，同口径增长8%，为预算的99%。"),
    ).toEqual(["99% budget"]);
  });
});

test("a budget that is named behind an amount is not that of amounts before it", () => {
  const amounts = figuresOf(
    "final_accounts",
    "2022年全市税收收入完成6亿元，政府性基金预算收入完成3亿元。",
  ).map(({ measure, account }) => `${measure} ${account}`);
  expect(amounts).toEqual(["income_tax general_public", "income_government_fund government_fund"]);
});

test("a carry-over is told from others by its words, brackets aside", () => {
  expect(told("budget", "2023年全市上年结转（结余）收入2亿元。")).toEqual([
    "carried_in 2023 budget whole 200000000",
  ]);
});

describe("the figures of a government", () => {
  test("by fund and side, with phase and coverage", () => {
    expect(
      told(
        "budget",
        "2022年全市一般公共预算收入完成10亿元，增长5%；市级一般公共预算支出完成8亿元。",
        "2023年市本级政府性基金预算收入安排3亿元，政府性基金预算支出安排4亿元。",
      ),
    ).toEqual([
      "income_general_public 2022 execution whole 1000000000",
      "expenditure_general_public 2022 execution own_and_transfers 800000000",
      "income_government_fund 2023 budget own 300000000",
      "expenditure_government_fund 2023 budget own 400000000",
    ]);
  });

  test.each([
    ["by its heading", ["四、社会保险基金预算", "2022年，全市基金收入9亿元，基金支出8亿元。"]],
    ["by its item", ["2.失业保险。2022年全市基金收入完成9亿元，基金支出完成8亿元。"]],
    ["by the sentence before", ["2022年全市社会保险基金收入9亿元。基金支出完成8亿元。"]],
  ])("are not those of a fund that is an insurance's %s", (_, lines) => {
    const ofFunds = told("final_accounts", ...lines).filter((one) =>
      one.includes("government_fund"),
    );
    expect(ofFunds).toEqual([]);
  });

  test("of the government's funds may leave out that they are", () => {
    expect(
      told("final_accounts", "2022年全市政府性基金收入9亿元，主要是土地出让。基金支出完成8亿元。"),
    ).toEqual([
      "income_government_fund 2022 accounts whole 900000000",
      "expenditure_government_fund 2022 accounts whole 800000000",
    ]);
  });

  test("income of all funds where its parts name them", () => {
    expect(
      told("budget", "2022年全市完成地方财政收入30亿元，其中：一般公共预算收入10亿元。"),
    ).toEqual([
      "income_total 2022 execution whole 3000000000",
      "income_general_public 2022 execution whole 1000000000",
    ]);
    expect(told("budget", "2022年全市完成地方财政收入30亿元。")).toEqual([]);
  });

  test("of the accounts are accounts", () => {
    expect(told("final_accounts", "全市一般公共预算收入完成10亿元，上级补助收入4亿元。")).toEqual([
      "income_general_public 2023 accounts whole 1000000000",
      "transfers_from_above 2023 accounts whole 400000000",
    ]);
  });

  test.each([
    ["of another place", "2022年东海市一般公共预算收入完成10亿元。"],
    ["of a zone", "2022年青石经济开发区一般公共预算收入完成10亿元。"],
    ["of several years", "“十四五”期间，全市一般公共预算支出完成300亿元。"],
    ["of last year", "全市一般公共预算收入上年完成10亿元。"],
    ["executed in a year that is not printed", "全市一般公共预算收入完成10亿元。"],
    ["of a class", "2022年全市一般公共预算教育支出完成10亿元。"],
    ["in brackets", "2022年全市烟叶税完成9亿元（含一般公共预算收入10亿元）。"],
    ["after the adjustment", "2022年全市一般公共预算收入调整为10亿元。"],
  ])("%s are left out", (_, text) => {
    expect(told("budget", text)).toEqual([]);
  });

  test("under a line that heads a zone are left out", () => {
    expect(
      told("budget", "一、2022年预算执行情况", "青石高新区：", "2022年一般公共预算收入完成1亿元。"),
    ).toEqual([]);
  });
});

describe("what else a report states", () => {
  test("growth and completion behind an amount, and the parts of a list", () => {
    expect(
      inFull(
        "2022年全市一般公共预算收入完成10亿元，为调整预算的98.5%，比上年下降2.4%（快报数）。其中：税收收入完成6亿元，增长1%；非税收入4亿元。",
      ),
    ).toEqual([
      "income_general_public general_public whole 130900 1000000000",
      "income_general_public general_public whole 130900 98.5% adjusted_budget",
      "income_general_public general_public whole 130900 -2.4% previous_year",
      "income_tax general_public whole 130900 600000000",
      "income_tax general_public whole 130900 1% previous_year",
      "income_non_tax general_public whole 130900 400000000",
    ]);
  });

  test("what is added to income and spending, by the budget that is spoken of", () => {
    expect(
      inFull(
        "2022年市本级政府性基金预算收入完成3亿元，加上级补助收入1亿元、上年结转收入2亿元、调入资金等5亿元，收入总计9亿元。预算支出执行4亿元，加上调出资金1亿元，支出总计5亿元。",
      ),
    ).toEqual([
      "income_government_fund government_fund own 130900 300000000",
      "transfers_from_above government_fund own 130900 100000000",
      "carried_in government_fund own 130900 200000000",
      "income_sum government_fund own 130900 900000000",
      "transferred_out government_fund own 130900 100000000",
      "expenditure_sum government_fund own 130900 500000000",
    ]);
  });

  test("支出 behind the income of an insurance's fund is none of the government's funds", () => {
    expect(
      inFull("三、社会保险基金预算", "2022年全市基金收入9亿元；支出8亿元。").filter((one) =>
        one.includes("fund"),
      ),
    ).toEqual([]);
  });

  test("the parts of transfers are those from above alone", () => {
    expect(
      inFull(
        "2022年省对我市转移支付9亿元，增长4.6%。其中：税收返还1亿元，一般性转移支付6亿元，专项转移支付2亿元。",
        "2022年市对县区转移支付5亿元。其中：一般性转移支付4亿元。",
      ),
    ).toEqual([
      "transfers_from_above whole 130900 900000000",
      "transfers_from_above whole 130900 4.6% previous_year",
      "transfers_from_above_return whole 130900 100000000",
      "transfers_from_above_general whole 130900 600000000",
      "transfers_from_above_special whole 130900 200000000",
      "transfers_to_below 130900 500000000",
    ]);
  });

  test("limits and balances of debt, each of its kind", () => {
    expect(
      inFull(
        "2022年底全市地方政府债务限额50亿元，其中一般债务限额20亿元、专项债务限额30亿元；债务余额45亿元。",
      ),
    ).toEqual([
      "debt_limit debt total whole 130900 5000000000",
      "debt_limit debt general whole 130900 2000000000",
      "debt_limit debt special whole 130900 3000000000",
      "debt_balance debt total whole 130900 4500000000",
    ]);
  });
});
