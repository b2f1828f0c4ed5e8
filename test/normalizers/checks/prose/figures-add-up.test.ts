import { describe, expect, test } from "vitest";
import { figuresAddUp } from "../../../../normalizers/checks/prose/figures-add-up.js";
import { figure, prose, reading, said, section, unable } from "../make-reading.js";

type Measure = Parameters<typeof figure>[0];

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

  test.each([
    ["an amount of another section", section({ section_no: 2, block: 0 }), "预留2.00万元。", 28],
    ["a decrease", section({}), "比上年减少2.00万元。", 28],
    ["the total again", section({}), "支出30.00万元。", 28],
  ])("does not take %s for a part", (...[, one, text, wan]) => {
    const whole = reading({ document: prose([text]), sections: [one], figures: [total, ...parts] });
    expect(figuresAddUp.run(whole).findings).toMatchObject([{ expected: `${wan}万元` }]);
  });

  test("takes a change without a measure with its sign", () => {
    const { document, sections } = said("单位预留机动经费减少2.00万元。");
    const figures = [
      figure("change_total", "5.00"),
      figure("change_basic", "4.00"),
      figure("change_project", "3.00"),
    ];
    expect(figuresAddUp.run(reading({ document, sections, figures })).findings).toEqual([]);
  });

  test.each([
    ["another year", { fiscal_year: 2024 }],
    ["the other phase", { phase: "accounts" }],
    ["another section", { section_no: 2 }],
  ] as const)("leaves parts of %s alone", (_, other) => {
    const figures = [total, ...parts.map((part) => ({ ...part, ...other }))];
    expect(figuresAddUp.run(reading({ figures }))).toMatchObject(unable);
  });

  test("compares within the sentence before it compares within the section", () => {
    const sentence = "支出30.00万元，其中基本支出20.00万元、项目支出8.00万元。";
    const figures = [
      ...[total, ...parts].map((one) => ({ ...one, sentence })),
      figure("expenditure_basic", "99.00"),
    ];
    expect(figuresAddUp.run(reading({ figures }))).toMatchObject({
      compared: 1,
      findings: [{ expected: "28万元" }],
    });
  });

  test("cannot tell which part of two amounts is meant, but may take one that stands twice", () => {
    const figures = [total, ...parts];
    const other = figure("expenditure_basic", "21.00");
    const same = figure("expenditure_basic", "20.00");
    expect(figuresAddUp.run(reading({ figures: [...figures, other] }))).toMatchObject(unable);
    expect(figuresAddUp.run(reading({ figures: [...figures, same] }))).toMatchObject({
      compared: 1,
      findings: [{ expected: "28万元" }],
    });
  });

  test("cannot run where a part is missing", () => {
    for (const figures of [parts, [total, figure("expenditure_basic", "20.00")]])
      expect(figuresAddUp.run(reading({ figures }))).toMatchObject(unable);
  });

  test("may leave out what is not always a part", () => {
    const figures = [
      figure("income_total", "3.00"),
      figure("income_general_public", "1.00"),
      figure("income_government_fund", "2.00"),
      figure("income_other", "9.00"),
    ];
    expect(figuresAddUp.run(reading({ figures })).findings).toEqual([]);
  });

  test("adds 公务用车购置费 where the vehicles have no total", () => {
    const figures = [
      figure("three_public_total", "6.00"),
      figure("three_public_abroad", "1.00"),
      figure("three_public_vehicle_purchase", "2.00"),
      figure("three_public_vehicle_running", "2.00"),
      figure("three_public_reception", "1.00"),
    ];
    expect(figuresAddUp.run(reading({ figures }))).toMatchObject({ compared: 1, findings: [] });
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
