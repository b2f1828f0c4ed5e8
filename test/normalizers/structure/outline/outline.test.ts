import { describe, expect, test } from "vitest";
import { sectionKind } from "../../../../normalizers/prose/sections.js";
import type { Paragraph } from "../../../../pipeline/model/document.js";
import { outline } from "../../../../normalizers/structure/outline/outline.js";
import {
  BODY,
  drawn,
  made,
  paragraph,
  PROSE,
  table,
  TITLE,
} from "../../../pipeline/draw-outline.js";

/** A line set as a title. */
const headed = (text: string): Paragraph => paragraph(text, { look: TITLE });

describe("headings are told from lists", () => {
  test("items that are sentences are a list", () => {
    expect(
      drawn(
        "一、部门职责",
        "（一）拟订全县规划。",
        "（二）管理全县水库；",
        "（三）完成其他任务。",
        "二、机构设置情况",
        PROSE,
      ),
    ).toEqual(["1 一 部门职责", "1 二 机构设置情况"]);
  });

  test("short clauses with text under each are headings, without it a list", () => {
    const [first, second] = ["（一）守住山林，管好水源", "（二）扶持苗圃，壮大产业"];
    expect(drawn("一、绩效信息", first, PROSE, second, PROSE)).toEqual([
      "1 一 绩效信息",
      "2 （一） 守住山林，管好水源",
      "2 （二） 扶持苗圃，壮大产业",
    ]);
    expect(drawn("一、绩效信息", first, second, PROSE)).toEqual(["1 一 绩效信息"]);
  });

  test("numbered lines that read like headings and open no section are told", () => {
    const lines = [
      "一、预算草案",
      PROSE,
      "二、重点工作",
      "一、青石开发区",
      PROSE,
      "二、东海开发区",
      PROSE,
    ];
    const { findings } = outline(made(...lines), sectionKind);
    expect(findings).toMatchObject([{ rule: "numbered_lines_left" }]);
  });

  test("short titles with text under them are headings, a closing colon dropped", () => {
    expect(
      drawn("一、绩效信息", "（一）总体绩效目标：", PROSE, "（二）、保障措施：", PROSE),
    ).toEqual(["1 一 绩效信息", "2 （一） 总体绩效目标", "2 （二） 保障措施"]);
  });

  test("a heading that is itself the sentence goes on with the chapters", () => {
    expect(
      drawn(
        "一、部门职责",
        PROSE,
        "二、名词解释",
        PROSE,
        "三、预算批复日期为2021年3月1日，文号青财〔2021〕5号。",
      ),
    ).toContain("1 三 预算批复日期为2021年3月1日，文号青财〔2021〕5号");
  });

  test("a list inside a chapter counted the same way is no chapter", () => {
    expect(
      drawn(
        "一、概况",
        PROSE,
        "二、项目",
        "一、项目概况",
        PROSE,
        "二、项目资金",
        PROSE,
        "三、资产情况",
        PROSE,
      ),
    ).toEqual(["1 一 概况", "1 二 项目", "1 三 资产情况"]);
  });

  test("glossary entries are none", () => {
    expect(drawn("一、名词解释", "（一）基本支出", PROSE, "（二）项目支出", PROSE)).toEqual([
      "1 一 名词解释",
    ]);
  });

  test("names with nothing between them are a list", () => {
    expect(
      drawn("一、机构设置", "（一）办公室", "（二）财务科", "（三）监察科", "二、职责", PROSE),
    ).toEqual(["1 一 机构设置", "1 二 职责"]);
  });

  test("names of tables are captions", () => {
    expect(
      drawn(
        "第一部分 部门预算表",
        "一、收支预算总表",
        table,
        "二、收入预算总表",
        table,
        "第二部分 名词解释",
        PROSE,
      ),
    ).toEqual(["1 第一部分 部门预算表", "1 第二部分 名词解释"]);
  });

  test("arabic numbers count where the title has a kind of its own", () => {
    expect(
      drawn("一、总体情况", "1、收入说明", PROSE, "2、办公设备", PROSE, "3、支出说明", PROSE),
    ).toEqual(["1 一 总体情况", "2 1 收入说明", "2 3 支出说明"]);
  });

  test("a list item that the source styles as a heading stays an item", () => {
    expect(
      drawn(
        "一、部门职责",
        "（一）拟订规划。",
        paragraph("（二）负责监督。", { outlineLevel: 1 }),
        "二、机构设置",
        PROSE,
      ),
    ).toEqual(["1 一 部门职责", "1 二 机构设置"]);
  });
});

