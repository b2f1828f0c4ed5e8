import { describe, expect, test } from "vitest";
import type { Paragraph } from "../../../../pipeline/model/document.js";
import { BODY, drawn, paragraph, PROSE, table, TITLE } from "../../../pipeline/draw-outline.js";

/** A line set as a title. */
const headed = (text: string): Paragraph => paragraph(text, { look: TITLE });

describe("chapters of one form", () => {
  const FORM = ["一、项目概述", PROSE, "二、立项依据", PROSE, "三、绩效目标", PROSE];
  const SECTIONS = ["2 一 项目概述", "2 二 立项依据", "2 三 绩效目标"];
  const MATTERS = ["一、政府采购情况", PROSE, "二、资产情况", PROSE];
  const TEXT = paragraph(PROSE.repeat(3), { look: BODY });
  const [FIRST, SECOND] = ["灯会活动专项经费", "小店扶持专项（政策资金）经费情况"];

  test("are told by the headings that come again below each, however they are set", () => {
    expect(drawn(FIRST, ...FORM, SECOND, ...FORM)).toEqual([
      `1 - ${FIRST}`,
      ...SECTIONS,
      `1 - ${SECOND}`,
      ...SECTIONS,
    ]);
  });

  test("stand beside numbered chapters before them", () => {
    expect(drawn(...MATTERS, FIRST, ...FORM, SECOND, ...FORM)).toEqual([
      "1 一 政府采购情况",
      "1 二 资产情况",
      `1 - ${FIRST}`,
      ...SECTIONS,
      `1 - ${SECOND}`,
      ...SECTIONS,
    ]);
  });

  test("do not count on from the chapter before them", () => {
    const blocks = [headed("其他相关情况说明"), ...MATTERS, headed(FIRST), ...FORM];
    expect(drawn(TEXT, ...blocks)).toEqual([
      "1 - 其他相关情况说明",
      "2 一 政府采购情况",
      "2 二 资产情况",
      `1 - ${FIRST}`,
      ...SECTIONS,
    ]);
  });

  test("may have a title of two lines", () => {
    const [upper, lower] = ["小店扶持专项（政策资金）", "经费情况说明"];
    const blocks = [headed("其他相关情况说明"), ...MATTERS, headed(upper), headed(lower), ...FORM];
    expect(drawn(TEXT, ...blocks)[3]).toBe(`1 - ${upper}${lower}`);
  });

  test("are not the title of the document, which stands before the chapters", () => {
    const blocks = [headed("青石县林业局情况"), ...MATTERS, headed("名词解释"), PROSE];
    expect(drawn(TEXT, ...blocks)).toEqual(["1 一 政府采购情况", "1 二 资产情况", "1 - 名词解释"]);
  });

  test("are not the last line of a text that stands over a list", () => {
    const list = ["一、守住山林", PROSE, "二、扶持苗圃", PROSE];
    expect(drawn(...MATTERS, "本年重点工作", ...list)).toEqual([
      "1 一 政府采购情况",
      "1 二 资产情况",
    ]);
  });
});

describe("a chapter that is called a table", () => {
  const CONTENTS = ["目录", "一、部门概况", "二、部门决算表", "三、名词解释"];
  const CHAPTERS = ["部门概况", PROSE, "部门决算表"];

  test("is one over the caption of its first table", () => {
    expect(drawn(...CONTENTS, ...CHAPTERS, "收入支出决算总表", table, "名词解释", PROSE)).toEqual([
      "1 - 部门概况",
      "1 - 部门决算表",
      "1 - 名词解释",
    ]);
  });

  test.each([["公开01表"], ["单位：万元"], ["2024年度"]])(
    "is a caption over a table and its corner: %s",
    (corner) => {
      expect(drawn(...CONTENTS, ...CHAPTERS, corner, table, "名词解释", PROSE)).toEqual([
        "1 - 部门概况",
        "1 - 名词解释",
      ]);
    },
  );
});
