import { describe, expect, test } from "vitest";
import { headerDoubtful } from "../../../../normalizers/checks/unread/header-doubtful.js";
import { type Finding } from "../../../../pipeline/model/finding.js";
import type { ReadTable } from "../../../../pipeline/model/reading.js";
import { known, reading } from "../make-reading.js";

const factsOf = (found: readonly Finding[]) => found.map(({ facts }) => facts);
const header = (second: readonly string[], headerRows = [0, 1]): ReadTable =>
  known(
    {
      kind: "budget_expenditure",
      rows: [["科目", "合计"], second, ["支出", "5.00"]],
      headerRows,
    },
    headerRows.flatMap((row) =>
      [0, 1].map((column) => ({ row, column, use: "ignored" as const, reason: "header" })),
    ),
  );
const run = (one: ReadTable) => headerDoubtful.run(reading({ tables: [one] })).findings;

describe("header_doubtful", () => {
  test.each([
    { of: "an amount", second: ["教育支出", "1,200.00"], text: "1,200.00" },
    { of: "a code", second: ["205", "教育支出"], text: "205" },
    { of: "nothing", second: ["", " "], text: "" },
  ])("is found where a row of the header holds $of", ({ second, text }) => {
    expect(factsOf(run(header(second)))).toEqual([{ rows: 2, text }]);
  });

  test.each([
    { of: "numbers of columns", second: ["1", "2"] },
    { of: "years", second: ["2024年", "2025"] },
    { of: "words", second: ["名称", "小计"] },
  ])("is not found where it holds $of", ({ second }) => {
    expect(run(header(second))).toEqual([]);
  });
});
