import { describe, expect, test } from "vitest";
import { changeEqualsDifference } from "../../../../normalizers/checks/prose/change-equals-difference.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import { figure, reading, unable } from "../make-reading.js";

describe("change_equals_difference", () => {
  const levels = [
    figure("expenditure_project", "148.77"),
    figure("expenditure_project", "146.22", { fiscal_year: 2024 }),
  ];

  test("finds a change that is not the difference", () => {
    const figures = [...levels, figure("change_project", "2.25")];
    expect(changeEqualsDifference.run(reading({ figures })).findings).toMatchObject([
      {
        section_no: 1,
        page: 2,
        expected: "2.55万元",
        actual: "2.25万元",
        related: [{ name: "项目支出", section_no: 1 }, { name: "项目支出" }],
      },
    ]);
  });

  test("says what changed after what, whether it rose or fell", () => {
    const figures = [...levels, figure("change_project", "-2.25")];
    const [found] = changeEqualsDifference.run(reading({ figures })).findings;
    expect(found === undefined ? null : sentencesOf(found)).toEqual({
      en: "The prose says “项目支出增减” -2.25万元, but 148.77万元 after 146.22万元 is a change of 2.55万元.",
      zh: "正文写明“项目支出增减”-2.25万元，但本年148.77万元与上年146.22万元相差2.55万元。",
    });
  });

  test.each(["1.00", "3.00"])("passes the difference %s of either of two totals", (wan) => {
    const figures = [
      figure("expenditure_total", "9.00"),
      figure("expenditure_total", "11.00"),
      figure("expenditure_total", "8.00", { fiscal_year: 2024 }),
      figure("change_total", wan),
    ];
    expect(changeEqualsDifference.run(reading({ figures }))).toMatchObject({
      compared: 1,
      findings: [],
    });
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

  test.each([
    ["the year before", figure("expenditure_project", "146.22", { fiscal_year: 2023 })],
    ["the year itself", figure("expenditure_project", "146.22", { fiscal_year: 2025 })],
  ])("cannot run without the two years: beside %s", (_, other) => {
    const figures = [levels[0] ?? other, other, figure("change_project", "2.55")];
    expect(changeEqualsDifference.run(reading({ figures }))).toMatchObject(unable);
  });

  test("cannot run without a change of the year, or a year of the document", () => {
    const before = figure("change_project", "2.25", { fiscal_year: 2024 });
    expect(changeEqualsDifference.run(reading({ figures: [...levels, before] }))).toMatchObject(
      unable,
    );
    const figures = [...levels, figure("change_project", "2.25")];
    expect(
      changeEqualsDifference.run(reading({ figures, about: { fiscal_year: null } })),
    ).toMatchObject(unable);
  });
});
