import { describe, expect, test } from "vitest";
import { indicatorCountsFit } from "../../../../normalizers/checks/performance/indicator-counts-fit.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import { indicator, reading, table, unable } from "../make-reading.js";

describe("indicator_counts_fit", () => {
  const following = ["对应目标1设置1个产出指标、1个满意度指标。"];
  const sheet = (number: number, lines = following) =>
    table({ number, kind: "project_performance", rows: [["指标"]], printed: { following: lines } });
  const satisfaction = indicator({ level1_code: "satisfaction" });

  test("finds a text that counts other indicators than the sheet, once for copies", () => {
    const indicators = [
      indicator({}),
      indicator({}),
      satisfaction,
      ...[indicator({}), indicator({}), satisfaction].map((one) => ({ ...one, table_no: 2 })),
    ];
    const { findings } = indicatorCountsFit.run(
      reading({ tables: [sheet(1), sheet(2)], indicators }),
    );
    expect(findings).toMatchObject([
      {
        table_no: 1,
        expected: "2 产出, 1 满意度",
        actual: "1 产出, 1 满意度",
        facts: { said: { output: 1, satisfaction: 1 }, printed: { output: 2, satisfaction: 1 } },
        related: [{ table_no: 2 }],
      },
    ]);
  });

  test.each([
    [
      "设置2个产出指标、1个效果指标、1个效益指标。",
      "The text counts 2 产出, 2 效果; the sheet has 1 产出, 1 满意度, 1 成本.",
      "文字所说的指标个数为产出2个、效果2个，表内为产出1个、满意度1个、成本1个。",
    ],
    [
      "设置12个满意度指标。",
      "The text counts 12 满意度; the sheet has 1 产出, 1 满意度, 1 成本.",
      "文字所说的指标个数为满意度12个，表内为产出1个、满意度1个、成本1个。",
    ],
  ])("says what is counted: %s", (text, en, zh) => {
    const indicators = [
      indicator({}),
      satisfaction,
      indicator({ level1_code: "cost" }),
      indicator({ level1_code: null }),
      indicator({ table_no: 2 }),
    ];
    const tables = [sheet(1, ["注：", text])];
    const { findings } = indicatorCountsFit.run(reading({ tables, indicators }));
    expect(findings.map(sentencesOf)).toEqual([{ en, zh }]);
    expect(findings).toMatchObject([{ table_no: 1, page: 3, related: [] }]);
  });

  test("tells how many sheets have one text, those with other numbers apart", () => {
    const others = [3, 4].map((table_no) => indicator({ table_no }));
    const indicators = [indicator({}), indicator({ table_no: 2 }), ...others, ...others];
    const tables = [1, 2, 3, 4].map((number) => sheet(number));
    const { findings } = indicatorCountsFit.run(reading({ tables, indicators }));
    expect(findings.map((found) => sentencesOf(found).zh)).toEqual([
      "文字所说的指标个数为产出1个、满意度1个，表内为产出1个（有2张表如此）。",
      "文字所说的指标个数为产出1个、满意度1个，表内为产出2个（有2张表如此）。",
    ]);
    expect(findings[0]?.related).toEqual([{ name: "1 产出", table_no: 2, page: 3 }]);
  });

  test.each([
    [
      "of another kind",
      table({ kind: "department_performance", rows: [["指标"]], printed: { following } }),
    ],
    ["without indicators", sheet(7)],
    ["whose text counts nothing", sheet(1, ["设置产出指标1项。"])],
  ])("cannot run on a sheet %s", (_, one) => {
    const indicators = [indicator({})];
    expect(indicatorCountsFit.run(reading({ tables: [one], indicators }))).toMatchObject(unable);
  });

  test("passes counts that fit", () => {
    const indicators = [indicator({}), satisfaction];
    expect(indicatorCountsFit.run(reading({ tables: [sheet(1)], indicators }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("cannot run without counts", () => {
    expect(indicatorCountsFit.run(reading({ indicators: [indicator({})] }))).toMatchObject(unable);
  });
});
