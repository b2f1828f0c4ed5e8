import { describe, expect, test } from "vitest";
import { vehiclePurchasePlanned } from "../../../../normalizers/checks/across/vehicle-purchase-planned.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { amount, figure, project, reading, table, unable } from "../make-reading.js";

const planned = (wan: string, parts: Partial<Placed<"amounts">> = {}) =>
  amount(wan, {
    table_kind: "budget_three_public",
    table_no: 9,
    item: "vehicle_purchase",
    ...parts,
  });

describe("vehicle_purchase_planned", () => {
  const car = project({ project_name: "执法车辆购置费", budget_total: "180000" });

  test("finds a project that buys vehicles where the purchases are nil", () => {
    const figures = [figure("three_public_vehicle_purchase", "0")];
    expect(
      vehiclePurchasePlanned.run(reading({ projects: [car], figures })).findings,
    ).toMatchObject([
      { table_no: 1, actual: "180000", related: [{ name: "公务用车购置费", section_no: 1 }] },
    ]);
  });

  test.each([
    "车辆采购",
    "公务用车更新",
    "公车购置经费",
    "执法车购置",
    "执法用车采购",
    "专用车更新",
    "购置公务用车",
    "采购执法车",
    "更新执法用车",
    "购置车辆",
  ])("takes %s for a purchase", (project_name) => {
    const figures = [figure("three_public_vehicle_purchase", "0")];
    const projects = [{ ...car, project_name }];
    expect(vehiclePurchasePlanned.run(reading({ projects, figures })).findings).toHaveLength(1);
  });

  test.each(["车辆运行维护", "图书购置", null])("does not take %s for one", (project_name) => {
    const figures = [figure("three_public_vehicle_purchase", "0")];
    const projects = [{ ...car, project_name }];
    expect(vehiclePurchasePlanned.run(reading({ projects, figures }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("names the sheet, and each place that says that there are none", () => {
    const tables = [table({ kind: "project_performance", rows: [["指标"]] })];
    const figures = [figure("three_public_vehicle_purchase", "0")];
    const amounts = [planned("0", { row: 4, column: 2 })];
    expect(
      vehiclePurchasePlanned.run(reading({ tables, projects: [car], figures, amounts })).findings,
    ).toEqual([
      expect.objectContaining({
        severity: "error",
        table_no: 1,
        page: 3,
        expected: "0",
        facts: { project: "执法车辆购置费", budget: "180000" },
        related: [
          { name: "公务用车购置费", table_no: 9, row: 4, column: 2, page: 3 },
          { name: "公务用车购置费", section_no: 1, page: 2 },
        ],
      }),
    ]);
  });

  test("passes where one of several places plans a purchase", () => {
    const figures = [figure("three_public_vehicle_purchase", "0")];
    const amounts = [planned("18.00")];
    expect(
      vehiclePurchasePlanned.run(reading({ projects: [car], figures, amounts })).findings,
    ).toEqual([]);
  });

  test.each([
    ["the year before, in a table", { amounts: [planned("0", { phase: "previous" })] }],
    ["another item", { amounts: [planned("0", { item: "vehicle_running" })] }],
    ["what was not read", { amounts: [{ ...planned("0"), amount: null }] }],
    [
      "the year before, in prose",
      { figures: [figure("three_public_vehicle_purchase", "0", { fiscal_year: 2024 })] },
    ],
    ["another item, in prose", { figures: [figure("three_public_vehicles", "0")] }],
  ])("cannot run on %s", (_, parts) => {
    expect(vehiclePurchasePlanned.run(reading({ projects: [car], ...parts }))).toMatchObject(
      unable,
    );
  });

  test("passes a project whose budget is not stated", () => {
    const figures = [figure("three_public_vehicle_purchase", "0")];
    const projects = [{ ...car, budget_total: null }];
    expect(vehiclePurchasePlanned.run(reading({ projects, figures })).findings).toEqual([]);
  });

  test("passes a project that has no money for it", () => {
    const figures = [figure("three_public_vehicle_purchase", "0")];
    const projects = [{ ...car, budget_total: "0" }];
    expect(vehiclePurchasePlanned.run(reading({ projects, figures })).findings).toEqual([]);
  });

  test("passes planned purchases", () => {
    const figures = [figure("three_public_vehicle_purchase", "18")];
    expect(vehiclePurchasePlanned.run(reading({ projects: [car], figures }))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("cannot run where no purchases are stated", () => {
    expect(vehiclePurchasePlanned.run(reading({ projects: [car] }))).toMatchObject(unable);
  });
});
