import { expect, test } from "vitest";
import { type Draw, text } from "./make-pdf.js";
import { readPages, textsOf } from "./read-blocks.js";

/** 24 characters of 16 points fill a line from 100 to 484. */
const SIZE = 16;
const LEFT = 100;
const WIDTH = 24;

/** Sets paragraphs as word processors do: two characters of indent, full lines, one pitch. */
function set(paragraphs: readonly string[], top = 100): Draw[] {
  let y = top;
  return paragraphs.flatMap((paragraph) => {
    const characters = Array.from(paragraph);
    const lines = [characters.splice(0, WIDTH - 2).join("")];
    while (characters.length > 0) lines.push(characters.splice(0, WIDTH).join(""));
    return lines.map((line, i) => {
      const drawn = text([i === 0 ? LEFT + 2 * SIZE : LEFT, y], line, { size: SIZE });
      y += 28;
      return drawn;
    });
  });
}

const LONG =
  "本部门按照预算管理有关规定编制综合预算，全部收入和支出都反映在预算之中，其中基本支出用于保障机构正常运转。";
const OTHER =
  "项目支出用于完成特定的行政工作任务和事业发展目标，按照轻重缓急安排，并接受财政部门的监督检查和绩效评价。";

test("wrapped lines are one paragraph; an indented line begins the next", async () => {
  const { paragraphs } = await readPages({ draw: set([LONG, OTHER, LONG]) });
  expect(textsOf(paragraphs)).toEqual([LONG, OTHER, LONG]);
});

test("a paragraph goes on over the page break, past the page number", async () => {
  const [head, tail] = [LONG.slice(0, WIDTH - 2), LONG.slice(WIDTH - 2)];
  const { paragraphs } = await readPages(
    { draw: [...set([OTHER, head], 100), text([290, 810], "1")] },
    {
      draw: [
        text([LEFT, 100], tail.slice(0, WIDTH), { size: SIZE }),
        text([LEFT, 128], tail.slice(WIDTH), { size: SIZE }),
        ...set([OTHER], 156),
        text([290, 810], "2"),
      ],
    },
  );
  expect(textsOf(paragraphs)).toEqual([OTHER, LONG, OTHER]);
});

test("headings stay paragraphs of their own", async () => {
  const { paragraphs } = await readPages({
    draw: [
      text([230, 60], "第三部分 情况说明", { size: 18 }),
      ...set(["一、收入预算情况说明", LONG, "二、支出预算情况说明", OTHER], 100),
    ],
  });
  expect(textsOf(paragraphs)).toEqual([
    "第三部分情况说明",
    "一、收入预算情况说明",
    LONG,
    "二、支出预算情况说明",
    OTHER,
  ]);
  expect(paragraphs[0]?.look).toMatchObject({ size: 18, centred: true });
  expect(paragraphs[2]?.look).toMatchObject({ size: SIZE, centred: false });
});

test("a centred title in two lines is one", async () => {
  const { paragraphs } = await readPages({
    draw: [
      text([178, 60], "关于某县一般公共预算", { size: 24 }),
      text([190, 96], "收支情况的说明", { size: 24 }),
      ...set([LONG, OTHER], 160),
    ],
  });
  expect(textsOf(paragraphs)[0]).toBe("关于某县一般公共预算收支情况的说明");
});

test("blanks between all characters of a justified line are layout", async () => {
  const line = "元，财政业务费安排用于保障";
  const { paragraphs } = await readPages({
    draw: Array.from(line, (character, i) => text([100 + 24 * i, 100], character, { size: SIZE })),
  });
  expect(textsOf(paragraphs)).toEqual([line]);
});

test("what is far apart on one line keeps its blanks", async () => {
  const { paragraphs } = await readPages({
    draw: [text([60, 100], "部门：某县财政局"), text([400, 100], "单位：万元")],
  });
  expect(textsOf(paragraphs)).toEqual(["部门：某县财政局  单位：万元"]);
});

test("entries of the contents are marked, one paragraph each", async () => {
  const leaders = "…".repeat(20);
  const { paragraphs } = await readPages({
    draw: [
      text([260, 60], "目  录", { size: 18 }),
      text([100, 100], `一、部门职责${leaders}1`),
      text([100, 120], `二、预算安排${leaders}5`),
      text([100, 140], `三、名词解释${leaders}12`),
    ],
  });
  expect(paragraphs.map(({ text: entry, contents }) => [entry.slice(0, 6), contents])).toEqual([
    ["目 录", undefined],
    ["一、部门职责", true],
    ["二、预算安排", true],
    ["三、名词解释", true],
  ]);
});

test("a centred caption does not run on from a sentence that fills its line", async () => {
  const whole = `${LONG.slice(0, WIDTH - 3)}。`;
  const { paragraphs } = await readPages({
    draw: [...set([OTHER, whole]), text([220, 212], "2、某项目绩效目标表", { size: SIZE })],
  });
  expect(textsOf(paragraphs)).toEqual([OTHER, whole, "2、某项目绩效目标表"]);
});

test("a larger part title at the foot of a page does not run on into the first heading of the next", async () => {
  const title = "第二部分某县人民检察院本年度部门预算表";
  const { paragraphs } = await readPages(
    { draw: [...set([LONG, OTHER, LONG]), text([140, 352], title, { size: 18 })] },
    { draw: [text([LEFT, 92], "一、收支预算总表", { size: SIZE }), ...set([LONG, OTHER], 120)] },
  );
  expect(textsOf(paragraphs)).toEqual([LONG, OTHER, LONG, title, "一、收支预算总表", LONG, OTHER]);
});

test.each(["二、支出预算情况说明", "（二）支出预算情况说明"])(
  "a heading at the margin stays one below a full line without an end: %s",
  async (heading) => {
    const full = LONG.replace(/。/u, "").slice(0, WIDTH - 2);
    const { paragraphs } = await readPages({
      draw: [
        ...set([OTHER, full]),
        text([LEFT, 212], heading, { size: SIZE }),
        ...set([LONG], 240),
      ],
    });
    expect(textsOf(paragraphs)).toEqual([OTHER, full, heading, LONG]);
  },
);

test("a sentence may be wrapped before a list number", async () => {
  const sentence = `${LONG.slice(0, WIDTH - 2)}二、三等奖各一名，另有一项。`;
  const { paragraphs } = await readPages({ draw: set([OTHER, sentence, LONG]) });
  expect(textsOf(paragraphs)).toEqual([OTHER, sentence, LONG]);
});
