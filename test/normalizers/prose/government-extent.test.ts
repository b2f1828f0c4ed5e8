import { describe, expect, test } from "vitest";
import { briefly, inFull } from "./tell-government.js";

describe("an amount of another extent than its words name is none", () => {
  test.each([
    ["with what a tax office collects for the centre", "2022年全市组织税收收入9亿元。"],
    ["in all that is collected", "2022年全市税收收入（全口径）9亿元。"],
    ["but for a place", "2022年全市（不含高新区）一般公共预算收入9亿元，税收收入8亿元。"],
    ["but for a place, behind it", "2022年全市一般公共预算收入9亿元（不含高新区1亿元）。"],
    ["with the centre's income", "2022年财政总收入9亿元。"],
  ])("%s", (_, sentence) => {
    expect(briefly(sentence)).toEqual([]);
  });

  test("income that the centre's is a part of", () => {
    expect(
      briefly("2022年全市财政收入9亿元，其中：一般公共预算收入5亿元，上划中央收入4亿元。"),
    ).toEqual(["income_general_public general_public whole 500000000"]);
  });

  test("支出 behind 收入总计, which may be all that is spent", () => {
    expect(
      briefly("2023年市本级一般公共预算收入安排3亿元，收入总计9亿元，相应安排支出9亿元。"),
    ).toEqual([
      "income_general_public general_public own 300000000",
      "income_sum general_public own 900000000",
    ]);
  });

  test("but 支出 where its sum follows, or 预算支出, is what the budget spends", () => {
    const income = "2023年市本级一般公共预算收入安排3亿元，收入总计9亿元；";
    const spent = "expenditure_general_public general_public own 800000000";
    expect(briefly(`${income}支出安排8亿元，支出总计9亿元。`)).toContain(spent);
    expect(briefly(`${income}预算支出安排8亿元。`)).toContain(spent);
  });

  test("transfers of a level, which it may pay to those below", () => {
    expect(briefly("2022年上级补助收入9亿元。市级一般性转移支付2亿元。")).toEqual([
      "transfers_from_above 900000000",
    ]);
  });
});

test("总收入 of a budget is its sum", () => {
  expect(inFull("2022年全市一般公共预算总收入9亿元。")).toEqual([
    "income_sum general_public whole 130900 900000000",
  ]);
});

describe("whose a part is goes on", () => {
  test("to no sentence after it, nor behind a semicolon", () => {
    expect(
      briefly(
        "2022年全市一般公共预算收入9亿元，其中市级收入4亿元，市级税收收入3亿元；一般公共预算支出8亿元，其中市级支出1亿元。上级补助收入2亿元。",
      ),
    ).toEqual([
      "income_general_public general_public whole 900000000",
      "income_general_public general_public own_and_transfers 400000000",
      "income_tax general_public own_and_transfers 300000000",
      "expenditure_general_public general_public 800000000",
      "expenditure_general_public general_public own_and_transfers 100000000",
      "transfers_from_above general_public 200000000",
    ]);
  });

  test("to parts of it that a sentence begins with", () => {
    expect(
      briefly("2022年全市一般公共预算收入9亿元，其中市级收入4亿元。其中：税收收入3亿元。"),
    ).toEqual([
      "income_general_public general_public whole 900000000",
      "income_general_public general_public own_and_transfers 400000000",
      "income_tax general_public own_and_transfers 300000000",
    ]);
  });
});
