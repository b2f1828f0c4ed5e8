import { describe, expect, test } from "vitest";
import { type Draw, grid, line, text } from "./make-pdf.js";
import { readPages, rowsOf, textsOf } from "./read-blocks.js";

const ROWS = [
  ["项目", "金额"],
  ["收入", "12.00"],
  ["支出", "11.00"],
  ["结余", "1.00"],
];
const SIDES = [50, 320] as const;
const CAPTIONS = ["部门支出总表", "基本支出表"] as const;
const YS = [130, 150, 170, 190, 210];

/** A table over the width of 220 points, its second column of numbers. */
function table(left: number, rules: boolean): Draw[] {
  const xs = [left, left + 120, left + 220];
  if (rules) return grid({ xs, ys: YS, rows: ROWS });
  return ROWS.flatMap(([label = "", amount = ""], i) => [
    text([left + 5, 144 + 20 * i], label),
    text([left + 180, 144 + 20 * i], amount),
  ]);
}

const captions = (first: string, second: string): Draw[] => [
  text([SIDES[0] + 80, 110], first),
  text([SIDES[1] + 80, 110], second),
];

describe("two tables beside each other under a caption each", () => {
  test.each([
    ["with rules", true],
    ["without rules", false],
  ])("are read one after the other: %s", async (_, rules) => {
    const units = SIDES.map((left) => text([left + 160, 125], "单位：元"));
    const { document } = await readPages({
      draw: [
        text([200, 80], "清河县2024年预算", { size: 16 }),
        ...captions(...CAPTIONS),
        ...(rules ? [] : units),
        ...SIDES.flatMap((left) => table(left, rules)),
        text([60, 250], "注：两表的数据均为本级数据，不含下属单位，请按需要合并使用，谢谢合作。"),
      ],
    });
    const read = document.blocks.map((block) =>
      block.type === "table" ? rowsOf(block) : block.text,
    );
    const unit = rules ? [] : ["单位：元"];
    expect(read.slice(0, -1)).toEqual([
      "清河县2024年预算",
      CAPTIONS[0],
      ...unit,
      ROWS,
      CAPTIONS[1],
      ...unit,
      ROWS,
    ]);
  });

  test("stay one where no caption stands over the second", async () => {
    const xs = [50, 170, 270, 390, 490];
    const rows = ROWS.map((row) => [...row, ...row]);
    const { tables, paragraphs } = await readPages({
      draw: [text([230, 110], "部门收支总表"), ...grid({ xs, ys: YS, rows })],
    });
    expect(textsOf(paragraphs)).toEqual(["部门收支总表"]);
    expect(tables.map(rowsOf)).toEqual([rows]);
  });
});

describe("columns of prose", () => {
  const left = ["本年支出预算12万", "元，其中：基本支", "出9万元，项目支出", "3万元。"];
  const right = ["接待费预算2万元，", "与上年持平；用车费", "用4万元。"];
  const draw = [
    ...left.map((content, i) => text([60, 120 + 20 * i], content)),
    ...right.map((content, i) => text([320, 120 + 20 * i], content)),
  ];

  test("are read one after the other", async () => {
    const { paragraphs } = await readPages({ draw: [text([60, 60], "一、说明"), ...draw] });
    expect(textsOf(paragraphs).join("|").replace(/\s/gu, "")).toBe(
      "一、说明|本年支出预算12万元，其中：基本支出9万元，项目支出3万元。|接待费预算2万元，与上年持平；用车费用4万元。",
    );
  });

  test("are none of two lines, nor of names", async () => {
    const names = ["张三，局长", "李四，主任", "王五，科长"].map((name) => name.replace("，", " "));
    const { paragraphs } = await readPages({
      draw: names.flatMap((name, i) => [
        text([60, 120 + 40 * i], name),
        text([320, 120 + 40 * i], name),
      ]),
    });
    expect(paragraphs).toHaveLength(3);
  });
});

test("large type over a table is no text of its cells", async () => {
  const spec = { xs: [60, 260, 360], ys: [100, 120, 140, 160, 180], rows: ROWS };
  const { tables, paragraphs } = await readPages({
    draw: [text([80, 152], "样稿", { size: 40 }), ...grid(spec, line)],
  });
  expect(tables.map(rowsOf)).toEqual([ROWS]);
  expect(textsOf(paragraphs)).toEqual(["样稿"]);
});
