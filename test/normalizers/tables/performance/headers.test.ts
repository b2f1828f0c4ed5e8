import { describe, expect, test } from "vitest";
import { fieldOf } from "../../../../normalizers/tables/columns.js";
import {
  HEADERS,
  haveTargets,
  isGraded,
} from "../../../../normalizers/tables/performance/indicator-columns.js";
import { stripLabel } from "../../../../normalizers/tables/performance/strip-labels.js";

const field = (header: string) => fieldOf({ index: 0, path: [header] }, HEADERS);

const columns = (...headers: readonly string[]) =>
  headers.map((path, index) => ({ index, path: [path] }));

describe("the header of a column of indicators", () => {
  test.each<[keyof typeof HEADERS, readonly string[]]>([
    ["excellent", ["优", "优秀"]],
    ["good", ["良", "良好"]],
    ["fair", ["中", "中等", "一般", "合格"]],
    ["poor", ["差", "较差", "不合格"]],
    ["weight", ["分值", "指标权重（%）"]],
    ["basis", ["指标值确定依据", "指标值设定来源", "指标确定方法"]],
    ["description", ["指标描述", "绩效指标描述", "指标内容描述", "绩效指标说明"]],
    ["level1", ["一级指标", "一级绩效指标", "指标类别"]],
    ["level2", ["二级指标", "二级绩效指标"]],
    ["level3", ["三级指标", "三级绩效指标", "指标", "绩效指标", "指标名称", "绩效指标内容"]],
    ["symbol", ["符号", "计算符号", "比较符号", "指标性质", "绩效指标性质"]],
    [
      "value",
      [
        "值",
        "指标值",
        "年指标值",
        "年度指标值",
        "本年指标值",
        "全年绩效指标值",
        "年初目标值",
        "三级指标值",
        "目标值（万元）",
      ],
    ],
    [
      "unit",
      [
        "单位",
        "计量单位",
        "度量单位",
        "指标单位",
        "指标值单位",
        "指标值计量单位",
        "单位（文字描述）",
      ],
    ],
  ])("is that of %s: %j", (name, headers) => {
    expect(headers.map(field)).toEqual(headers.map(() => name));
  });

  test.each([
    "最优",
    "优先",
    "从良",
    "良种",
    "其中",
    "中央",
    "误差",
    "差异",
    "本指标确定方法",
    "本绩效指标描述",
    "其他一级指标",
    "指标类别说明书",
    "其他指标名称",
    "指标名称及编码",
    "符号说明",
    "本指标性质",
    "本指标值",
    "指标值范围",
    "责任单位",
    "单位名称",
  ])("names none: %s", (header) => {
    expect(field(header)).toBeNull();
  });

  test.each([
    [["指标名称", "指标值"], true],
    [["三级指标", "三级指标值"], true],
    [["指标名称", "优", "良"], true],
    [["指标名称", "优"], false],
    [["指标名称", "良"], false],
    [["优", "良"], false],
    [["指标值"], false],
    [["指标名称"], false],
  ])("gives targets with others: %j is %s", (headers, targets) => {
    expect(haveTargets(columns(...headers))).toBe(targets);
  });

  test("shows grades where two of them stand beside the name", () => {
    expect(isGraded(columns("指标名称", "优", "良"))).toBe(true);
    expect(isGraded(columns("指标名称", "指标值"))).toBe(false);
  });
});

describe("a text of a strip", () => {
  test.each([
    ["项目名称", "project_name"],
    ["项目名称：", "project_name"],
    ["1.项目名称", "project_name"],
    ["（一）项目名称", "project_name"],
    ["十二、项目名称", "project_name"],
    ["项目名称（全称）", "project_name"],
    ["其中：财政拨款", "budget_fiscal"],
    ["其中财政拨款", "budget_fiscal"],
    ["其中：1、其他资金", "budget_other"],
    ["3月底", "plan_march"],
  ])("is a label: %s", (text, name) => {
    expect(stripLabel(text)).toMatchObject({
      field: name,
      inline: "",
      group: false,
      keepsLabel: false,
    });
  });

  test.each([
    ["绩效目标", "goals"],
    ["预算规模及资金用途", "purpose"],
    ["资金支出计划（%）", "elsewhere"],
  ])("is the label of a group: %s", (text, name) => {
    expect(stripLabel(text)).toMatchObject({ field: name, group: true, inline: "" });
  });

  test.each([
    ["项目名称：河道清淤", "project_name", "河道清淤"],
    ["其中：财政拨款:25", "budget_fiscal", "25"],
    ["用途：\n清淤：一期", "purpose", "清淤：一期"],
    ["年度绩效目标：完成清淤", "goals", "完成清淤"],
  ])("is a label with its value: %s", (text, name, inline) => {
    expect(stripLabel(text)).toMatchObject({ field: name, inline });
  });

  test("keeps the number of a goal", () => {
    expect(stripLabel("目标1：清淤")).toMatchObject({ field: "goals", keepsLabel: true });
    expect(stripLabel("绩效目标：清淤")).toMatchObject({ keepsLabel: false });
  });

  test.each(["", "河道清淤", "时间：三月", "资金来源：财政拨款", "河道：项目名称", "费：9"])(
    "is a value: %s",
    (text) => {
      expect(stripLabel(text)).toBeNull();
    },
  );
});
