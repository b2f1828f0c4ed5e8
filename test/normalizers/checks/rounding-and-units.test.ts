import { describe, expect, test } from "vitest";
import { figuresAddUp } from "../../../normalizers/checks/prose/figures-add-up.js";
import { partsEqualTotal } from "../../../normalizers/checks/sums/parts-equal-total.js";
import { rounding } from "../../../normalizers/checks/sums/rounding.js";
import { unitDoubtful } from "../../../normalizers/checks/document/unit-doubtful.js";
import { sentencesOf } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { amount, figure, reading } from "./make-reading.js";

/** 合计, 基本支出 and 项目支出 of one row. */
function row(
  at: number,
  [total, basic, project]: readonly [string, string, string],
): readonly Placed<"amounts">[] {
  const name = { table_kind: "budget_expenditure", label: "行政运行", row: at } as const;
  return [
    amount(total, { ...name, column: 1 }),
    amount(basic, { ...name, column: 2, measure: "basic", measure_raw: "基本支出" }),
    amount(project, { ...name, column: 3, measure: "project", measure_raw: "项目支出" }),
  ];
}

describe("rounding", () => {
  const check = rounding([partsEqualTotal]);

  test("tells the sums of a table that only rounding explains once, at the largest", () => {
    const amounts = [
      ...row(1, ["30.01", "20.00", "10.00"]),
      ...row(2, ["30.02", "20.00", "10.00"]),
    ];
    expect(check.run(reading({ amounts })).findings).toMatchObject([
      {
        rule: "rounding",
        severity: "info",
        row: 2,
        expected: "30万元",
        actual: "30.02万元",
        related: [{ row: 1 }],
      },
    ]);
  });

  test("says how many sums, and by how much the largest misses its total", () => {
    const amounts = [
      ...row(1, ["30.01", "20.00", "10.00"]),
      ...row(2, ["30.02", "20.00", "10.00"]),
      ...row(3, ["29.99", "20.00", "10.00"]).map((one) => ({ ...one, table_no: 2 })),
    ];
    expect(check.run(reading({ amounts })).findings.map((found) => sentencesOf(found).en)).toEqual([
      "2 sums miss their totals by rounding, “合计” by 0.02万元.",
      "One sum misses its total by rounding, “合计” by 0.01万元.",
    ]);
  });

  test.each([
    { unit: "元", scale: 10_000, found: ["rounding"] },
    { unit: "万元", scale: 1, found: ["parts_equal_total"] },
  ])(
    "explains 0.34$unit of amounts with and without decimals only in 元",
    ({ unit, scale, found }) => {
      const amounts = row(1, ["300.34", "200", "100.00"]).map((one) => ({
        ...one,
        amount: String(Number(one.raw) * (10_000 / scale)),
        unit_raw: unit,
      }));
      const one = reading({ amounts });
      const rules = [...check.run(one).findings, ...partsEqualTotal.run(one).findings];
      expect(rules.map(({ rule }) => rule)).toEqual(found);
    },
  );

  test("tells those of each section of prose apart", () => {
    const figures = [1, 1, 2].flatMap((section_no, index) => {
      const sentence = `第${index}句。`;
      return [
        figure("expenditure_total", "30.01", { section_no, sentence }),
        figure("expenditure_basic", "20.00", { section_no, sentence }),
        figure("expenditure_project", "10.00", { section_no, sentence }),
      ];
    });
    expect(rounding([figuresAddUp]).run(reading({ figures })).findings).toMatchObject([
      { section_no: 1, facts: { sums: 2 }, related: [{ name: "支出总计", section_no: 1 }] },
      { section_no: 2, facts: { sums: 1 }, related: [] },
    ]);
  });

  test("is silent where sums are exact", () => {
    const amounts = row(1, ["30.00", "20.00", "10.00"]);
    expect(check.run(reading({ amounts }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("leaves what rounding does not explain to the rule itself", () => {
    const amounts = row(1, ["30.03", "20.00", "10.00"]);
    expect(check.run(reading({ amounts })).findings).toEqual([]);
    expect(partsEqualTotal.run(reading({ amounts })).findings).toHaveLength(1);
  });

  test("cannot run on nothing", () => {
    expect(check.run(reading({}))).toMatchObject({
      compared: 0,
      unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
    });
  });
});

describe("unit_doubtful", () => {
  const check = unitDoubtful([figuresAddUp]);
  const basic = [figure("expenditure_basic", "30.00"), figure("expenditure_public_use", "10.50")];

  test("finds 元 where 万元 is meant, on the figure itself", () => {
    const wrong = figure("expenditure_personnel", "0", {
      amount: "19.5",
      raw: "19.5元",
      section_no: 1,
      page: 4,
    });
    const document = reading({ figures: [...basic, wrong] });
    expect(check.run(document).findings).toMatchObject([
      { rule: "unit_doubtful", severity: "error", page: 4, expected: "19.5万元", actual: "19.5元" },
    ]);
    expect(figuresAddUp.run(document).findings).toEqual([]);
  });

  test("says which of a sum is in the other unit, the total or a part of it", () => {
    const part = figure("expenditure_personnel", "0", { amount: "19.5", raw: "19.5元" });
    const whole = figure("expenditure_basic", "0", { amount: "30", raw: "30元" });
    const personnel = figure("expenditure_personnel", "19.50");
    const [, publicUse] = basic;
    const found = [
      [...basic, part],
      [whole, personnel, ...(publicUse === undefined ? [] : [publicUse])],
    ].flatMap((figures) => check.run(reading({ figures })).findings);
    expect(found.map((one) => sentencesOf(one).en)).toEqual(
      [
        "“人员经费” 19.5元 fits “基本支出” 30万元 only as 19.5万元.",
        "“基本支出” 30元 fits “人员经费” 195000元 + “公用经费” 105000元 = 300000元 only as 30万元.",
      ].map((sentence) =>
        sentence.replace(
          "“人员经费” 195000元 + “公用经费” 105000元",
          "“人员经费” 19.5万元 + “公用经费” 10.5万元",
        ),
      ),
    );
    expect(found.map(({ related }) => related?.map(({ name }) => name))).toEqual([
      ["基本支出", "公用经费"],
      ["人员经费", "公用经费"],
    ]);
  });

  test.each([
    ["a thousandth of the amount is left", "19.99", [{ expected: "10万元", actual: "10元" }]],
    ["more than a thousandth of it is left, though rounding would allow it", "19.98", []],
  ])("where %s", (_, rest, expected) => {
    const figures = [
      figure("expenditure_basic", "30.00"),
      figure("expenditure_public_use", rest),
      figure("expenditure_personnel", "0", { amount: "10", raw: "10元" }),
    ];
    expect(check.run(reading({ figures })).findings).toMatchObject(expected);
  });

  test("passes sums that hold", () => {
    const figures = [...basic, figure("expenditure_personnel", "19.50")];
    expect(check.run(reading({ figures }))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run on nothing", () => {
    expect(check.run(reading({}))).toMatchObject({
      compared: 0,
      unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
    });
  });
});
