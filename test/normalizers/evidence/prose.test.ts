import { describe, expect, test } from "vitest";
import {
  direction,
  isChange,
  mentions,
  paragraphs,
  sentences,
} from "../../../normalizers/evidence/prose.js";
import { prose, reading, section } from "../checks/make-reading.js";

const where = { section_no: 1, page: 2 };
const amounts = (text: string) => mentions({ text, where });

describe("the amounts of a sentence", () => {
  test.each([
    ["支出9.50万元", ["95000"], "1000"],
    ["支出1,234.50元", ["1234.5"], "0.1"],
    ["支出2亿元", ["200000000"], "100000000"],
    ["支出3百元", ["300"], "100"],
    ["支出3千元", ["3000"], "1000"],
    ["支出3百万元", ["3000000"], "1000000"],
    ["支出3千万元", ["30000000"], "10000000"],
    ["支出，9.00万元", ["90000"], "1000"],
    ["支出,9.00万元", ["90000"], "1000"],
  ])("%s", (text, yuan, tenth) => {
    const found = amounts(text);
    expect(found.map((one) => one.yuan.toFixed())).toEqual(yuan);
    expect(found.map((one) => one.step.lte(tenth))).toEqual([true]);
  });

  test.each(["支出9.50万", "标准50元/人", "编号1.2.3元", "共9人"])("are none in %s", (text) => {
    expect(amounts(text)).toEqual([]);
  });

  test("have a place, and the words from the amount before", () => {
    expect(amounts("收入12.00万元，支出3.5元。")).toMatchObject([
      { start: 2, end: 9, before: "收入", name: "收入", unit: "万元", where },
      { start: 12, end: 16, before: "，支出", name: "支出", unit: "元", where },
    ]);
  });

  test.each([
    ["其中：基本支出预算为", "基本支出预算"],
    ["支出共计", "支出"],
    ["支出合计为", "支出"],
    ["支出总计是", "支出"],
    ["支出约为", "支出"],
    ["预计安排支出共", "预计安排支出"],
    ["支出预计", "支出"],
    ["支出安排为", "支出"],
    ["支出约", "支出"],
    ["合计", "合计"],
    ["教育支出（类）", "教育支出"],
    ["教育支出(类)为", "教育支出"],
    ["本年收、支总计", "本年收、支"],
    ["货物、服务", "服务"],
    ["支出；收入：", "收入"],
    ["", ""],
  ])("are called by the words before them: %s is %s", (before, name) => {
    expect(amounts(`${before}9.00万元`)).toMatchObject([{ name }]);
  });

  test.each([
    ["增加", 1],
    ["减少", -1],
    ["增长了", 1],
    ["下降了", -1],
    ["增加额为", 1],
    ["减少额约", -1],
    ["减支", -1],
    ["增支", 1],
    ["上年多", 1],
    ["上年少", -1],
    ["降低", -1],
    ["上升约", 1],
    ["比上年增", 1],
    ["比上年减", -1],
  ])("are changes after %s", (words, sign) => {
    const [one] = amounts(`支出${words}9.00万元`);
    expect(one === undefined ? null : [isChange(one), direction(one)]).toEqual([true, sign]);
  });

  test.each(["增加的支出", "减少后", "增加了约为"])("are levels after %s", (words) => {
    const [one] = amounts(`${words}9.00万元`);
    expect(one === undefined ? null : isChange(one)).toBe(false);
  });
});

const lengths = (text: string) =>
  paragraphs(reading({ document: prose([text]) })).map((one) => one.text.length);

describe("the prose of a document", () => {
  test("knows its section and leaves tables of contents out", () => {
    const { blocks } = prose(["目录", "概况", "支出９元", "其他"]);
    const document = {
      blocks: blocks.map((one, index) =>
        one.type === "paragraph" && index === 0 ? { ...one, contents: true } : one,
      ),
      pages: [],
      ignored: [],
    };
    const sections = [section({ section_no: 1, block: 2 }), section({ section_no: 2, block: 3 })];
    expect(paragraphs(reading({ document, sections }))).toEqual([
      { text: "概况", where: { section_no: null, page: null } },
      { text: "支出9元", where: { section_no: 1, page: null } },
      { text: "其他", where: { section_no: 2, page: null } },
    ]);
  });

  test.each([
    ["of 10,000 signs is one piece", "甲".repeat(10_000), [10_000]],
    ["of more is two", "甲".repeat(10_001), [10_000, 1]],
    ["is parted after a full stop", `${"甲".repeat(9000)}。${"乙".repeat(5000)}`, [9001, 5000]],
    ["is read up to 20 pieces", "甲".repeat(200_001), Array.from({ length: 20 }, () => 10_000)],
  ])("%s", (_, text, expected) => {
    expect(lengths(text)).toEqual(expected);
  });

  test("is parted into sentences, their full stops kept", () => {
    expect(sentences({ text: "收入9元。支出8元。其他", where }).map(({ text }) => text)).toEqual([
      "收入9元。",
      "支出8元。",
      "其他",
    ]);
  });
});
