import { describe, expect, test } from "vitest";
import { rowTorn } from "../../../../normalizers/checks/unread/row-torn.js";
import type { ReadTable } from "../../../../pipeline/model/reading.js";
import { amount, known, reading } from "../make-reading.js";

const torn = (label: string, total = "机关事业单位基本养") =>
  known({
    kind: "budget_expenditure",
    rows: [
      ["科目编码", "科目名称", "合计"],
      ["2080505", total, ""],
      ["", label, "200.00"],
    ],
  });
const run = (one: ReadTable, label: string) => {
  const amounts = [
    amount("100", { row: 5, code: "208", table_kind: "budget_expenditure" }),
    amount("200", { row: 2, label, table_kind: "budget_expenditure" }),
  ];
  return rowTorn.run(reading({ tables: [one], amounts })).findings;
};

describe("row_torn", () => {
  test("is an error where both parts are the name of the code, else a doubt", () => {
    expect(run(torn("老保险缴费支出"), "老保险缴费支出")).toMatchObject([
      { severity: "error", row: 1, facts: { code: "2080505", label: "老保险缴费支出" } },
    ]);
    expect(run(torn("其中：补助"), "其中：补助")).toMatchObject([{ severity: "warning" }]);
  });

  test("is not found under a total", () => {
    expect(run(torn("合计"), "合计")).toEqual([]);
  });
});
