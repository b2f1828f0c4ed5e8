import { describe, expect, test } from "vitest";
import { percentageFits } from "../../../../normalizers/checks/prose/percentage-fits.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import { amount, figure, reading, said, unable } from "../make-reading.js";

describe("percentage_fits", () => {
  test.each([
    ["a share", "支出200.00万元，其中：教育支出50.00万元，占26.00%。", "25.00%"],
    ["a growth rate", "支出220.00万元，比上年增加20.00万元，增长10.50%。", "10.00%"],
    ["a growth", "支出220.00万元，比上年增加20.00万元，增幅10.50%。", "10.00%"],
    ["a rise", "支出220.00万元，比上年增加20.00万元，上升10.50%。", "10.00%"],
    ["a fall", "支出180.00万元，比上年减少20.00万元，下降10.50%。", "10.00%"],
    ["a reduction", "支出180.00万元，比上年减少20.00万元，减幅为10.50%。", "10.00%"],
    ["a slipped decimal point", "支出220.00万元，比上年增加20.00万元，增长1.00%。", "10.00%"],
    ["a fulfilment", "年初预算为200.00万元，支出决算为190.00万元，完成预算的94.00%。", "95.00%"],
    [
      "a fulfilment in other words",
      "年初预算为200.00万元，支出决算为190.00万元，占年初预算的94.00%。",
      "95.00%",
    ],
    [
      "a fulfilment that is only the share of what is no budget",
      "收入202.12万元，年初预算为200.00万元，支出决算为190.00万元，完成预算的94.00%。",
      "95.00%",
    ],
    [
      "a share of the amount that comes closest",
      "支出200.00万元，教育支出50.00万元，卫生支出10.00万元，占5.10%。",
      "5.00%",
    ],
  ])("finds %s that does not fit", (_, text, expected) => {
    expect(percentageFits.run(said(text)).findings).toMatchObject([{ section_no: 1, expected }]);
  });

  test("a finding tells where the amount and its base stand", () => {
    const { findings } = percentageFits.run(
      said("支出200.00万元，其中：教育支出50.00万元，占26.00%。"),
    );
    expect(findings[0]?.related?.map(({ name }) => name)).toEqual(["教育支出", "支出"]);
  });

  test.each([
    [
      "支出200.00万元，其中：教育支出50.00万元，占26.00%。",
      { printed: "26.00", what: "share", of: { name: "教育支出" }, base: { name: "支出" } },
      "“教育支出” 50万元 is printed with 26.00 %; its share of the total is 25.00 %.",
    ],
    [
      "支出220.00万元，比上年增加20.00万元，增长10.50%。",
      { printed: "10.50", what: "growth", of: { name: "比上年增加" }, base: { name: "支出" } },
      "“比上年增加” 20万元 is printed with 10.50 %; the change against the year before is 10.00 %.",
    ],
    [
      "年初预算为200.00万元，支出决算为190.00万元，完成预算的94.00%。",
      {
        printed: "94.00",
        what: "fulfilment",
        of: { name: "支出决算" },
        base: { name: "年初预算" },
      },
      "“支出决算” 190万元 is printed with 94.00 %; the accounts against the budget is 95.00 %.",
    ],
  ])("tells of %s what it is about", (text, facts, sentence) => {
    const { findings } = percentageFits.run(said(text));
    expect(findings).toMatchObject([{ facts, actual: `${facts.printed}%` }]);
    expect(findings.map((found) => sentencesOf(found).en)).toEqual([sentence]);
  });

  test.each([
    [24, 1],
    [25, 0],
  ])(
    "reads up to 24 signs between word and number: of %d there are %d findings",
    (length, count) => {
      const text = `支出200.00万元，其中：教育支出50.00万元，占${"的".repeat(length)}26.00%。`;
      expect(percentageFits.run(said(text)).findings).toHaveLength(count);
    },
  );

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
    const text = `支出200.00万元，教育支出50.00万元，占${percent}%。`;
    expect(percentageFits.run(said(text)).findings).toHaveLength(findings);
  });

  test.each([
    ["an item of a list", "支出200.00万元，其中：教育支出50.00万元，占75.00%。", "25.00%"],
    [
      "an item of a list over paragraphs",
      "支出预算合计200.00万元，其中：\n1.教育支出50.00万元，占25.00%；\n2.科技支出150.00万元，占57.00%。",
      "75.00%",
    ],
    ["a named whole", "支出总计200.00万元。教育支出50.00万元，占支出总计的75.00%。", "25.00%"],
    [
      "accounts of the budget before them",
      "年初预算为200.00万元，支出决算为190.00万元，完成年初预算的59.00%。",
      "95.00%",
    ],
    [
      "a change of the level before it",
      "支出220.00万元，比上年增加20.00万元，增长90.00%。",
      "10.00%",
    ],
    [
      "a change of the one level of its paragraph",
      "项目支出220.00万元，主要用于设备。与上年相比增加20.00万元，增长90.00%。",
      "10.00%",
    ],
  ])("finds a percentage of %s, however far off", (_, text, expected) => {
    expect(percentageFits.run(said(...text.split("\n"))).findings).toMatchObject([{ expected }]);
  });

  test.each([
    [
      "a second level before the comparison",
      "基本支出220.00万元，项目支出90.00万元。与上年相比增加20.00万元，增长90.00%。",
    ],
    ["a list that has ended", "支出200.00万元，其中：\n如上表。\n教育支出50.00万元，占75.00%。"],
    [
      "accounts of something else than the budget before them",
      "预算数200.00万元，其中：民生支出完成50.00万元，完成年初预算的98.00%。",
    ],
    [
      "a budget in the sentence on another amount",
      "收入20.00亿元，占调整预算的99.1%，动用结余1449.00万元，支出完成1.40亿元，完成预算的98.00%。",
    ],
  ])("makes no error of %s", (_, text) => {
    expect(percentageFits.run(said(...text.split("\n"))).findings).toEqual([]);
  });

  test.each([
    ["one paragraph", ["支出220.00万元，比上年增加20.00万元，同口径增长10.50%。"], []],
    [
      "what follows",
      ["按同口径相比，下同。", "支出220.00万元，比上年增加20.00万元，增长10.50%。"],
      ["warning"],
    ],
    [
      "a bracket",
      ["支出220.00万元，比上年增加20.00万元，增长10.50%（按可比口径计算）。"],
      ["warning"],
    ],
  ])("what is said of changes against what can be compared holds for %s", (_, text, severities) => {
    const { findings } = percentageFits.run(said(...text));
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });

  test.each([
    ["“三公”经费", figure("three_public_total", "200.00")],
    ["本年支出合计", figure("expenditure_total", "200.00")],
  ])("finds a share of %s that is stated elsewhere in the document", (name, stated) => {
    const { document } = said(`公务接待费50.00万元，占${name}的26.00%。`);
    const { findings } = percentageFits.run(reading({ document, figures: [stated] }));
    expect(findings).toMatchObject([{ expected: "25.00%" }]);
    const right = said(`公务接待费50.00万元，占${name}的25.00%。`);
    expect(
      percentageFits.run(reading({ document: right.document, figures: [stated] })),
    ).toMatchObject({ compared: 1, findings: [] });
  });

  test("a share of a whole that a table prints is compared with it", () => {
    const { document } = said("公务接待费50.00万元，占“三公”经费的26.00%。");
    const total = amount("200.00", { table_kind: "budget_three_public", item: "total" });
    const { findings } = percentageFits.run(reading({ document, amounts: [total] }));
    expect(findings).toMatchObject([{ expected: "25.00%", related: [{}, { table_no: 1 }] }]);
  });

  test("a government's report that states budget and accounts is compared", () => {
    const { document } = said("教育支出预算200.00亿元，完成190.00亿元，完成预算的59.00%。");
    const { findings } = percentageFits.run(reading({ document, about: { scope: "government" } }));
    expect(findings).toMatchObject([{ expected: "95.00%" }]);
  });

  test.each([
    ["fifth", 4, 0],
    ["sixth", 5, 1],
    ["thirty-first from the end", 10, 1],
    ["thirtieth from the end", 11, 0],
  ])("an amount that fits passes where it is the %s of 41 amounts", (_, at, findings) => {
    const amounts = Array.from({ length: 41 }, () => "7777777.00").with(at, "200.00");
    const named = amounts
      .with(0, "210.00")
      .with(40, "50.00")
      .map((wan) => `支出${wan}万元`);
    const text = `${named.join("，")}，占25.00%。`;
    expect(percentageFits.run(said(text)).findings).toHaveLength(findings);
  });

  test.each([
    [
      "a whole that is stated elsewhere",
      "教育支出4600.00万元，占总支出的92.00%；科技支出40.00万元，占总支出的0.80%。",
    ],
    [
      "a base in brackets",
      "2025年支出安排与2024年相比（2024年支出安排为4750.00万元），增加250.00万元，增长5.26%。",
    ],
    [
      "another whole than the one named",
      "基本支出200.00万元，其中：办公费50.00万元，占一般公共预算支出的24.00%。",
    ],
    ["a change of something else", "支出200.00万元，人员工资增加20.00万元，增长10.50%。"],
    ["last year's amount", "上年支出200.00万元，2025年增加20.00万元，增长10.00%。"],
    [
      "a change and a share of it",
      "支出220.00万元，比上年增加20.00万元，因人员增加占比提高10.50%。",
    ],
  ])("makes no error of %s", (_, text) => {
    expect(percentageFits.run(said(text)).findings).toEqual([]);
  });

  test.each([
    [
      "a decrease said as 减少",
      "一般行政管理事务（项）支出600.00万元，与上年相比减少40.00万元，减少5.95%。",
      "6.25%",
    ],
    ["an increase said as 增加", "支出220.00万元，比上年增加20.00万元，增加10.50%。", "10.00%"],
    [
      "a base in brackets",
      "支出与2024年相比（2024年支出为200.00万元），增加20.00万元，增长9.09%。",
      "10.00%",
    ],
    [
      "a whole by its name",
      "一般公共预算支出200.00万元。基本支出50.00万元，占一般公共预算支出的26.00%。",
      "25.00%",
    ],
  ])("finds %s", (_, text, expected) => {
    expect(percentageFits.run(said(text)).findings).toMatchObject([{ expected }]);
  });

  test("leaves the fulfilment of budgets that a government's report does not state", () => {
    const { document } = said("全市收入预算450.00亿元。全市支出完成427.5亿元，完成预算的94.1%。");
    expect(percentageFits.run(reading({ document, about: { scope: "government" } }))).toMatchObject(
      unable,
    );
  });

  test.each([
    ["without percentages", "支出200.00万元。"],
    ["without amounts", "教育支出占26.00%。"],
    ["on one amount", "教育支出50.00万元，占26.00%。"],
    ["on a share of nothing", "支出0.00万元，其中：教育支出50.00万元，占26.00%。"],
    ["on the share of a change", "支出200.00万元，比上年增加50.00万元，占26.00%。"],
    ["on the growth of a level", "上年支出200.00万元，支出220.00万元，增长10.50%。"],
    ["on the growth of nothing", "支出20.00万元，比上年增加20.00万元，增长100%。"],
    ["in the next sentence", "支出200.00万元，其中：教育支出50.00万元。占26.00%。"],
    ["on a fulfilment without a budget", "收入200.00万元，支出190.00万元，完成94.00%。"],
  ])("cannot run %s", (_, text) => {
    expect(percentageFits.run(said(text))).toMatchObject(unable);
  });
});
