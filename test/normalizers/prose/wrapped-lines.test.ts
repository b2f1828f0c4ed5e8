import { expect, test } from "vitest";
import { passages } from "../../../normalizers/prose/sentence.js";
import { printed } from "../../make-document.js";

function sentences(...lines: readonly string[]): readonly string[] {
  return passages(printed(...lines), []).flatMap((passage) =>
    passage.sentences.map(({ text }) => text),
  );
}

const WRAPPED = [
  "本单位为公益一类事业单位，主要承担全市档案资料的收集和整理",
  "保管开发利用等工作，指导各机关团体和企业事业单位的档案业务",
  "建设和管理，承办市委和市政府交办的其他有关工作任务以及事项",
  "。",
];

test("lines broken at one width are one sentence, within words and numbers too", () => {
  expect(
    sentences(
      ...WRAPPED,
      "2023年收入预算总额为一百多万元其中支出预算总额 412.3",
      "6 万元，其中：基本支出 298.76 万元。",
    ),
  ).toContain(
    "2023年收入预算总额为一百多万元其中支出预算总额412.36万元，其中：基本支出298.76万元。",
  );
});

test("a numbered line begins anew, and so does one behind a short line", () => {
  expect(sentences(...WRAPPED, "收支情况", "收入预算10万元。").at(-2)).toBe("收支情况");
  expect(sentences(...WRAPPED.slice(0, 3), "二、收支情况").at(-1)).toBe("二、收支情况");
});

test("a text with a line for each paragraph is not joined", () => {
  expect(sentences("收支预算总体情况", "收入预算10万元")).toEqual([
    "收支预算总体情况",
    "收入预算10万元",
  ]);
});
