import { describe, expect, test } from "vitest";
import { childrenEqualParent } from "../../../../normalizers/checks/sums/children-equal-parent.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { reading, unable } from "../make-reading.js";
import { codes } from "./make-tables.js";

describe("children_equal_parent", () => {
  test("finds a 款 that its 项 do not make", () => {
    const amounts = codes({ "201": "9.00", "20101": "9.00", "2010101": "5.00", "2010102": "3.00" });
    expect(childrenEqualParent.run(reading({ amounts })).findings).toMatchObject([
      {
        row: 2,
        expected: "8万元",
        actual: "9万元",
        facts: { stated: { name: expect.stringContaining("20101") } },
      },
    ]);
  });

  test.each([
    ["5.00", "warning"],
    ["11.00", "error"],
  ])(
    "takes %s under a 款 of 9.00 of a government for a %s: secret 项 are left out",
    (wan, severity) => {
      const amounts = codes({ "20101": "9.00", "2010101": wan });
      const one = reading({ amounts, about: { scope: "government" } });
      expect(childrenEqualParent.run(one).findings).toMatchObject([{ severity }]);
    },
  );

  test("says code and name of the 款 and of its 项", () => {
    const amounts = codes({ "201": "9.00", "20101": "9.00", "2010101": "5.00" });
    const nameless = amounts.map((one) => (one.code === "2010101" ? { ...one, label: null } : one));
    expect(childrenEqualParent.run(reading({ amounts: nameless })).findings).toMatchObject([
      {
        severity: "error",
        facts: { stated: { name: "20101 科目" }, parts: [{ name: "2010101", text: "5万元" }] },
        related: [{ name: "2010101", row: 3 }],
      },
    ]);
  });

  test.each<[string, Partial<Placed<"amounts">>]>([
    ["another table", { table_no: 2 }],
    ["another half", { side: "income" }],
    ["another classification", { classification: "economic" }],
    ["another phase", { phase: "previous" }],
    ["another column", { measure_raw: "基本支出" }],
  ])("does not add up codes of %s", (_, other) => {
    const amounts = [...codes({ "201": "9.00" }), ...codes({ "20101": "8.00" }, other)];
    expect(childrenEqualParent.run(reading({ amounts }))).toMatchObject(unable);
  });

  test("adds up each column by itself", () => {
    const amounts = [
      ...codes({ "201": "9.00", "20101": "9.00" }),
      ...codes({ "201": "8.00", "20101": "7.00" }, { measure_raw: "基本支出" }),
    ];
    expect(childrenEqualParent.run(reading({ amounts }))).toMatchObject({
      compared: 2,
      findings: [{ expected: "7万元" }],
    });
  });

  test.each([
    ["two digits are no code above", { "20": "9.00", "201": "8.00" }],
    ["a code is not its own", { "201": "9.00", "208": "8.00" }],
    ["a total is none", { 合计: "9.00", "201": "8.00" }],
  ])("cannot run where %s", (_, rows) => {
    expect(childrenEqualParent.run(reading({ amounts: codes(rows) }))).toMatchObject(unable);
  });

  test("passes sums, also where the 款 is not printed", () => {
    const amounts = codes({ "201": "8.00", "2010101": "5.00", "2010202": "3.00", "208": "2.00" });
    expect(childrenEqualParent.run(reading({ amounts }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("leaves alone a table that prints the codes of several units", () => {
    const amounts = [
      ...codes({ "201": "8.00", "20101": "3.00" }),
      ...codes({ "201": "4.00", "20101": "4.00" }),
    ];
    expect(childrenEqualParent.run(reading({ amounts }))).toMatchObject({
      compared: 0,
      findings: [],
    });
  });

  test("cannot run without codes", () => {
    expect(childrenEqualParent.run(reading({}))).toMatchObject(unable);
  });
});
