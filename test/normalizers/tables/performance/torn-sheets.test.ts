import { describe, expect, test } from "vitest";
import { projectPerformance } from "../../../../normalizers/tables/performance/project-performance.js";
import { printTable, unread } from "../print-table.js";

type Rows = readonly (readonly string[])[];

function read(rows: Rows, above: readonly string[] = ["项目绩效目标表", "单位：万元"]) {
  const reading = projectPerformance.read(printTable(rows, { above }));
  return {
    project: reading.projects?.[0],
    indicators: (reading.indicators ?? []).map((one) =>
      [one.level1, one.level2, one.level3, one.target_raw, one.basis].join(" "),
    ),
    unread: unread(reading),
    rules: reading.findings.map(({ rule }) => rule),
  };
}

const NAME = ["项目名称", "清淤", "<", "<", "<", "<"];
const HEADER = ["一级指标", "二级指标", "三级指标", "指标描述", "指标值", "确定依据"];

describe("a row of indicators that is torn in two", () => {
  test("is one, its target in its place", () => {
    const rows = [
      NAME,
      HEADER,
      ["产出指标", "数量指标", "次数", "每年的次数", "<", "<"],
      ["≥90次", "工作计划", "<", "<", "<", "<"],
      ["", "质量指标", "完整率", "完整的比例", "≥95%", "工作计划"],
    ];
    expect(read(rows)).toMatchObject({
      indicators: [
        "产出指标 数量指标 次数 ≥90次 工作计划",
        "产出指标 质量指标 完整率 ≥95% 工作计划",
      ],
      unread: [],
      rules: [],
    });
  });

  test.each([
    ["of other cells", ["≥90次", "<", "<", "<", "<", "<"]],
    ["without a target", ["许多次", "工作计划", "<", "<", "<", "<"]],
  ])("is not mended by a row %s", (_, rest) => {
    const rows = [NAME, HEADER, ["产出指标", "数量指标", "次数", "每年的次数", "<", "<"], rest];
    expect(read(rows).indicators.length).toBeGreaterThan(1);
  });
});

describe("the title at the side of the indicators", () => {
  const strip = ["项目名称", "清淤", "<", "<", "<"];
  const header = ["一级指标", "二级指标", "三级指标", "指标值"];
  const first = ["产出指标", "数量指标", "长度", "≥9米"];
  const second = ["效益指标", "社会效益指标", "水质", "≥3类"];
  const expected = ["产出指标 数量指标 长度 ≥9米 ", "效益指标 社会效益指标 水质 ≥3类 "];

  test.each([
    ["once", "绩效指标"],
    ["twice in its cell", "绩效指标\n\n绩效指标"],
    ["upright", "绩\n效\n指\n标"],
    ["in other words", "年度工作目标"],
  ])("is no header: %s", (_, title) => {
    const rows = [strip, [title, ...header], ["^", ...first], ["^", ...second]];
    expect(read(rows)).toMatchObject({ indicators: expected, unread: [], rules: [] });
  });

  test.each([
    ["绩效指", "标"],
    ["绩效", "指标"],
  ])("may be cut by a page: %s %s", (begin, end) => {
    const rows = [strip, [begin, ...header], ["^", ...first], [end, ...second]];
    expect(read(rows)).toMatchObject({ indicators: expected, unread: [], rules: [] });
  });
});

describe("a sheet", () => {
  test.each(["年度(/项目)指标值", "年度（/项目）指标值", "年度指标值"])(
    "may head its targets with %s",
    (value) => {
      const rows = [
        ["项目名称", "清淤", "<", "<"],
        ["一级指标", "二级指标", "三级指标", value],
        ["产出指标", "数量指标", "长度", "≥9米"],
      ];
      expect(read(rows)).toMatchObject({ indicators: ["产出指标 数量指标 长度 ≥9米 "], rules: [] });
    },
  );

  const FUNDS: Rows = [
    ["项目名称", "清淤", "<", "<"],
    ["项目资金总额", "90.00", "年度资金申请总额", "30.00"],
    ["其中：财政资金", "80.00", "其中：当年财政拨款", "25.00"],
    ["其他资金", "10.00", "其他资金", "5.00"],
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "长度", "≥9米"],
  ];

  test("has the funds of the year where those of the whole project stand beside", () => {
    expect(read(FUNDS)).toMatchObject({
      project: { budget_total: "300000", budget_fiscal: "250000", budget_other: "50000" },
      unread: [],
    });
  });

  test.each(["申请总额", "年度资金申请总额", "本年申请数", "项目申请金额"])(
    "states its budget as %s",
    (label) => {
      const rows = [["项目名称", "清淤", label, "30.00"], ...FUNDS.slice(4)];
      expect(read(rows).project).toMatchObject({ budget_total: "300000" });
    },
  );

  test("has no name of its project in 财政项目支出绩效目标填报表", () => {
    const rows = [["项目编码", "P1", "<", "<"], ...FUNDS.slice(4)];
    expect(read(rows, ["财政项目支出绩效目标填报表"]).project).toMatchObject({
      project_name: null,
    });
  });
});
