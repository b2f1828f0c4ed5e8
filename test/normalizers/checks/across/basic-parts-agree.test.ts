import { describe, expect, test } from "vitest";
import { basicPartsAgree } from "../../../../normalizers/checks/across/basic-parts-agree.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, unable } from "../make-reading.js";

type Amount = Placed<"amounts">;

const inBasic = (wan: string, parts: Partial<Amount>): Amount =>
  amount(wan, { table_kind: "budget_general_public_basic", table_no: 6, ...parts });
const inBroad = (wan: string, parts: Partial<Amount> = {}): Amount =>
  amount(wan, { table_kind: "budget_general_public", table_no: 5, measure: "personnel", ...parts });
const run = (...amounts: readonly Amount[]) => basicPartsAgree.run(reading({ amounts }));

describe("basic_parts_agree", () => {
  test.each<[string, Partial<Amount>]>([
    ["a row", { label: "人员经费合计" }],
    ["a column", { measure: "personnel" }],
  ])("finds 人员经费 as %s that another table has otherwise", (_, parts) => {
    expect(run(inBasic("80.00", parts), inBroad("82.00")).findings).toMatchObject([
      {
        severity: "error",
        table_no: 6,
        expected: "82万元",
        actual: "80万元",
        related: [{ table_no: 5 }],
      },
    ]);
    expect(run(inBasic("82.00", parts), inBroad("82.00"))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("finds 公用经费 too", () => {
    const broad = inBroad("20.00", { measure: "public_use" });
    expect(run(inBasic("19.00", { label: "日常公用支出小计" }), broad).findings).toHaveLength(1);
  });

  test.each<[string, Partial<Amount>]>([
    ["a class", { code: "301", label: "人员支出" }],
    ["another phase", { label: "人员经费合计", phase: "previous" }],
    ["another form", { label: "人员经费合计", table_kind: "budget_appropriation_basic" }],
  ])("does not compare %s", (_, parts) => {
    expect(run(inBasic("80.00", parts), inBroad("82.00"))).toMatchObject(unable);
  });
});
