import { describe, expect, test } from "vitest";
import { briefly } from "./tell-government.js";

describe("lines that head a part of a chapter", () => {
  test("say which budget bare income and spending are of, and whose", () => {
    expect(
      briefly(
        "一、2022年预算执行情况",
        "（一）市本级预算执行情况",
        "1.一般公共预算",
        "收入完成3亿元，支出完成4亿元。",
        "2.政府性基金预算。收入完成2亿元，加上上级补助收入1亿元，收入总计3亿元。",
      ),
    ).toEqual([
      "income_general_public general_public own 300000000",
      "expenditure_general_public general_public own 400000000",
      "income_government_fund government_fund own 200000000",
      "transfers_from_above government_fund own 100000000",
      "income_sum government_fund own 300000000",
    ]);
  });

  test("hold until one that is numbered alike", () => {
    expect(
      briefly(
        "一、2022年预算执行情况",
        "1.政府性基金预算。全市收入完成2亿元。",
        "（1）总收入3亿元，其构成是：上年结转收入1亿元。",
        "2.国有资本经营预算。全市总收入5万元。",
      ),
    ).toEqual([
      "income_government_fund government_fund whole 200000000",
      "income_sum government_fund 300000000",
      "carried_in government_fund 100000000",
      "income_sum state_capital whole 50000",
    ]);
  });

  test("of another place or level head nothing of this government", () => {
    expect(
      briefly(
        "一、2022年预算执行情况",
        "（一）全市预算执行情况",
        "总收入9亿元，其构成是：一般公共预算收入7亿元，上级补助收入2亿元。",
        "（二）东湖区预算执行情况",
        "总收入2亿元，其构成是：一般公共预算收入1亿元，上级补助收入1亿元。",
      ),
    ).toEqual([
      "income_sum whole 900000000",
      "income_general_public general_public whole 700000000",
      "transfers_from_above general_public whole 200000000",
    ]);
    expect(briefly("2022年底市级债务余额5亿元，区级债务余额4亿元，全市债务余额9亿元。")).toEqual([
      "debt_balance debt total own_and_transfers 500000000",
      "debt_balance debt total whole 900000000",
    ]);
  });

  test("with dashes before them say whose a list is", () => {
    expect(
      briefly(
        "2022年市级一般公共预算收入总计9亿元，其中：",
        "——市本级收入完成4亿元。",
        "——转移性收入5亿元，其中：返还性收入1亿元，一般性转移支付收入4亿元。",
      ),
    ).toEqual([
      "income_sum general_public own_and_transfers 900000000",
      "income_general_public general_public own 400000000",
      "transfers_from_above_return general_public own_and_transfers 100000000",
      "transfers_from_above_general general_public own_and_transfers 400000000",
    ]);
  });
});

describe("sentences", () => {
  test("without amounts say whose the budget is that they begin with", () => {
    expect(
      briefly(
        "一、2022年全市预算执行情况",
        "（一）社会保险基金预算执行情况",
        "市级社会保险基金有3项。全年收入完成9亿元。",
      ),
    ).toEqual(["income_social_insurance social_insurance own_and_transfers 900000000"]);
  });

  test("have one spending for an income", () => {
    expect(
      briefly(
        "2023年全市政府性基金预算收入安排9亿元，支出预算安排9亿元；上级下达资金2亿元，支出预算安排2亿元。",
      ),
    ).toEqual([
      "income_government_fund government_fund whole 900000000",
      "expenditure_government_fund government_fund whole 900000000",
    ]);
  });

  test("that compare with several years are on several", () => {
    expect(briefly("2022年全市一般公共预算支出达9亿元，比“十三五”时期增加2亿元。")).toEqual([]);
  });

  test("in a chapter on debt leave open which budget other money is of", () => {
    expect(briefly("三、2022年政府债务情况", "全市上级补助收入2亿元。")).toEqual([
      "transfers_from_above whole 200000000",
    ]);
  });
});

describe("what is said of one insurance", () => {
  test("is not said of all, behind its heading or its name", () => {
    expect(
      briefly(
        "四、社会保险基金预算",
        "2023年全市总收入安排9亿元，总支出安排8亿元，年末滚存结余7亿元。",
        "（1）职工医疗保险基金收支预算。2023年全市总收入安排3亿元，总支出安排2亿元，年末滚存结余1亿元。",
      ),
    ).toEqual([
      "income_social_insurance social_insurance whole 900000000",
      "expenditure_social_insurance social_insurance whole 800000000",
      "balance_social_insurance social_insurance whole 700000000",
    ]);
    expect(
      briefly(
        "2023年全市社会保险基金收入安排9亿元，其中：失业保险基金收入1亿元。年末滚存结余7亿元。",
        "2023年全市工伤保险、失业保险基金收入总计3亿元，支出总计2亿元。累计结余1亿元。",
      ),
    ).toEqual([
      "income_social_insurance social_insurance whole 900000000",
      "balance_social_insurance social_insurance whole 700000000",
    ]);
  });
});

describe("sentences", () => {
  test("end at a full point too, where the text has no other", () => {
    expect(
      briefly("（1）全市收支.2022年一般公共预算收入完成2.5亿元,增长3%.年末滚存结余1亿元."),
    ).toEqual(["income_general_public general_public whole 250000000"]);
  });
});
