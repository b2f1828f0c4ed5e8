import { describe, expect, test } from "vitest";
import { asOfFitsYear } from "../../../../normalizers/checks/document/as-of-fits-year.js";
import { captioned, prose, reading, section, unable } from "../make-reading.js";

const assets = (text: string, stage: "budget" | "final_accounts") =>
  asOfFitsYear.run(reading({ document: prose([text]), about: { stage } }));

describe("as_of_fits_year", () => {
  test.each([
    ["final_accounts", 2024, "error"],
    ["final_accounts", 2026, "error"],
    ["budget", 2023, "warning"],
    ["budget", 2026, "warning"],
  ] as const)("finds assets in the %s of 2025 as of %d", (stage, year, severity) => {
    const text = `截至${year}年12月31日，固定资产总额5.00万元。`;
    expect(assets(text, stage).findings).toMatchObject([{ severity, actual: String(year) }]);
  });

  test.each([
    ["final_accounts", "截至2025年12月31日，本部门共有车辆2辆。"],
    ["budget", "截至2024年8月31日，本部门共有车辆2辆。"],
    ["budget", "截至2025年1月31日，本部门共有车辆2辆。"],
  ] as const)("passes a year due in the %s of 2025: %s", (stage, text) => {
    expect(assets(text, stage)).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["截至2023年12月31日", "2023年12月31日"],
    ["截至2023年12月底", "2023年12月底"],
    ["截止到2023年末", "2023年末"],
    ["截至2023年年底", "2023年年底"],
    ["截至2023年", "2023年"],
  ])("names the date as it stands in %s", (text, date) => {
    const { findings } = assets(`${text}，本部门共有房屋2处。`, "budget");
    expect(findings).toMatchObject([{ facts: { date } }]);
  });

  test.each([
    ["2024-12-31", 0],
    ["2023-12-31", 1],
  ])("takes the date of a table of assets: %s makes %d findings", (asOf, count) => {
    const tables = [captioned("assets", "国有资产占用情况表", { asOf })];
    const { compared, findings } = asOfFitsYear.run(reading({ tables }));
    expect([compared, findings.length]).toEqual([1, count]);
    for (const found of findings)
      expect(found).toMatchObject({ table_no: 1, page: 3, actual: "2023" });
  });

  test("says where the date stands, and what is due", () => {
    const document = prose(["截至2023年末，固定资产5.00万元；截至2022年末，房屋2处。"]);
    const found = asOfFitsYear.run(reading({ document, sections: [section({})] }));
    expect(found).toMatchObject({
      compared: 2,
      findings: [
        { section_no: 1, expected: "2024", facts: { date: "2023年末", own: 2025, end: 2024 } },
        { actual: "2022" },
      ],
    });
  });

  test("cannot run without a date of the assets", () => {
    const tables = [captioned("assets", "国有资产占用情况表")];
    for (const text of ["本部门共有车辆2辆。", "截至2023年末，本部门共有人员20人。"])
      expect(asOfFitsYear.run(reading({ document: prose([text]), tables }))).toMatchObject(unable);
  });

  test("cannot run without a year and a stage of the document", () => {
    const document = prose(["截至2023年末，固定资产5.00万元。"]);
    for (const about of [{ fiscal_year: null }, { stage: null }])
      expect(asOfFitsYear.run(reading({ document, about }))).toMatchObject(unable);
  });
});
