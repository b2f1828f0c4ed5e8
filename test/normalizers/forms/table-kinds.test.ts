import { expect, test } from "vitest";
import { kinds } from "../../../normalizers/forms/table-kinds.js";

test("every kind of table has its Chinese name, and the caption that names it", () => {
  const registers = kinds.filter(({ kind }) => !/^(?:budget|accounts)_/u.test(kind));
  expect(registers.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    "project_performance: 项目绩效目标表",
    "activity_performance: 职责活动绩效目标表",
    "department_performance: 部门整体绩效目标表",
    "self_evaluation: 绩效自评表",
    "procurement: 政府采购预算表",
    "assets: 固定资产占用情况表",
    "organization: 机构设置情况",
  ]);
  expect(registers.filter(({ name, names }) => !names({ caption: name }))).toEqual([]);
});
