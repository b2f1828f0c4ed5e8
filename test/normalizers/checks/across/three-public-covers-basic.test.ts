import { describe, expect, test } from "vitest";
import { threePublicCoversBasic } from "../../../../normalizers/checks/across/three-public-covers-basic.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, reading, unable } from "../make-reading.js";

const vehicles = (wan: string) =>
  amount(wan, {
    table_kind: "budget_three_public",
    table_no: 9,
    item: "vehicle_running",
    label: "公务用车运行维护费",
  });

describe("three_public_covers_basic", () => {
  const basic = amount("6.00", {
    table_kind: "budget_general_public_basic",
    code: "30231",
    label: "公务用车运行维护费",
  });

  test("finds vehicles that cost less than their code of 基本支出", () => {
    expect(
      threePublicCoversBasic.run(reading({ amounts: [basic, vehicles("5.00")] })).findings,
    ).toMatchObject([
      {
        severity: "warning",
        table_no: 9,
        expected: "6万元",
        actual: "5万元",
        related: [{ table_no: basic.table_no }],
      },
    ]);
  });

  test.each([
    ["5.99", 0],
    ["5.98", 1],
  ])("allows the last digit: %s for 6.00 makes %d findings", (wan, findings) => {
    const amounts = [basic, vehicles(wan)];
    expect(threePublicCoversBasic.run(reading({ amounts })).findings).toHaveLength(findings);
  });

  test.each([
    ["vehicle_running", "30231"],
    ["reception", "30217"],
    ["abroad", "30212"],
  ] as const)("compares %s with %s", (item, code) => {
    const amounts = [
      { ...basic, code, row: 8 },
      { ...vehicles("5.00"), item, row: 2, column: 4 },
    ];
    expect(threePublicCoversBasic.run(reading({ amounts })).findings).toMatchObject([
      {
        row: 2,
        column: 4,
        facts: {
          whole: { text: "5万元", table_no: 9 },
          basic: { code, text: "6万元", table_no: 1 },
        },
        related: [{ name: "公务用车运行维护费", row: 8 }],
      },
    ]);
  });

  test.each<[string, Partial<Placed<"amounts">>, Partial<Placed<"amounts">>]>([
    ["an item without a code", {}, { item: "total" }],
    ["what is no item", {}, { item: null }],
    ["another column", {}, { measure: "basic" }],
    ["another column of 基本支出", { measure: "personnel" }, {}],
    ["another phase", { phase: "previous" }, {}],
    ["another code", { code: "30217" }, {}],
    ["another form", { table_kind: "budget_expenditure" }, {}],
  ])("cannot compare %s", (_, one, other) => {
    const amounts = [
      { ...basic, ...one },
      { ...vehicles("5.00"), ...other },
    ];
    expect(threePublicCoversBasic.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("passes more, which 项目支出 may add", () => {
    expect(
      threePublicCoversBasic.run(reading({ amounts: [basic, vehicles("8.00")] })),
    ).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without a “三公” table", () => {
    expect(threePublicCoversBasic.run(reading({ amounts: [basic] }))).toMatchObject(unable);
  });
});
