import { describe, expect, test } from "vitest";
import { placeholderLeft } from "../../../../normalizers/checks/document/placeholder-left.js";
import { captioned, prose, reading, section, unable } from "../make-reading.js";

const headed = (title: string) => reading({ sections: [section({ title })] });

describe("placeholder_left", () => {
  test("finds a heading that was never filled in", () => {
    expect(placeholderLeft.run(headed("云溪县XX局2025年度部门预算表")).findings).toMatchObject([
      { severity: "error", section_no: 1, actual: "XX" },
    ]);
  });

  test("doubts a sentence that was not", () => {
    const document = prose(["本年安排××万元。"]);
    expect(placeholderLeft.run(reading({ document })).findings).toMatchObject([
      { severity: "warning" },
    ]);
  });

  test.each([
    ["the title", reading({ about: { title: "XX县财政局部门预算" } }), { page: 1 }],
    [
      "a caption",
      reading({ tables: [captioned("budget_income", "XX县收入总表")] }),
      { table_no: 1, page: 3 },
    ],
    ["a heading", headed("XX县概况"), { section_no: 1, page: 2 }],
  ])("finds %s that was never filled in, at its place", (_, document, where) => {
    expect(placeholderLeft.run(document).findings).toMatchObject([
      { ...where, severity: "error", actual: "XX" },
    ]);
  });

  test.each([
    ["xx县", "xx"],
    ["XXXX年", "XXXX"],
    ["××部门", "××"],
    ["○○○○中心", "○○○○"],
    ["〇〇年", "〇〇"],
    ["**万元", "**"],
    ["XX部", ""],
    ["XX部的职责", "XX"],
    ["XX部分", ""],
    ["XX部署", ""],
    ["X局", ""],
    ["XXXXX局", ""],
    ["AXX局", ""],
    ["3XX年", ""],
    ["×局", ""],
    ["XX方案", ""],
  ])("in %s finds the placeholder “%s”", (title, actual) => {
    const found = placeholderLeft.run(headed(title)).findings;
    expect(found.map((one) => one.actual)).toEqual(actual === "" ? [] : [actual]);
  });

  test("quotes twelve signs on either side", () => {
    const { findings } = placeholderLeft.run(headed(`${"甲".repeat(13)}XX局${"乙".repeat(12)}`));
    expect(findings).toMatchObject([
      { facts: { text: `${"甲".repeat(12)}XX局${"乙".repeat(11)}` } },
    ]);
  });

  test("tells of prose once, and not of a heading that stands in it", () => {
    const document = prose(["云溪县XX局概况", "本年XX万元。", "上年XX万元。"]);
    const sections = [section({ title: "云溪县XX局概况" }), section({ title: "" })];
    expect(placeholderLeft.run(reading({ document, sections })).findings).toMatchObject([
      { severity: "error" },
      { severity: "warning", facts: { text: "本年XX万元。" } },
    ]);
  });

  test("passes headings with names and Latin letters", () => {
    expect(placeholderLeft.run(headed("云溪县财政局XML数据中心"))).toMatchObject({
      compared: 2,
      findings: [],
    });
  });

  test("cannot run without headings", () => {
    expect(placeholderLeft.run(reading({ about: { title: null } }))).toMatchObject(unable);
  });
});
