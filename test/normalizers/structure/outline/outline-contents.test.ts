import { describe, expect, test } from "vitest";
import { contentsEntries } from "../../../../normalizers/structure/outline/outline.js";
import { drawn, made, paragraph, PROSE } from "../../../pipeline/draw-outline.js";

/** A line of a page, flagged where the source says that it is of the contents. */
const onPage = (page: number, text: string, contents?: true) =>
  paragraph(text, {
    at: { type: "page", page, box: [0, 0, 1, 1] },
    ...(contents === undefined ? {} : { contents }),
  });

describe("contents", () => {
  const CONTENTS = [
    "目 录",
    "第一部分 概况",
    "一、主要职能",
    "第二部分 说明",
    "一、收入情况",
    "二、支出情况",
  ];
  const CHAPTERS = [
    "第一部分 概况",
    "一、主要职能",
    PROSE,
    "第二部分 说明",
    "一、收入情况",
    PROSE,
    "二、支出情况",
    PROSE,
  ];

  test("they are not headings, and end where the first of them comes again", () => {
    expect(drawn(...CONTENTS, ...CHAPTERS)).toEqual(drawn(...CHAPTERS));
  });

  test("they end where the parts begin anew, however the first of them is called there", () => {
    const CALLED_OTHERWISE = ["第一部分 青石县水务局概况", ...CHAPTERS.slice(1)];
    expect(drawn("目录", "公开时间：2023年", ...CONTENTS.slice(1), ...CALLED_OTHERWISE)).toEqual(
      drawn(...CALLED_OTHERWISE),
    );
  });

  test("they end before the heading of the first prose, where no part is printed again", () => {
    const TEXT =
      "1、负责全县水利工作，拟订水利规划并组织实施，监督管理水库、河道和水利工程的安全运行。";
    expect(
      drawn("目录", ...CONTENTS.slice(1), "一、主要职能", TEXT, "二、机构设置", PROSE),
    ).toEqual(["1 一 主要职能", "1 二 机构设置"]);
  });

  test("they go on behind an entry whose number was misread, over the page too", () => {
    const printed = [
      onPage(1, "目录"),
      onPage(1, "第一部分 概况", true),
      onPage(1, "一、主要职能", true),
      onPage(1, "第二部分 二零三一年度青石县水务局部门预算安排说明", true),
      onPage(1, "丶二零三一年度青石县水务局收入预算安排情况说明"),
      onPage(2, "二、支出情况"),
      onPage(2, "第三部分 名词解释"),
      ...CHAPTERS.map((text) => onPage(3, text)),
    ];
    expect(drawn(...printed)).toEqual(drawn(...CHAPTERS));
  });

  test("contents that nothing announces are known by their emptiness", () => {
    expect(drawn(...CONTENTS.slice(1), ...CHAPTERS)).toEqual(drawn(...CHAPTERS));
  });

  test("their entries are given without numbers, leaders and pages", () => {
    expect(
      contentsEntries(
        made("目录", "一、主要职能......... 3", "1. 收支总表…………12", "正文从这里开始。"),
      ),
    ).toEqual(["主要职能", "收支总表"]);
  });

  test("a document without contents announces nothing", () => {
    expect(contentsEntries(made("一、职责", PROSE))).toEqual([]);
  });
});
