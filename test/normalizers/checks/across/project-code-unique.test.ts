import { describe, expect, test } from "vitest";
import { projectCodeUnique } from "../../../../normalizers/checks/across/project-code-unique.js";
import { sentencesOf } from "../../../../pipeline/model/finding.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { project, reading, table, unable } from "../make-reading.js";

const sheets = (...projects: readonly Placed<"projects">[]) => reading({ projects });

describe("project_code_unique", () => {
  const first = project({ project_code: "101-0001-A" });

  test("finds one code for two projects, at the second", () => {
    const second = project({ project_code: "101-0001-A", project_name: "道路养护", table_no: 4 });
    expect(projectCodeUnique.run(sheets(first, second)).findings).toMatchObject([
      { table_no: 4, actual: "101-0001-A", related: [{ table_no: 1 }] },
    ]);
  });

  test("says all its names, and where each stands", () => {
    const tables = [table({ number: 6, kind: "project_performance", rows: [["指标"]] })];
    const projects = [
      first,
      { ...first, table_no: 4 },
      { ...first, table_no: 5, project_name: "道路养护" },
      { ...first, table_no: 6, project_name: null },
    ];
    const { findings } = projectCodeUnique.run(reading({ tables, projects }));
    expect(findings).toMatchObject([
      {
        severity: "error",
        table_no: 6,
        page: 3,
        facts: { code: "101-0001-A", names: ["图书购置", "道路养护", ""] },
      },
    ]);
    expect(findings.map((found) => sentencesOf(found).zh)).toEqual([
      "项目编码101-0001-A同时用于“图书购置”和“道路养护”和“”。",
    ]);
    expect(findings[0]?.related).toEqual([
      { name: "图书购置", table_no: 1 },
      { name: "图书购置", table_no: 4 },
      { name: "道路养护", table_no: 5 },
    ]);
  });

  test("knows no page of a sheet that no table prints", () => {
    const second = { ...first, project_name: "道路养护" };
    expect(projectCodeUnique.run(sheets(first, second)).findings).toMatchObject([{ page: null }]);
  });

  test("passes one project on two sheets, and projects without codes", () => {
    const nameless = [project({}), project({ project_name: "道路养护" })];
    expect(
      projectCodeUnique.run(sheets(first, { ...first, table_no: 4 }, ...nameless)),
    ).toMatchObject({
      compared: 2,
      findings: [],
    });
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
