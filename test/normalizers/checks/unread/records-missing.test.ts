import { describe, expect, test } from "vitest";
import { recordsMissing } from "../../../../normalizers/checks/unread/records-missing.js";
import { type Finding } from "../../../../pipeline/model/finding.js";
import { amount, indicator, known, reading, table } from "../make-reading.js";

const factsOf = (found: readonly Finding[]) => found.map(({ facts }) => facts);
const of = (row: number) => amount("1.50", { row, table_kind: "budget_expenditure" });

describe("records_missing", () => {
  const rows = [["科目", "合计"], ...[1, 2, 3, 4].map((n) => [`支出${n}`, `${n}.50`])];
  const one = known({ kind: "budget_expenditure", rows });

  test.each([
    { of: "none", amounts: [], facts: [{ what: "none", rows: 4, records: 0 }] },
    { of: "one of four", amounts: [of(1)], facts: [{ what: "few", rows: 4, records: 1 }] },
    { of: "two of four", amounts: [of(1), of(2)], facts: [] },
  ])("is found where $of gave a record: $facts.length", ({ amounts, facts }) => {
    const { findings } = recordsMissing.run(reading({ tables: [one], amounts }));
    expect(factsOf(findings)).toEqual(facts);
  });

  test("is not found where nothing but words and dashes is printed", () => {
    const empty = known({ kind: "budget_expenditure", rows: [["科目"], ["无"], ["—"]] });
    expect(recordsMissing.run(reading({ tables: [empty] })).findings).toEqual([]);
  });

  const sheet = table({
    kind: "unknown",
    rows: [
      ["一级指标", "二级指标", "三级指标", "指标值"],
      ["产出指标", "数量指标", "培训人数", "≥90人"],
    ],
  });

  test("is found where a header of indicators gave none, on a table of any kind", () => {
    expect(recordsMissing.run(reading({ tables: [sheet] })).findings).toMatchObject([
      { table_no: 1, facts: { what: "no_indicators", rows: 1 } },
    ]);
    const indicators = [indicator({ row: 1 })];
    expect(recordsMissing.run(reading({ tables: [sheet], indicators })).findings).toEqual([]);
  });
});
