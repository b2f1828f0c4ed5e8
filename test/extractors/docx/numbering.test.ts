import { describe, expect, test } from "vitest";
import { numeral } from "../../../extractors/docx/numerals.js";
import { p, readParagraphs, readTables, readTexts, tbl, tc, tr } from "./make-docx.js";

interface Level {
  readonly format?: string;
  readonly pattern: string;
  readonly start?: number;
  readonly more?: string;
}

function lvl({ format = "decimal", pattern, start = 1, more = "" }: Level, index: number): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
}

function abstractNum(id: number, levels: readonly Level[], more = ""): string {
  return `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(lvl).join("")}</w:abstractNum>`;
}

function num(id: number, abstract: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

function item(text: string, list: number, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

const suffix = (value: string) => `<w:suff w:val="${value}"/>`;
const on = (style: string, text: string) => p(text, `<w:pStyle w:val="${style}"/>`);

const CHINESE: readonly Level[] = [
  { format: "chineseCountingThousand", pattern: "%1、" },
  { format: "chineseCountingThousand", pattern: "（%2）" },
  { pattern: "%3.", more: '<w:suff w:val="nothing"/>' },
  { pattern: "%3.%4" },
];

describe("numerals", () => {
  test.each([
    [
      "chineseCountingThousand",
      [1, 10, 11, 20, 21, 100, 105, 110, 111, 1010, 1001],
      [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
        "一百",
        "一百零五",
        "一百一十",
        "一百一十一",
        "一千零一十",
        "一千零一",
      ],
    ],
    ["chineseCounting", [9, 12, 99, 101], ["九", "十二", "九十九", "一〇一"]],
    ["japaneseCounting", [3, 14], ["三", "十四"]],
    ["ideographDigital", [5, 10, 23], ["五", "一〇", "二三"]],
    ["chineseLegalSimplified", [1, 10, 15, 101], ["壹", "壹拾", "壹拾伍", "壹佰零壹"]],
    ["ideographTraditional", [1, 10, 11], ["甲", "癸", "11"]],
    ["ideographZodiac", [12], ["亥"]],
    ["decimalEnclosedCircle", [1, 20, 21, 36, 51], ["①", "⑳", "㉑", "㊱", "51"]],
    ["decimalEnclosedParen", [1, 20, 21], ["⑴", "⒇", "21"]],
    ["decimalEnclosedFullstop", [2], ["⒉"]],
    ["decimalFullWidth", [12], ["１２"]],
    ["decimalZero", [3, 12], ["03", "12"]],
    ["numberInDash", [2], ["- 2 -"]],
    ["upperRoman", [4, 9, 1994], ["IV", "IX", "MCMXCIV"]],
    ["lowerRoman", [3], ["iii"]],
    ["upperLetter", [1, 26, 27, 53], ["A", "Z", "AA", "AAA"]],
    ["lowerLetter", [2], ["b"]],
    ["ordinal", [1, 2, 3, 4, 11, 21], ["1st", "2nd", "3rd", "4th", "11th", "21st"]],
    ["none", [1], [""]],
    ["somethingNew", [7], ["7"]],
  ])("%s", (format, values, written) => {
    expect(values.map((value) => numeral(format, value))).toEqual(written);
  });
});

describe("automatic numbers", () => {
  const numbering = abstractNum(0, CHINESE) + num(1, 0);

  test("count by level, and deeper levels begin anew", async () => {
    const body = [
      item("职责", 1),
      item("收入", 1, 1),
      item("甲", 1, 2),
      item("乙", 1, 2),
      item("丙", 1, 3),
      item("支出", 1, 1),
      item("丁", 1, 2),
      item("绩效", 1),
      item("目标", 1, 1),
    ].join("");
    expect(await readTexts(body, { numbering })).toEqual([
      "一、职责",
      "（一）收入",
      "1.甲",
      "2.乙",
      "2.1 丙",
      "（二）支出",
      "1.丁",
      "二、绩效",
      "（一）目标",
    ]);
  });

  test("stand in a cell that holds nothing else", async () => {
    const rows = ["人员", "公用"].map((name) => tr([tc(item("", 1, 2)), tc(name)]));
    const [table] = await readTables(tbl(rows), { numbering });
    expect(table?.cells.map(({ text }) => text)).toEqual(["1.", "人员", "2.", "公用"]);
  });

  test("two lists of one definition count on; an override begins anew", async () => {
    const lists =
      numbering +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1);
    expect(await readTexts(body, { numbering: lists })).toEqual([
      "一、a",
      "二、b",
      "五、c",
      "六、d",
      "七、e",
    ]);
  });

  test("an override may give a level another form", async () => {
    const lists =
      numbering +
      num(2, 0, `<w:lvlOverride w:ilvl="0">${lvl({ pattern: "第%1部分 " }, 0)}</w:lvlOverride>`);
    expect(await readTexts(item("a", 1) + item("b", 2), { numbering: lists })).toEqual([
      "一、a",
      "第2部分 b",
    ]);
  });

  test("a level may keep counting, or restart only after a given one", async () => {
    const levels: Level[] = [
      { pattern: "%1" },
      { pattern: "%1.%2", more: '<w:lvlRestart w:val="0"/>' },
      { pattern: "%3)", more: '<w:lvlRestart w:val="1"/>' },
    ];
    const body = [
      item("a", 1),
      item("b", 1, 1),
      item("c", 1, 2),
      item("d", 1, 1),
      item("e", 1, 2),
      item("f", 1),
      item("g", 1, 1),
      item("h", 1, 2),
    ].join("");
    const lists = abstractNum(0, levels) + num(1, 0);
    expect(await readTexts(body, { numbering: lists })).toEqual([
      "1 a",
      "1.1 b",
      "1) c",
      "1.2 d",
      "2) e",
      "2 f",
      "2.3 g",
      "1) h",
    ]);
  });

  test("legal numbering writes higher levels in digits", async () => {
    const lists =
      abstractNum(0, [CHINESE[0] ?? { pattern: "" }, { pattern: "%1.%2", more: "<w:isLgl/>" }]) +
      num(1, 0);
    expect(await readTexts(item("a", 1) + item("b", 1, 1), { numbering: lists })).toEqual([
      "一、a",
      "1.1 b",
    ]);
  });

  test("a level used before a higher one shows that one's start", async () => {
    expect(await readTexts(item("a", 1, 3), { numbering })).toEqual(["1.1 a"]);
  });

  test("bullets are signs; those of symbol fonts become ones that can be read", async () => {
    const font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>';
    const levels: Level[] = [
      { format: "bullet", pattern: "\uf0f1" },
      { format: "bullet", pattern: "●" },
      { format: "bullet", pattern: "n", more: font },
    ];
    const body = item("a", 1) + item("b", 1, 1) + item("c", 1, 2);
    const lists = abstractNum(0, levels) + num(1, 0);
    expect(await readTexts(body, { numbering: lists })).toEqual(["• a", "● b", "■ c"]);
  });

  test("a blank parts number and text where no full-width sign does", async () => {
    const lists =
      abstractNum(0, [
        { pattern: "%1." },
        { pattern: "%2.", more: suffix("nothing") },
        { pattern: "%3、", more: suffix("space") },
      ]) + num(1, 0);
    const body = item("2023年", 1) + item("2023年", 1, 1) + item("2023年", 1, 2);
    expect(await readTexts(body, { numbering: lists })).toEqual([
      "1. 2023年",
      "1.2023年",
      "1、 2023年",
    ]);
  });

  test("deleted paragraphs are not counted", async () => {
    const deleted = p("", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>');
    expect(await readTexts(item("a", 1) + deleted + item("b", 1), { numbering })).toEqual([
      "一、a",
      "二、b",
    ]);
  });

  test.each([
    ["list 0 takes a paragraph out", 0],
    ["an unknown list numbers nothing", 99],
  ])("%s", async (_, list) => {
    expect(await readTexts(item("a", list), { numbering })).toEqual(["a"]);
  });
});

describe("numbers by style", () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="sub"><w:name w:val="sub"/><w:basedOn w:val="2"/></w:style>
    <w:style w:type="paragraph" w:styleId="off"><w:name w:val="off"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
    <w:style w:type="numbering" w:styleId="outline"><w:name w:val="outline"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
  const linked = CHINESE.map((level, index) => ({
    ...level,
    more: `<w:pStyle w:val="${index + 1}"/>`,
  }));

  test("the list knows the level of a style, also of one based on it", async () => {
    const body = on("1", "a") + on("2", "b") + on("sub", "c") + on("off", "d") + on("1", "e");
    const numbering = abstractNum(0, linked) + num(1, 0);
    const read = await readParagraphs(body, { styles, numbering });
    expect(read.map(({ text, outlineLevel }) => [text, outlineLevel])).toEqual([
      ["一、a", 1],
      ["（一）b", 2],
      ["（二）c", 2],
      ["d", 1],
      ["二、e", 1],
    ]);
  });

  test("a list may be defined by a numbering style elsewhere", async () => {
    const numbering =
      abstractNum(0, [], '<w:numStyleLink w:val="outline"/>') +
      abstractNum(1, CHINESE, '<w:styleLink w:val="outline"/>') +
      num(1, 0) +
      num(2, 1);
    expect(await readTexts(item("a", 1) + item("b", 2), { styles, numbering })).toEqual([
      "一、a",
      "二、b",
    ]);
  });
});
