import { describe, expect, test } from "vitest";
import { captionNamesProject } from "../../../../normalizers/checks/document/caption-names-project.js";
import { project, reading, table, unable } from "../make-reading.js";

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

  test.each([
    "道路养护签定费项目绩效目标表",
    "道路养护签定费支出绩效指标表",
    "道路养护签定费绩效申报表",
    "道路养护签定费项目支出绩效目标批复表",
    "道路养护签定费绩效",
    "道路养护",
    "2.道路养护（签定费）绩效目标表",
    "云溪县道路养护签定费绩效目标表",
  ])("passes its name, in part or whole: %s", (caption) => {
    expect(captionNamesProject.run(captioned(caption))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test.each([
    "财政项目支出绩效目标填报表",
    "省级专项资金绩效目标表",
    "部门预算项目支出绩效目标汇总表",
  ])("the title of a form names no project: %s", (caption) => {
    expect(captionNamesProject.run(captioned(caption))).toMatchObject({
      compared: 0,
      findings: [],
    });
  });

  test("says both names, and which table it is", () => {
    expect(
      captionNamesProject.run(captioned("图书采购费绩效目标表", "图书购置费")).findings,
    ).toEqual([
      expect.objectContaining({
        table_no: 1,
        page: 3,
        expected: "图书采购费",
        actual: "图书购置费",
        facts: { caption: "图书采购费", name: "图书购置费" },
      }),
    ]);
  });

  test("cannot run where the sheet has no name, no caption or no table", () => {
    const one = captioned("图书购置绩效目标表");
    const [first = project({})] = one.projects;
    for (const document of [
      { ...one, projects: [{ ...first, project_name: null }] },
      { ...one, projects: [{ ...first, table_no: 2 }] },
      { ...one, tables: [table({ kind: "project_performance", rows: [["指标"]] })] },
    ])
      expect(captionNamesProject.run(document)).toMatchObject(unable);
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
