import { describe, expect, test } from "vitest";
import { debtWithinLimit } from "../../../../normalizers/checks/across/debt-within-limit.js";
import { debtKindsAddUp } from "../../../../normalizers/checks/sums/debt-kinds-add-up.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { reading, unable } from "../make-reading.js";

/** An amount of debt of a region in 亿元. */
function debt(parts: Partial<Placed<"debt">> & { raw: string }): Placed<"debt"> {
  return {
    table_no: 1,
    row: 1,
    column: 1,
    page: null,
    region_code: null,
    region_name: "白石县",
    region_raw: "白石县",
    region_scope: "whole",
    fiscal_year: 2024,
    debt_kind: "total",
    measure: "limit",
    due_year: null,
    phase: "accounts",
    amount: String(Number(parts.raw) * 100_000_000),
    unit_raw: "亿元",
    label: "白石县",
    measure_raw: null,
    ...parts,
  };
}
const kinds = (total: string, general: string, special: string) => [
  debt({ raw: total }),
  debt({ raw: general, debt_kind: "general", column: 2 }),
  debt({ raw: special, debt_kind: "special", column: 3 }),
];

describe("debt_kinds_add_up", () => {
  test.each([
    ["what adds up", "60.00", "20.00", "40.00", 0],
    ["rounding", "60.02", "20.01", "40.00", 0],
    ["a difference", "61.00", "20.00", "40.00", 1],
  ])("%s", (_name, total, general, special, count) => {
    const result = debtKindsAddUp.run(reading({ debt: kinds(total, general, special) }));
    expect(result).toMatchObject({ compared: 1 });
    expect(result.findings).toHaveLength(count);
  });

  test("where a kind is printed twice or not at all, nothing is compared", () => {
    const [total, general, special] = kinds("61", "20", "40");
    const twice = [total, general, special, general].flatMap((one) => one ?? []);
    expect(debtKindsAddUp.run(reading({ debt: twice }))).toMatchObject(unable);
    expect(
      debtKindsAddUp.run(reading({ debt: kinds("61", "20", "40").slice(0, 2) })),
    ).toMatchObject(unable);
  });
});

describe("debt_within_limit", () => {
  const limit = debt({ raw: "60.00" });
  test.each([
    ["a balance within it", { raw: "59.00" }, 1, 0],
    ["a balance above it, whatever its phase", { raw: "61.00", phase: "execution" as const }, 1, 1],
    ["the balance of another year", { raw: "61.00", fiscal_year: 2023 }, 0, 0],
    ["the balance of another kind", { raw: "61.00", debt_kind: "general" as const }, 0, 0],
    ["the balance of another row", { raw: "61.00", row: 2 }, 0, 0],
  ])("%s", (_name, parts, compared, count) => {
    const balance = debt({ measure: "balance", column: 4, ...parts });
    const result = debtWithinLimit.run(reading({ debt: [limit, balance] }));
    expect(result.compared).toBe(compared);
    expect(result.findings).toHaveLength(count);
  });
});