describe("levels follow the nesting", () => {
  test("the same word stands at two levels", () => {
    expect(
      drawn(
        "第一部分 某局情况说明",
        "一、职责",
        PROSE,
        "二、绩效信息",
        "第一部分 整体绩效目标",
        "（一）总体目标",
        PROSE,
        "（二）分项目标",
        PROSE,
        "第二部分 项目绩效目标",
        PROSE,
        "三、资产情况",
        PROSE,
      ),
    ).toEqual([
      "1 第一部分 某局情况说明",
      "2 一 职责",
      "2 二 绩效信息",
      "3 第一部分 整体绩效目标",
      "4 （一） 总体目标",
      "4 （二） 分项目标",
      "3 第二部分 项目绩效目标",
      "2 三 资产情况",
    ]);
  });

  test("each part counts its chapters anew", () => {
    expect(
      drawn(
        "第一部分 概况",
        "一、职责",
        PROSE,
        "第二部分 说明",
        "一、收入情况",
        PROSE,
        "二、支出情况",
        PROSE,
      ),
    ).toEqual([
      "1 第一部分 概况",
      "2 一 职责",
      "1 第二部分 说明",
      "2 一 收入情况",
      "2 二 支出情况",
    ]);
  });

  test("a part stands at the top where the first one is not printed", () => {
    const CHAPTER = ["一、部门职责", PROSE, "（一）办公室情况", PROSE];
    expect(drawn(...CHAPTER, "第二部分 部门预算情况说明", PROSE).at(-1)).toBe(
      "1 第二部分 部门预算情况说明",
    );
  });

  test("arabic numbers that do not begin at one are a list", () => {
    expect(drawn("一、收支情况", PROSE, "2、支出按科目分类的情况", PROSE)).toEqual([
      "1 一 收支情况",
    ]);
  });

  test("a chapter that the contents name does not go on with a list inside it", () => {
    const LIST = ["一、守护河湖", PROSE, "二、保障供水", PROSE, "三、改善水质", PROSE];
    const CHAPTERS = ["一、主要职责", PROSE, "二、主要任务", PROSE];
    const CONTENTS = ["目录", "第一部分 概况", "一、主要职责", "二、主要任务", "第二部分 说明"];
    expect(
      drawn(...CONTENTS, "第一部分 概况", ...CHAPTERS, ...LIST, "第二部分 说明", PROSE),
    ).toEqual(["1 第一部分 概况", "2 一 主要职责", "2 二 主要任务", "1 第二部分 说明"]);
  });

  test("a number that was skipped does not end the run", () => {
    expect(drawn("一、职责", PROSE, "三、资产情况", PROSE)).toEqual(["1 一 职责", "1 三 资产情况"]);
  });

  test("numbers missing between chapters that the contents name end no run", () => {
    const FIRST = ["第1部分 说明", "一、收入情况", PROSE];
    const CONTENTS = ["目录", "第1部分 说明", "一、收入情况", "七、采购情况"];
    expect(drawn(...CONTENTS, ...FIRST, "七、采购情况", PROSE)).toEqual([
      "1 第1部分 说明",
      "2 一 收入情况",
      "2 七 采购情况",
    ]);
  });

  test("parents and blocks are given by number", () => {
    const { value } = outline(made("前言。", "第一部分 概况", "一、职责", PROSE), sectionKind);
    expect(value.map(({ parent_no: parent, block }) => [parent, block])).toEqual([
      [null, 1],
      [1, 2],
    ]);
  });
});

describe("headings in pieces and without numbers", () => {
  test("an ordinal apart from its title", () => {
    expect(drawn(" 第一部分", "部门概况", "一、职责", PROSE)).toEqual([
      "1 第一部分 部门概况",
      "2 一 职责",
    ]);
  });

  test("a part whose title goes on in the next line of the same look", () => {
    const blocks = [
      headed("第一部分某市某局决算情况"),
      headed("说明"),
      paragraph(PROSE, { look: BODY }),
    ];
    expect(drawn(...blocks)).toEqual(["1 第一部分 某市某局决算情况说明"]);
  });

  test("page titles without numbers, known by the contents", () => {
    expect(
      drawn(
        "目  录",
        "一、部门主要职能 ……………… 1",
        "二、名词解释 ……………… 2",
        "青河县水务局主要职能",
        PROSE,
        "名词解释",
        PROSE,
      ),
    ).toEqual(["1 - 青河县水务局主要职能", "1 - 名词解释"]);
  });

  test("lines without numbers under which the headings are counted anew", () => {
    expect(
      drawn(
        "青石县水务局—单位概况",
        "一、主要职能",
        PROSE,
        "二、机构设置",
        PROSE,
        "青石县水务局—预算情况说明",
        "一、收支情况说明",
        PROSE,
      ),
    ).toEqual([
      "1 - 青石县水务局—单位概况",
      "2 一 主要职能",
      "2 二 机构设置",
      "1 - 青石县水务局—预算情况说明",
      "2 一 收支情况说明",
    ]);
  });

  test("page titles without numbers, known by their look", () => {
    const body = paragraph(PROSE, { look: BODY });
    expect(drawn(headed("某局2025年部门预算公开说明"), body, headed("其他情况说明"), body)).toEqual(
      ["1 - 其他情况说明"],
    );
  });

  test("the second line of the document's title is none", () => {
    const title = paragraph("青石市市级一般公共预算", { look: TITLE });
    expect(
      drawn(title, paragraph("收入预算的说明", { look: TITLE }), paragraph(PROSE, { look: BODY })),
    ).toEqual([]);
  });

  test("the first form set in one line with its part", () => {
    expect(
      drawn("第一部分 概况", PROSE, "第二部分 青石县部门预算表一、收支预算总表", PROSE),
    ).toEqual(["1 第一部分 概况", "1 第二部分 青石县部门预算表"]);
  });

  test("the line right before a table is its caption", () => {
    expect(
      drawn(paragraph("机构设置情况", { look: TITLE }), table, paragraph(PROSE, { look: BODY })),
    ).toEqual([]);
  });
});
