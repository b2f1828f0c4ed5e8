import { describe, expect, test } from "vitest";
import { departmentPerformance } from "../../../../normalizers/tables/performance/department-performance.js";
import { printTable, unread } from "../print-table.js";

type Rows = readonly (readonly string[])[];
const HEADER = ["一级指标", "二级指标", "三级指标", "指标值"];
const ROW = ["产出指标", "数量指标", "清淤长度", "≥10公里"];

function read(...rows: Rows) {
  const reading = departmentPerformance.read(printTable(rows));
  return {
    indicators: reading.indicators ?? [],
    unread: unread(reading),
    rules: reading.findings.map(({ rule }) => rule),
    reasons: reading.ledger.map(
      ({ row, column, reason }) => `${row}/${column} ${reason ?? "used"}`,
    ),
  };
}

describe("a row of indicators", () => {
  test("fills its levels from above, but none below a level that begins anew", () => {
    const { indicators } = read(
      HEADER,
      ROW,
      ["", "", "清淤面积", "≥2亩"],
      ["", "质量指标", "", "≥95%"],
      ["效益指标", "", "水质", "≥3类"],
    );
    expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出指标", "数量指标", "清淤长度"],
      ["产出指标", "数量指标", "清淤面积"],
      ["产出指标", "质量指标", null],
      ["效益指标", null, "水质"],
    ]);
    expect(indicators[0]).toMatchObject({ row: 1, scope: "department", project_name: null });
  });

  test.each([
    [["注：甲", "", "", ""], "note"],
    [["备注", "甲", "", ""], "note"],
    [["填表人", "甲", "", ""], "note"],
    [["填报人", "甲", "", ""], "note"],
    [["联系电话", "", "", ""], "note"],
    [["审核", "甲", "", ""], "note"],
    [HEADER, "repeated header"],
    [["", "", "指标1：", ""], "blank form line"],
    [["", "", "指标", ""], "blank form line"],
    [["", "", "……", ""], "blank form line"],
  ])("is ignored where it is none: %j", (row, reason) => {
    const { indicators, reasons } = read(HEADER, ROW, row);
    expect(indicators).toHaveLength(1);
    expect(reasons.filter((text) => text.startsWith("2/")).map((text) => text.slice(4))).toEqual(
      row.filter((text) => text !== "").map(() => reason),
    );
  });

  test.each([
    [["注册企业", "数量", "户数", "≥3户"]],
    [["其他注册", "", "户数", ""]],
    [["", "", "指标1：长度", ""]],
    [["", "", "指标1：", "≥3户"]],
    [["", "", "其他指标", ""]],
  ])("is one: %j", (row) => {
    expect(read(HEADER, ROW, row).indicators).toHaveLength(2);
  });
});

describe("a column beside the indicators", () => {
  test.each([
    "序号",
    "备注",
    "评分标准",
    "评价方法",
    "评价规则",
    "绩效指标属性",
    "指标类型",
    "指标方向",
    "指标方向性",
    "数据来源",
    "指标来源",
    "指标数据来源",
    "指标值来源",
    "指标值数据来源",
    "是否核心指标",
    "责任单位",
    "责任人",
    "完成时限",
    "中期指标值",
    "长期目标",
    "总体值",
    "指标值说明",
  ])("has no place in the dataset: %s", (header) => {
    const { unread: left, reasons } = read([...HEADER, header], [...ROW, "甲"]);
    expect(left).toEqual([]);
    expect(reasons).toContain("1/4 no column in the dataset");
  });

  test.each(["非序号", "备注栏", "评分标准表", "指标类型表"])("is reported: %s", (header) => {
    expect(read([...HEADER, header], [...ROW, "甲"]).unread).toEqual(["1/4"]);
  });

  test("holds weight, basis and description", () => {
    const { indicators } = read(
      [...HEADER, "分值", "指标值确定依据", "指标描述"],
      [...ROW, "20分", "规划", "长度"],
    );
    expect(indicators).toMatchObject([{ weight: "20", basis: "规划", description: "长度" }]);
  });
});

