import { describe, expect, test } from "vitest";
import { textUnfit } from "../../../../normalizers/checks/unread/text-unfit.js";
import { amount, indicator, item, project, reading } from "../make-reading.js";

describe("text_unfit", () => {
  test.each([
    ["a target as 一级指标", { indicators: [indicator({ level1: "≥90次" })] }],
    ["a label as 一级指标", { indicators: [indicator({ level1: "主管部门" })] }],
    ["a goal as 一级指标", { indicators: [indicator({ level1: "完成社区补贴发放" })] }],
    ["a number as 三级指标", { indicators: [indicator({ level3: "35" })] }],
    ["a label as a project", { projects: [project({ project_name: "项目资金（元）" })] }],
    ["one character as a project", { projects: [project({ project_name: "线" })] }],
    ["a total as an item", { procurement_items: [item({ item_name: "合计" })] }],
    [
      "a number as a label",
      { amounts: [amount("1", { label: "12.5", table_kind: "budget_income" })] },
    ],
    ["a word as issuer", { about: { issuer_name: "部门" } }],
    ["a word of three as issuer", { about: { issuer_name: "本单位" } }],
  ])("finds %s", (_, parts) => {
    expect(textUnfit.run(reading(parts)).findings).toMatchObject([
      { severity: "warning", leavesUnread: true, facts: { count: 1 } },
    ]);
  });

  test.each([
    ["产出指标", "履职效能", "过程", "成本", "安全指标"].map((level1) => ({
      indicators: [indicator({ level1 })],
    })),
    [{ projects: [project({ project_name: "12345热线" })] }],
    [{ about: { issuer_name: "财政局" } }],
  ])("lets what fits stand", (...all) => {
    for (const parts of all) expect(textUnfit.run(reading(parts)).findings).toEqual([]);
  });
});
