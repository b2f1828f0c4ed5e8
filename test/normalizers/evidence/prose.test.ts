import { describe, expect, test } from "vitest";
import { changeEqualsDifference } from "../../../normalizers/checks/prose/change-equals-difference.js";
import { comparisonWordsFit } from "../../../normalizers/checks/prose/comparison-words-fit.js";
import { figuresAddUp } from "../../../normalizers/checks/prose/figures-add-up.js";
import { formulaResult } from "../../../normalizers/checks/sums/formula-result.js";
import { increaseExplained } from "../../../normalizers/checks/prose/increase-explained.js";
import { listAddsUp } from "../../../normalizers/checks/prose/list-adds-up.js";
import { percentageFits } from "../../../normalizers/checks/prose/percentage-fits.js";
import { figure, prose, reading, section } from "../checks/make-reading.js";

const said = (...paragraphs: readonly string[]) =>
  reading({ document: prose(paragraphs), sections: [section({ block: 0 })] });
type Measure = Parameters<typeof figure>[0];
const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};

describe("figures_add_up", () => {
  const total = figure("expenditure_total", "30.00");
  const parts = [figure("expenditure_basic", "20.00"), figure("expenditure_project", "8.00")];

  test("finds a total that its parts do not make", () => {
    expect(figuresAddUp.run(reading({ figures: [total, ...parts] })).findings).toMatchObject([
      { section_no: 1, expected: "28万元", actual: "30万元" },
    ]);
  });

  test.each<[Measure, readonly Measure[]]>([
    ["expenditure_total", ["expenditure_basic", "expenditure_project"]],
    ["expenditure_basic", ["expenditure_personnel", "expenditure_public_use"]],
    ["income_total", ["income_general_public", "income_government_fund"]],
    ["income_total", ["income_general_public", "income_government_fund", "income_special_account"]],
    ["income_total", ["income_general_public", "income_government_fund", "income_other"]],
    ["change_total", ["change_basic", "change_project"]],
    ["three_public_vehicles", ["three_public_vehicle_purchase", "three_public_vehicle_running"]],
    [
      "three_public_total",
      ["three_public_abroad", "three_public_vehicles", "three_public_reception"],
    ],
    [
      "three_public_total",
      ["three_public_abroad", "three_public_vehicle_running", "three_public_reception"],
    ],
  ])("adds up %s from %j", (measure, addends) => {
    const figures = [
      figure(measure, "30.00"),
      ...addends.map((part, n) => figure(part, `${n + 1}.00`)),
    ];
    const sum = (addends.length * (addends.length + 1)) / 2;
    expect(figuresAddUp.run(reading({ figures })).findings).toMatchObject([
      { expected: `${sum}万元`, actual: "30万元" },
    ]);
  });

  test("takes a part without a measure from the same section", () => {
    const { document, sections } = said("单位预留机动经费2.00万元。");
    const { findings } = figuresAddUp.run(
      reading({ document, sections, figures: [total, ...parts] }),
    );
    expect(findings).toEqual([]);
  });

  test.each([
    ["2.03", []],
    ["2.04", [{ expected: "28万元" }]],
  ])(
    "takes it for a part where three digits of rounding are missing, not more: %s",
    (wan, expected) => {
      const { document, sections } = said(`单位预留机动经费${wan}万元。`);
      const whole = reading({ document, sections, figures: [total, ...parts] });
      expect(figuresAddUp.run(whole).findings).toMatchObject(expected);
    },
  );

  test("leaves other sections and other years alone", () => {
    const figures = [total, ...parts.map((part) => ({ ...part, fiscal_year: 2024 }))];
    expect(figuresAddUp.run(reading({ figures }))).toMatchObject(unable);
  });

  test("takes 公务用车运行维护费 where the vehicles have no total", () => {
    const figures = [
      figure("three_public_total", "6.3"),
      figure("three_public_abroad", "0"),
      figure("three_public_vehicle_running", "2.7"),
      figure("three_public_reception", "0"),
    ];
    expect(figuresAddUp.run(reading({ figures })).findings).toMatchObject([
      { expected: "2.7万元" },
    ]);
  });
});

