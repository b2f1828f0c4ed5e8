import { describe, expect, test } from "vitest";
import { p, para, r, read, readParagraphs, readTexts } from "./make-docx.js";

const STYLES = `
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia" w:ascii="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="章标题"/><w:basedOn w:val="1"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/></w:style>
  <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="loop"/><w:basedOn w:val="loop"/></w:style>
  <w:style w:type="character" w:styleId="secret"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="table" w:default="1" w:styleId="t"><w:name w:val="Normal Table"/><w:rPr><w:sz w:val="99"/></w:rPr></w:style>`;
const THEME = `<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements>`;
const on = (style: string) => `<w:pStyle w:val="${style}"/>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const control = (gallery: string, inside: string) =>
  `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="${gallery}"/></w:docPartObj></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
const sign = (font: string, char: string) =>
  `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const turn = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

describe("outline levels", () => {
  test.each([
    ["an outline level of the paragraph itself", '<w:outlineLvl w:val="1"/>', 2],
    ["a heading style", on("1"), 1],
    ["a style based on a heading style", on("mine"), 1],
    ["a built-in heading style that states no level", on("3"), 3],
    ["body text that overrides its style", `${on("1")}<w:outlineLvl w:val="9"/>`, undefined],
    ["an unknown style", on("nowhere"), undefined],
    ["a style based on itself", on("loop"), undefined],
    ["no style", "", undefined],
  ])("%s", async (_, properties, level) => {
    const [paragraph] = await readParagraphs(p("一、收入说明", properties), { styles: STYLES });
    expect(paragraph?.outlineLevel).toBe(level);
  });

  test("a heading parted by a line break or a page break stays one", async () => {
    const body = para(
      `<w:r><w:br w:type="page"/><w:t>第一部分</w:t><w:br/><w:t>概况</w:t></w:r>`,
      '<w:outlineLvl w:val="0"/>',
    );
    expect(await readTexts(body)).toEqual(["第一部分 概况"]);
  });
});

describe("look", () => {
  test("comes from the run, the style, the defaults and the theme", async () => {
    const body =
      p("标题", on("mine")) +
      para(r("短", '<w:sz w:val="44"/>') + r("长得多的正文", '<w:rFonts w:eastAsia="仿宋"/>'));
    const looks = (await readParagraphs(body, { styles: STYLES, theme: THEME })).map((b) => b.look);
    expect(looks).toEqual([
      { size: 16, bold: true, centred: true, font: "等线" },
      { size: 10.5, bold: false, centred: false, font: "仿宋" },
    ]);
  });

  test("needs no styles at all", async () => {
    const [paragraph] = await readParagraphs(p("正文"));
    expect(paragraph?.look).toEqual({ size: 10, bold: false, centred: false, font: "" });
  });
});

describe("text", () => {
  test.each([
    ["tabs", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", ["a\tb\tc"]],
    [
      "line breaks part paragraphs",
      "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>",
      ["a", "b", "c"],
    ],
    [
      "a line that ends in a comma goes on",
      "<w:r><w:t>收入，</w:t><w:br/><w:t>支出。</w:t><w:br/><w:t>完</w:t></w:r>",
      ["收入，支出。", "完"],
    ],
    ["hyphens", "<w:r><w:noBreakHyphen/><w:t>12</w:t><w:softHyphen/><w:t>3</w:t></w:r>", ["-123"]],
    [
      "blanks at the ends are the file's own",
      "<w:r><w:t>\n 收入 支出 \n</w:t></w:r>",
      ["收入 支出"],
    ],
    ["entities", "<w:r><w:t>&lt;5&#x5143;&amp;</w:t></w:r>", ["<5元&"]],
    [
      "phonetic guides",
      "<w:r><w:ruby><w:rt><w:r><w:t>yu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>预</w:t></w:r></w:rubyBase></w:ruby></w:r>",
      ["预"],
    ],
    ["formulas", "<m:oMath><m:r><m:t>≥5</m:t></m:r></m:oMath>", ["≥5"]],
    [
      "runs in links, smart tags and content controls",
      `<w:hyperlink>${r("甲")}</w:hyperlink><w:smartTag>${r("乙")}</w:smartTag><w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${r("丙")}</w:sdtContent></w:sdt>`,
      ["甲乙丙"],
    ],
    [
      "bookmarks",
      `<w:bookmarkStart w:id="1" w:name="_Toc1"/>${r("甲")}<w:bookmarkEnd w:id="1"/>`,
      ["甲"],
    ],
    [
      "former properties",
      `<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>`,
      ["甲"],
    ],
    [
      "hidden text",
      r("甲", "<w:vanish/>") +
        r("乙", '<w:vanish w:val="0"/>') +
        r("丙", '<w:rStyle w:val="secret"/>'),
      ["乙"],
    ],
  ])("%s", async (_, content, expected) => {
    expect(await readTexts(para(content), { styles: STYLES })).toEqual(expected);
  });

  test("empty paragraphs are no blocks, but count", async () => {
    const paragraphs = await readParagraphs(p("甲") + p("") + p("  ") + p("乙"));
    expect(paragraphs.map(({ at }) => at)).toEqual([
      { type: "flow", path: "paragraph 1" },
      { type: "flow", path: "paragraph 4" },
    ]);
  });

  test("signs of symbol fonts become Unicode; unknown ones are told", async () => {
    const body = para(
      sign("Symbol", "F0B3") +
        sign("Wingdings", "F0FE") +
        sign("Wingdings", "F001") +
        r("\uf0a3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
    );
    const { value, findings } = await read(body);
    expect(value.blocks).toMatchObject([{ text: "≥☑\ufffd≤" }]);
    expect(findings).toMatchObject([{ rule: "symbol_unknown", severity: "warning" }]);
  });

  test.each(["F0FFFF", "FFFFFFFFFF", "D800", "-1", "1", "", "甲"])(
    "a sign of the impossible code %j is � and told",
    async (code) => {
      const { value, findings } = await read(para(r("甲") + sign("宋体", code)));
      expect(value.blocks).toMatchObject([{ text: "甲\ufffd" }]);
      expect(findings).toMatchObject([{ rule: "symbol_unknown", severity: "warning" }]);
    },
  );
});

describe("fields", () => {
  test.each([
    [
      "results stay, instructions go",
      turn("begin") + instruction("PAGE") + r("x") + turn("separate") + r("7") + turn("end"),
      ["7"],
    ],
    [
      "a field without result",
      turn("begin") + instruction('TC "收入" \\f A \\l 1') + turn("end") + r("后"),
      ["后"],
    ],
    [
      "a field inside an instruction",
      turn("begin") +
        instruction("IF ") +
        turn("begin") +
        instruction("X") +
        turn("separate") +
        r("no") +
        turn("end") +
        turn("separate") +
        r("yes") +
        turn("end"),
      ["yes"],
    ],
    ["simple fields", `<w:fldSimple w:instr="DATE">${r("2023")}</w:fldSimple>`, ["2023"]],
    ["a stray end", turn("end") + r("后"), ["后"]],
  ])("%s", async (_, content, expected) => {
    expect(await readTexts(para(content))).toEqual(expected);
  });

  test("an instruction without end hides no other paragraph", async () => {
    expect(await readTexts(para(turn("begin") + instruction("TOC")) + p("正文"))).toEqual(["正文"]);
  });
});

describe("tables of contents", () => {
  test("are known by their field, over paragraphs", async () => {
    const body =
      para(turn("begin") + instruction(" TOC \\o ") + turn("separate") + r("一、收入\t3")) +
      p("二、支出\t4") +
      para(turn("end")) +
      p("正文");
    expect((await readParagraphs(body)).map((b) => b.contents)).toEqual([true, true, undefined]);
  });

  test("that never end say nothing", async () => {
    const body =
      para(turn("begin") + instruction(" TOC ") + turn("separate") + r("一、收入\t3")) + p("正文");
    expect((await readParagraphs(body)).map((b) => b.contents)).toEqual([undefined, undefined]);
  });

  test("are known by their styles and by their content control", async () => {
    const body =
      p("一、收入\t3", on("TOC1")) +
      control("Table of Contents", p("目录")) +
      control("Cover Pages", p("封面")) +
      p("正文");
    const paragraphs = await readParagraphs(body, { styles: STYLES });
    expect(paragraphs.map((b) => [b.text, b.contents])).toEqual([
      ["一、收入\t3", true],
      ["目录", true],
      ["封面", undefined],
      ["正文", undefined],
    ]);
  });
});

describe("tracked changes", () => {
  const deletedEnd = "<w:rPr><w:del/></w:rPr>";

  test("are read as accepted, and told", async () => {
    const body = para(
      r("预算") +
        `<w:ins>${r("二")}</w:ins><w:del><w:r><w:delText>一</w:delText></w:r></w:del>` +
        `<w:moveFrom>${r("三")}</w:moveFrom><w:moveTo>${r("四")}</w:moveTo>`,
    );
    const { value, findings } = await read(body);
    expect(value.blocks).toMatchObject([{ text: "预算二四" }]);
    expect(findings).toMatchObject([{ rule: "tracked_changes_accepted", severity: "info" }]);
  });

  test("a deleted end of paragraph joins it with the next, whose properties hold", async () => {
    const body =
      p("甲", deletedEnd) + p("", deletedEnd) + p("乙", '<w:outlineLvl w:val="0"/>') + p("丙");
    const paragraphs = await readParagraphs(body);
    expect(paragraphs.map((b) => [b.text, b.outlineLevel])).toEqual([
      ["甲乙", 1],
      ["丙", undefined],
    ]);
  });

  test("a deleted end before a table or at the end loses nothing", async () => {
    const table = `<w:tbl><w:tr><w:tc>${p("格", deletedEnd)}</w:tc></w:tr></w:tbl>`;
    const { value } = await read(p("甲", deletedEnd) + table + p("乙", deletedEnd));
    expect(value.blocks).toMatchObject([
      { text: "甲" },
      { cells: [{ text: "格" }] },
      { text: "乙" },
    ]);
  });

  test("a hidden end of paragraph joins too, unless it parts a heading from its text", async () => {
    const hidden = "<w:rPr><w:vanish/></w:rPr>";
    const separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    expect(await readTexts(p("甲", hidden) + p("乙"))).toEqual(["甲乙"]);
    expect(await readTexts(p("甲", separator) + p("乙"))).toEqual(["甲", "乙"]);
  });
});
