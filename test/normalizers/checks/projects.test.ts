import { describe, expect, test } from "vitest";
import { captionNamesProject } from "../../../normalizers/checks/document/caption-names-project.js";
import { indicatorCountsFit } from "../../../normalizers/checks/performance/indicator-counts-fit.js";
import { planRisesTo100 } from "../../../normalizers/checks/performance/plan-rises-to-100.js";
import { projectCodeUnique } from "../../../normalizers/checks/across/project-code-unique.js";
import { projectFundsEqualBudget } from "../../../normalizers/checks/across/project-funds-equal-budget.js";
import { vehiclePurchasePlanned } from "../../../normalizers/checks/across/vehicle-purchase-planned.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { figure, indicator, project, reading, table } from "./make-reading.js";

const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};
const sheets = (...projects: readonly Placed<"projects">[]) => reading({ projects });

describe("project_funds_equal_budget", () => {
  test("finds funds that do not make the 预算数", () => {
    const one = project({
      budget_total: "800000",
      budget_fiscal: "500000",
      budget_other: "200000",
    });
    expect(projectFundsEqualBudget.run(sheets(one)).findings).toMatchObject([
      { table_no: 1, expected: "70万元", actual: "80万元" },
    ]);
  });

  test.each([
    ["800100", 0],
    ["800200", 1],
  ])(
    "allows the last digit of 80.00万元: a budget of %s yuan makes %d findings",
    (yuan, findings) => {
      const one = project({ budget_total: yuan, budget_fiscal: "800000" });
      expect(projectFundsEqualBudget.run(sheets(one)).findings).toHaveLength(findings);
    },
  );

  test("passes funds that do", () => {
    const one = project({ budget_total: "800000", budget_fiscal: "800000" });
    expect(projectFundsEqualBudget.run(sheets(one))).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run without a budget", () => {
    expect(projectFundsEqualBudget.run(sheets(project({})))).toMatchObject(unable);
  });
});

describe("project_code_unique", () => {
  const first = project({ project_code: "101-0001-A" });

  test("finds one code for two projects, at the second", () => {
    const second = project({ project_code: "101-0001-A", project_name: "道路养护", table_no: 4 });
    expect(projectCodeUnique.run(sheets(first, second)).findings).toMatchObject([
      { table_no: 4, actual: "101-0001-A", related: [{ table_no: 1 }] },
    ]);
  });

  test("passes two codes", () => {
    const second = project({ project_code: "101-0002-A", project_name: "道路养护" });
    expect(projectCodeUnique.run(sheets(first, second))).toMatchObject({
      compared: 2,
      findings: [],
    });
  });

  test("cannot run without codes", () => {
    expect(projectCodeUnique.run(sheets(project({})))).toMatchObject(unable);
  });
});

const captioned = (caption: string, project_name = "道路养护签定费") =>
  reading({
    projects: [project({ project_name })],
    tables: [table({ kind: "project_performance", rows: [["指标"]], printed: { caption } })],
  });

describe("caption_names_project", () => {
  test.each([
    ["a misspelling", "道路养护鉴定费绩效目标表", "error"],
    ["another project", "图书购置绩效目标表", "warning"],
  ])("finds %s", (_, caption, severity) => {
    expect(captionNamesProject.run(captioned(caption)).findings).toMatchObject([
      { severity, table_no: 1 },
    ]);
  });

  test.each([
    ["error", "道路维护签定费", "道路养护鉴定费"],
    ["warning", "道桥维护鉴定费", "道路养护签定费"],
    ["error", "图书采购费", "图书购置费"],
    ["warning", "图书采买", "图书购置"],
  ])(
    "an %s where up to two characters differ, and fewer than half: %s",
    (severity, name, other) => {
      const document = captioned(`${name}绩效目标表`, other);
      expect(captionNamesProject.run(document).findings).toMatchObject([{ severity }]);
    },
  );

  test("passes its name, in part or whole", () => {
    expect(captionNamesProject.run(captioned("道路养护签定费项目绩效目标表"))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test("finds another project whose name begins as that of no project does", () => {
    const document = captioned("项目支出管理系统绩效目标表", "图书购置");
    expect(captionNamesProject.run(document).findings).toHaveLength(1);
  });

  test.each(["", "部门预算项目", "部门项目支出", "项目支出", "2025年度云溪县财政局"])(
    "cannot run where the caption names no project: %s",
    (name) => {
      const document = captioned(`${name}项目支出绩效目标表`);
      expect(captionNamesProject.run(document)).toMatchObject(unable);
    },
  );
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