describe("change_equals_difference", () => {
  const levels = [
    figure("expenditure_project", "148.77"),
    figure("expenditure_project", "146.22", { fiscal_year: 2024 }),
  ];

  test("finds a change that is not the difference", () => {
    const figures = [...levels, figure("change_project", "2.25")];
    expect(changeEqualsDifference.run(reading({ figures })).findings).toMatchObject([
      { expected: "2.55万元", actual: "2.25万元" },
    ]);
  });

  test.each([
    ["expenditure_total", "change_total"],
    ["expenditure_basic", "change_basic"],
    ["expenditure_project", "change_project"],
  ] as const)("compares the years of %s with %s", (level, change) => {
    const years = [figure(level, "9.00"), figure(level, "8.00", { fiscal_year: 2024 })];
    const figures = [...years, figure(change, "3.00")];
    const { findings } = changeEqualsDifference.run(reading({ figures }));
    expect(findings).toMatchObject([{ expected: "1万元", actual: "3万元" }]);
  });

  test("passes one that is", () => {
    const figures = [...levels, figure("change_project", "2.55")];
    expect(changeEqualsDifference.run(reading({ figures }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("cannot run without the year before", () => {
    const figures = [figure("expenditure_project", "148.77"), figure("change_project", "2.55")];
    expect(changeEqualsDifference.run(reading({ figures }))).toMatchObject(unable);
  });
});

describe("list_adds_up", () => {
  test.each([
    [
      "more than the total",
      "采购金额为12.00万元，其中：货物4.00万元、工程0万元、服务9.00万元。",
      "error",
    ],
    ["less than the total", "采购金额为12.00万元，其中：货物4.00万元、服务7.00万元。", "warning"],
  ])("finds a list that makes %s", (_, text, severity) => {
    expect(listAddsUp.run(said(text)).findings).toMatchObject([
      { severity, section_no: 1, actual: "12万元" },
    ]);
  });

  test.each([
    "收入12.00万元，其中：财政拨款收入10.00万元，占83.33%；其他收入2.00万元，占16.67%。",
    "收入12.00万元，比上年增加3.00万元，其中：财政拨款收入10.00万元、其他收入2.00万元。",
  ])("passes %s", (text) => {
    expect(listAddsUp.run(said(text))).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    "支出12.00万元，其中：主要用于办公费4.00万元，比上年减少2.00万元。",
    "没有金额，其中：也没有。",
    "采购金额为12.00万元，其中：货物4.00万元。",
    "机关运行经费12.00万元，其中：办公费4.00万元、邮电费2.00万元等。",
  ])("cannot run on %s", (text) => {
    expect(listAddsUp.run(said(text))).toMatchObject(unable);
  });
});

describe("percentage_fits", () => {
  test.each([
    ["a share", "支出200.00万元，其中：教育支出50.00万元，占26.00%。", "25.00%"],
    ["a growth rate", "支出220.00万元，比上年增加20.00万元，增长10.50%。", "10.00%"],
    ["a slipped decimal point", "支出220.00万元，比上年增加20.00万元，增长1.00%。", "10.00%"],
    ["a fulfilment", "年初预算为200.00万元，支出决算为190.00万元，完成预算的94.00%。", "95.00%"],
  ])("finds %s that does not fit", (_, text, expected) => {
    expect(percentageFits.run(said(text)).findings).toMatchObject([{ expected }]);
  });

  test("a finding tells where the amount and its base stand", () => {
    const { findings } = percentageFits.run(
      said("支出200.00万元，其中：教育支出50.00万元，占26.00%。"),
    );
    expect(findings[0]?.related?.map(({ name }) => name)).toEqual(["教育支出", "支出"]);
  });

  test.each([
    "支出200.00万元，其中：教育支出50.00万元，占25%。",
    "支出180.00万元，比上年减少20.00万元，下降10%。",
    "支出219.55万元，其中：基本支出139.94万元，占63.75%。",
    "其中：因公出国费3.10万元，完成预算的62%。",
    "教育支出50.00万元，占全国同类支出的4.1%。",
  ])("passes %s", (text) => {
    expect(percentageFits.run(said(text)).findings).toEqual([]);
  });

  // One and a half of the last digit (0.015), and what the last digit of 50.00 makes of 25 % (0.005).
  test.each([
    ["24.97", 1],
    ["24.98", 0],
    ["25.02", 0],
    ["25.03", 1],
    ["25.1", 0],
    ["25.2", 1],
  ])("of a share of 25.00 per cent printed as %s makes %d findings", (percent, findings) => {
    const text = `支出200.00万元，其中：教育支出50.00万元，占${percent}%。`;
    expect(percentageFits.run(said(text)).findings).toHaveLength(findings);
  });

  test.each([
    ["27.50", 1, "a tenth off"],
    ["27.51", 0, "more than a tenth off"],
    ["22.50", 1, "a tenth off"],
    ["22.49", 0, "more than a tenth off"],
    ["2.50", 1, "slipped by one place"],
    ["0.25", 1, "slipped by two places"],
    ["0.025", 0, "slipped by three places"],
  ])("of a share of 25 per cent printed as %s makes %d findings: %s", (percent, findings) => {
    const text = `支出200.00万元，其中：教育支出50.00万元，占${percent}%。`;
    expect(percentageFits.run(said(text)).findings).toHaveLength(findings);
  });

  test.each([
    ["fifth", 4, 1],
    ["sixth", 5, 0],
    ["thirty-first from the end", 10, 0],
    ["thirtieth from the end", 11, 1],
  ])("a base that is the %s of 41 amounts", (_, at, findings) => {
    const amounts = Array.from({ length: 41 }, () => "7777777.00").with(at, "200.00");
    const named = amounts.with(40, "50.00").map((amount) => `支出${amount}万元`);
    const text = `${named.join("，")}，占26.00%。`;
    expect(percentageFits.run(said(text)).findings).toHaveLength(findings);
  });

  test("leaves the fulfilment of budgets that a government's report does not state", () => {
    const { document } = said("全市收入预算450.00亿元。全市支出完成427.5亿元，完成预算的94.1%。");
    expect(percentageFits.run(reading({ document, about: { scope: "government" } }))).toMatchObject(
      unable,
    );
  });

  test("cannot run without percentages", () => {
    expect(percentageFits.run(said("支出200.00万元。"))).toMatchObject(unable);
  });
});

describe("comparison_words_fit", () => {
  test.each([
    ["大于", "60.00", "55.00"],
    ["小于", "55.00", "60.00"],
    ["等于", "55.00", "60.00"],
  ])("finds 决算数%s预算数 for a budget of %s and accounts of %s", (word, budget, accounts) => {
    const text = `年初预算为${budget}万元，支出决算为${accounts}万元。决算数${word}预算数的主要原因：据实结算。`;
    expect(comparisonWordsFit.run(said(text)).findings).toMatchObject([
      { expected: `${Number(budget)}万元` },
    ]);
  });

  test.each([
    "年初预算为60.00万元，支出决算为55.00万元。决算数小于预算数的主要原因：据实结算。",
    "年初预算为0.95万元，支出决算为0.00万元，其中：接待费预算为0万元，决算为0.00万元。决算数小于预算数。",
  ])("passes %s", (text) => {
    expect(comparisonWordsFit.run(said(text))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without the words", () => {
    expect(comparisonWordsFit.run(said("支出决算为55.00万元。"))).toMatchObject(unable);
  });
});

describe("formula_result", () => {
  test.each([
    ["its result", "补助标准为1200×50=50000元。", "60000元"],
    [
      "what is rounded from it",
      "补助82377×0.12×173=1,710,146.52元，预计170万元。",
      "171.014652万元",
    ],
    ["an estimate over brackets", "资金为(56413+2000)*（208+30）约1300万元。", "1390.2294万元"],
  ])("finds a formula that does not give %s", (_, text, expected) => {
    expect(formulaResult.run(said(text)).findings).toMatchObject([{ expected }]);
  });

  test.each(["参保补贴100×33+180×50=12300元，预计1.3万元。", "合同3×4个月，共计5.00万元。"])(
    "passes %s",
    (text) => {
      expect(formulaResult.run(said(text)).findings).toEqual([]);
    },
  );

  test("cannot run without a formula", () => {
    expect(formulaResult.run(said("支出2.00万元。"))).toMatchObject(unable);
  });
});

describe("increase_explained", () => {
  test("doubts an increase that only a decrease explains", () => {
    const text = "项目支出增加25.00万元，主要由社会保险项目预算减少导致。";
    expect(increaseExplained.run(said(text)).findings).toMatchObject([
      { severity: "warning", section_no: 1 },
    ]);
  });

  test.each([
    "项目支出增加25.00万元，主要是新增道路养护项目。",
    "项目支出减少25.00万元，主要是受新冠疫情影响。",
    "项目支出减少25.00万元，主要是人员减少而标准提高。",
  ])("passes %s", (text) => {
    expect(increaseExplained.run(said(text))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run where nothing is explained", () => {
    expect(increaseExplained.run(said("支出2.00万元。"))).toMatchObject(unable);
  });
});
