import { describe, expect, test } from "vitest";
import { planRisesTo100 } from "../../../../normalizers/checks/performance/plan-rises-to-100.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { project, reading, table, unable } from "../make-reading.js";

const tables = [table({ number: 4, kind: "project_performance", rows: [["项目"]] })];
const planned = (plan: Partial<Placed<"projects">>) =>
  planRisesTo100.run(reading({ tables, projects: [project({ table_no: 4, ...plan })] }));

describe("plan_rises_to_100", () => {
  test.each([
    ["falls", { plan_march: "30", plan_june: "20", plan_december: "100" }, ["30", "20", "100"]],
    [
      "falls late",
      { plan_march: "5", plan_june: "30", plan_october: "20", plan_december: "100" },
      ["5", "30", "20", "100"],
    ],
    ["ends below 100", { plan_june: "50", plan_december: "99" }, ["50", "99"]],
    ["ends above 100", { plan_june: "50", plan_december: "101" }, ["50", "101"]],
    ["is 99.9 alone", { plan_december: "99.9" }, ["99.9"]],
  ])("finds a plan that %s, on its sheet", (_, parts, plan) => {
    expect(planned(parts).findings).toMatchObject([
      {
        severity: "error",
        table_no: 4,
        page: 3,
        actual: plan.join(", "),
        facts: { name: "图书购置", plan },
      },
    ]);
  });

  test.each([
    ["rises to 100", { plan_june: "60", plan_october: "60", plan_december: "100" }],
    ["is spent at once", { plan_march: "100", plan_december: "100.00" }],
    ["does not print its end", { plan_march: "30", plan_june: "60" }],
  ])("passes a plan that %s", (_, plan) => {
    expect(planned(plan)).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without a plan", () => {
    expect(planned({})).toMatchObject(unable);
  });
});
