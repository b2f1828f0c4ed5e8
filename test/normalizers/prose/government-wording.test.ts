import { describe, expect, test } from "vitest";
import { briefly, figuresOf, told } from "./tell-government.js";

describe("debt", () => {
  test("in a balance is income and what is lent on, of the budget's kind", () => {
    expect(
      briefly(
        "2022年市本级一般公共预算收入完成3亿元，加上地方政府一般债务转贷收入2亿元，收入总计5亿元；加上债务转贷支出1亿元。",
      ),
    ).toEqual([
      "income_general_public general_public own 300000000",
      "debt_income general_public general own 200000000",
      "income_sum general_public own 500000000",
      "debt_on_lent general_public general own 100000000",
    ]);
  });

  test("by its kinds behind 其中 or in brackets", () => {
    expect(
      briefly(
        "三、政府债务情况",
        "2022年全市发行地方政府债券9亿元，其中，一般债券4亿元，专项债券5亿元；从类型看，新增债券7亿元（一般债券3亿元、专项债券4亿元），再融资债券2亿元。市本级发行3亿元。",
      ),
    ).toEqual([
      "debt_issued debt total whole 900000000",
      "debt_issued debt general whole 400000000",
      "debt_issued debt special whole 500000000",
      "debt_new debt total whole 700000000",
      "debt_new debt general whole 300000000",
      "debt_new debt special whole 400000000",
      "debt_refinanced debt total whole 200000000",
      "debt_issued debt total own 300000000",
    ]);
  });

  test("of one kind, or new, has parts of that kind, or new", () => {
    expect(
      briefly(
        "三、政府债务情况",
        "2022年市级政府专项债务收入9亿元，其中新增债券7亿元。",
        "2022年省核定我市新增政府债务限额6亿元，其中：一般债务限额2亿元（含外贷1亿元），专项债务限额4亿元。",
      ),
    ).toEqual([
      "debt_income debt special own_and_transfers 900000000",
      "debt_new debt special own_and_transfers 700000000",
      "debt_new debt total whole 600000000",
      "debt_new debt general whole 200000000",
      "debt_new debt special whole 400000000",
    ]);
  });

  test("the kinds of an amount that is something else are none", () => {
    expect(
      briefly(
        "三、政府债务情况",
        "2022年财政部提前下达我市部分新增政府债务限额9亿元，其中一般债务限额4亿元，专项债务限额5亿元。",
      ),
    ).toEqual([]);
  });

  test("a second part of one kind is for a purpose", () => {
    expect(
      briefly(
        "三、政府债务情况",
        "2022年全市新增政府债券9亿元，其中专项债券5亿元；其中专项债券2亿元用于水厂；市本级新增政府债券3亿元，其中专项债券1亿元。",
      ),
    ).toEqual([
      "debt_new debt total whole 900000000",
      "debt_new debt special whole 500000000",
      "debt_new debt total own 300000000",
      "debt_new debt special own 100000000",
    ]);
  });

  test("principal and interest of what was repaid, not of what falls due", () => {
    expect(
      briefly(
        "2022年全市共偿还政府债券本息9亿元，其中，本金6亿元（一般债券还本2亿元，专项债券还本4亿元），利息3亿元。",
        "2023年全市到期债券本息9亿元，其中本金6亿元、利息3亿元。",
        "2023年全市需偿还政府债券本息9亿元，其中本金6亿元、利息3亿元。",
      ),
    ).toEqual([
      "debt_repaid total whole 600000000",
      "debt_repaid general whole 200000000",
      "debt_repaid special whole 400000000",
      "debt_interest total whole 300000000",
    ]);
  });

  test.each([
    "2022年安排新增专项债券资金2亿元，支持青石水厂建设。",
    "2022年新增专项债券3亿元，用于东湖片区改造。",
    "2022年全市财源建设成效明显。通过清缴欠税实现税收2亿元。",
  ])("and tax of single projects and measures are none: %s", (sentence) => {
    expect(briefly(sentence)).toEqual([]);
  });
});

describe("wordings", () => {
  test.each([
    [
      "an aside with a comma",
      "2022年全市地方一般公共预算收入（预计数，下同）9亿元。",
      "income_general_public",
    ],
    [
      "a word of adding or taking off",
      "2022年全市政府性基金预算收入3亿元，扣除上解上级支出9亿元。",
      "remitted_up",
    ],
    [
      "words of how it is planned",
      "2023年全市一般公共预算按收支平衡原则安排总支出9亿元。",
      "expenditure_sum",
    ],
    [
      "what is added before a sum",
      "2022年全市一般公共预算收入加上转移性收入后总收入为9亿元。",
      "income_sum",
    ],
    [
      "money that the general budget takes in",
      "2022年全市国有资本经营预算支出1亿元，调入一般公共预算9亿元。",
      "transferred_out",
    ],
    [
      "money that it takes in, as its income",
      "2022年全市一般公共预算收入1亿元，加上调入一般公共预算资金9亿元。",
      "transferred_in",
    ],
    ["收入预算", "2023年全市一般公共收入预算9亿元。", "income_general_public"],
  ])("%s", (_, sentence, measure) => {
    const found = figuresOf("budget", sentence).filter(({ amount }) => amount === "900000000");
    expect(found.map((one) => one.measure)).toEqual([measure]);
  });

  test("安排预算稳定调节基金 is put aside, not planned; 安排 in a chapter on what was executed is done", () => {
    expect(
      told(
        "budget",
        "一、2022年预算执行情况",
        "全市一般公共预算支出完成3亿元，安排预算稳定调节基金1亿元，支出总计4亿元。",
        "市级国有资本经营预算支出安排2亿元。",
      ),
    ).toEqual([
      "expenditure_general_public 2022 execution whole 300000000",
      "stabilization_added 2022 execution whole 100000000",
      "expenditure_sum 2022 execution whole 400000000",
      "expenditure_state_capital 2022 execution own_and_transfers 200000000",
    ]);
  });

  test("what is paid to those below is not of the whole region", () => {
    expect(briefly("2022年省对我市转移支付9亿元。市对县区转移支付5亿元。")).toEqual([
      "transfers_from_above whole 900000000",
      "transfers_to_below 500000000",
    ]);
  });

  test("国有资本经营收入 among the income of the general public budget is none of the budget of state capital", () => {
    expect(briefly("2022年全市一般公共预算中，国有资本经营收入完成2亿元。")).toEqual([]);
  });
});