const target = (headers: readonly string[], ...texts: readonly string[]) =>
  read([...HEADER.slice(0, 3), ...headers], [...ROW.slice(0, 3), ...texts]).indicators[0];

describe("a target in several cells", () => {
  test.each([
    ["sign and value", ["符号", "值"], ["≥", "10"], { operator: "gte", value: "10", unit: null }],
    [
      "value and unit",
      ["值", "单位"],
      ["10", "公里"],
      { operator: "eq", value: "10", unit: "公里" },
    ],
    [
      "one of a header over two, the sign first",
      ["指标值", "<"],
      ["≥", "10"],
      { operator: "gte", value: "10" },
    ],
    [
      "one of a header over two, the value first",
      ["指标值", "<"],
      ["10", "公里"],
      { operator: "eq", value: "10", unit: "公里" },
    ],
    [
      "all of a header over three",
      ["指标值", "<", "<"],
      ["≥", "10", "公里"],
      { operator: "gte", value: "10", unit: "公里" },
    ],
  ] as const)("is made of %s", (...[, headers, texts, expected]) => {
    expect(target(headers, ...texts)).toMatchObject(expected);
  });

  test("stands under 三级指标值 beside its name", () => {
    expect(target(["三级指标值"], "≥10公里")).toMatchObject({
      level3: "清淤长度",
      operator: "gte",
      value: "10",
    });
  });

  test.each([
    ["≥按时", ["unreadable_target"]],
    ["=按时", []],
    ["等于按时", []],
    ["按时", []],
    ["≥95%", []],
  ])("is doubted where a sign stands before no number: %s", (text, rules) => {
    expect(read(HEADER, [...ROW.slice(0, 3), text]).rules).toEqual(rules);
  });
});

describe("the form of a department", () => {
  const fits = (...rows: Rows) => {
    const one = printTable(rows);
    return [departmentPerformance.fits(one), departmentPerformance.shows(one)];
  };

  test.each<[string, Rows, readonly boolean[]]>([
    ["indicators alone", [HEADER, ROW], [true, false]],
    ["its name over them", [["部门名称", "县水务局", "<", "<"], HEADER, ROW], [true, true]],
    [
      "its name as a unit",
      [["预算部门（单位）名称", "县水务局", "<", "<"], HEADER, ROW],
      [true, true],
    ],
    [
      "a name of another kind",
      [["主管部门名称", "县水务局", "<", "<"], HEADER, ROW],
      [true, false],
    ],
    [
      "results",
      [
        [...HEADER, "实际完成值"],
        [...ROW, "9"],
      ],
      [false, false],
    ],
    [
      "a score",
      [
        [...HEADER, "得分"],
        [...ROW, "9"],
      ],
      [false, false],
    ],
    [
      "grades",
      [
        ["三级指标", "一级指标", "二级指标", "优", "良"],
        ["甲", "乙", "丙", "9", "8"],
      ],
      [false, false],
    ],
    [
      "no indicators",
      [
        ["甲", "乙"],
        ["丙", "丁"],
      ],
      [false, false],
    ],
  ])("has %s", (_, rows, expected) => {
    expect(fits(...rows)).toEqual(expected);
  });

  test("shows itself in the chapter of the department", () => {
    const one = printTable([HEADER, ROW]);
    expect(departmentPerformance.shows({ ...one, sectionKind: "performance_department" })).toBe(
      true,
    );
    expect(departmentPerformance.name).toBe("部门整体绩效目标表");
  });

  test.each([
    [["一级绩效指标", "二级指标"], true],
    [["指标名称", "年度指标值"], true],
    [["绩效指标", "目标值"], true],
    [["指标内容", "本年绩效指标值"], true],
    [["指标名称", "备注"], false],
    [["指标值", "备注"], false],
    [["一级指标", "备注"], false],
    [["其他指标名称", "指标值"], false],
  ])("has its header where two of its columns are named: %j", (headers, expected) => {
    expect(
      fits(
        headers,
        headers.map(() => "甲"),
      )[0],
    ).toBe(expected);
  });
});
