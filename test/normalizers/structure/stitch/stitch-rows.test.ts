import { describe, expect, test } from "vitest";
import { FIRST, HEADER, part, stitched, tablesOf } from "../../../pipeline/make-parts.js";

describe("rows and cells cut by the break", () => {
  const wrapped = [
    ["科目编码", "科目名称", "金额"],
    ["215", "资源勘探信息等支\n出", "1.00"],
    ["220", "国土海洋气象等支", "2.00"],
  ];

  test("the rest of a label alone belongs to the cell above", () => {
    const document = stitched(
      part({ page: 1, rows: wrapped }),
      part({
        page: 2,
        rows: [
          ["", "出", ""],
          ["221", "住房保障支出", "3.00"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        ...wrapped.slice(0, 2),
        ["220", "国土海洋气象等支\n出", "2.00"],
        ["221", "住房保障支出", "3.00"],
      ],
    ]);
  });

  const uncut = [HEADER, ["201", "一般公共服务支出", "5.00"], ["205", "教育支出", "2.00"]];
  const last = ["2080505", "机关事业单位基本养老保险", "1.00"];
  const next = ["210", "卫生健康支出", "3.00"];

  test("a text alone in its row is the rest of a label where no other row is without a number", () => {
    const document = stitched(
      part({ page: 1, rows: [...uncut, last] }),
      part({ page: 2, rows: [["", "缴费支出", ""], next] }),
    );
    expect(tablesOf(document)).toEqual([
      [...uncut, ["2080505", "机关事业单位基本养老保险\n缴费支出", "1.00"], next],
    ]);
  });

  test.each([
    ["begins a row", [...uncut, last], "其中：缴费支出"],
    ["is a note", [...uncut, last], "注：含上年结转"],
    ["stands among other rows without numbers", [...uncut, ["", "社会保障", ""], last], "缴费支出"],
    ["has too few rows before it", [HEADER, last], "缴费支出"],
  ])("a text alone stays a row where it %s", (_, rows, text) => {
    const document = stitched(
      part({ page: 1, rows }),
      part({ page: 2, rows: [["", text, ""], next] }),
    );
    expect(tablesOf(document)).toEqual([[...rows, ["", text, ""], next]]);
  });

  const coded = [
    ["科目编码", "科目名称", "合计", "项目支出"],
    ["", "合计", "9.00", "4.00"],
    ["208", "社会保障和就业支出", "5.00", ""],
    ["20805", "行政事业单位养老支出", "5.00", ""],
  ];
  const rest = [
    ["", "老保险缴费支出", "5.00", ""],
    ["213", "农林水支出", "4.00", "4.00"],
  ];

  test("a row is cut between its code with half its label and its amounts", () => {
    const cut = ["2080505", "机关事业单位基本养", "", ""];
    const document = stitched(
      part({ page: 1, rows: [...coded, cut] }),
      part({ page: 2, rows: rest }),
    );
    expect(tablesOf(document)).toEqual([
      [...coded, ["2080505", "机关事业单位基本养\n老保险缴费支出", "5.00", ""], ...rest.slice(1)],
    ]);
  });

  test("a heading at the foot of a page is no half of a row where others stand without amounts", () => {
    const upper = [...coded, ["二", "项目支出", "", ""], ["208", "社会保障", "1.00", ""]];
    const heading = ["三", "上缴支出", "", ""];
    const document = stitched(
      part({ page: 1, rows: [...upper, heading] }),
      part({ page: 2, rows: rest }),
    );
    expect(tablesOf(document)).toEqual([[...upper, heading, ...rest]]);
  });

  test("a label without amounts is a row of its own", () => {
    const short = [HEADER, ["", "一、教育支出", "1.00"]];
    const below = [["", "二、科学技术支出", ""]];
    const document = stitched(part({ page: 1, rows: short }), part({ page: 2, rows: below }));
    expect(tablesOf(document)).toEqual([[...short, ...below]]);
  });

  test("a negative amount in brackets is no rest of the amount above", () => {
    const first = [HEADER, ["", "调入资金", "5.00"]];
    const below = [["", "调出资金", "(5.00)"]];
    const document = stitched(part({ page: 1, rows: first }), part({ page: 2, rows: below }));
    expect(tablesOf(document)).toEqual([[...first, ...below]]);
  });

  test("an empty strip of the last row is dropped", () => {
    const document = stitched(
      part({ page: 1, rows: FIRST }),
      part({
        page: 2,
        rows: [
          ["", "", ""],
          ["208", "社会保障支出", "3.00"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([[...FIRST, ["208", "社会保障支出", "3.00"]]]);
  });

  test("a merged cell goes on below the break", () => {
    const document = stitched(
      part({ page: 1, rows: [HEADER, ["产出", "数量指标", "5"], ["^", "质量指标", "6"]] }),
      part({
        page: 2,
        rows: [
          ["", "时效指标", "7"],
          ["^", "成本指标", "8"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        HEADER,
        ["产出 [4x1]", "数量指标", "5"],
        ["质量指标", "6"],
        ["时效指标", "7"],
        ["成本指标", "8"],
      ],
    ]);
  });

  test("a merged cell printed below the break reaches up where a cell within it is cut", () => {
    const document = stitched(
      part({
        page: 1,
        rows: [
          ["项目", "单位", "目标", "度量单位"],
          ["", "甲局", "完成培训。", "人"],
          ["^", "", "落实《总体", "%"],
          ["^", "^", "^", "个"],
        ],
      }),
      part({
        page: 2,
        rows: [
          ["人才专项", "乙局", "方案》的要求。", "%"],
          ["^", "^", "^", "人"],
          ["^", "丙局", "开展考核。", "个"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        ["项目", "单位", "目标", "度量单位"],
        ["人才专项 [6x1]", "甲局", "完成培训。", "人"],
        ["乙局 [4x1]", "落实《总体\n方案》的要求。 [4x1]", "%"],
        ["个"],
        ["%"],
        ["人"],
        ["丙局", "开展考核。", "个"],
      ],
    ]);
    const [table] = document.blocks;
    const project = table?.type === "table" ? table.cells.find(({ row }) => row === 1) : undefined;
    expect(project?.at).toMatchObject({ page: 2 });
  });

  test("a merged cell below a blank one stays apart where nothing is cut", () => {
    const upper = [HEADER, ["", "甲", "1"], ["^", "乙", "2"]];
    const lower = [
      ["丙类", "丁", "3"],
      ["^", "戊", "4"],
    ];
    const document = stitched(part({ page: 1, rows: upper }), part({ page: 2, rows: lower }));
    expect(tablesOf(document)[0]?.[1]).toEqual([" [2x1]", "甲", "1"]);
    expect(tablesOf(document)[0]?.[3]).toEqual(["丙类 [2x1]", "丁", "3"]);
  });

  test.each([
    ["a sign of percent after a number is the rest of it", "95", "95\n%"],
    ["a sign of percent after a unit is a unit of its own", "个", "个"],
  ])("%s", (_, above, expected) => {
    const document = stitched(
      part({ page: 1, rows: [HEADER, ["培训人数", "合格人员", above]] }),
      part({
        page: 2,
        rows: [
          ["", "", "%"],
          ["就业人数", "登记人员", "10"],
        ],
      }),
    );
    expect(tablesOf(document)[0]?.[1]?.[2]).toBe(expected);
  });

  test("a sentence cut in the middle goes on in its cell", () => {
    const goal = "按照年度工作计划，组织开展职业技能培训和就业指导，促进高校毕业生等重点";
    const document = stitched(
      part({ page: 1, rows: [["绩效目标", goal]] }),
      part({
        page: 2,
        rows: [
          ["", "群体就业。"],
          ["指标", "值"],
        ],
      }),
    );
    expect(tablesOf(document)).toEqual([
      [
        ["绩效目标", `${goal}\n群体就业。`],
        ["指标", "值"],
      ],
    ]);
  });
});
