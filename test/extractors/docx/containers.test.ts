import { describe, expect, test } from "vitest";
import { p, para, r, read, readTexts, sketch, tbl, tc, tr } from "./make-docx.js";

const box = (content: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const oldBox = (content: string) =>
  `<w:r><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></w:r>`;

async function outline(body: string): Promise<unknown[]> {
  const { value } = await read(body);
  return value.blocks.map((block) => [
    block.at.type === "flow" ? block.at.path : "",
    block.type === "table" ? sketch(block) : block.text,
  ]);
}

describe("text boxes", () => {
  test("follow the paragraph that holds them, once", async () => {
    const body = para(r("甲") + box(p("乙") + tbl([tr([tc("丙")])])) + r("丁")) + p("戊");
    expect(await outline(body)).toEqual([
      ["paragraph 1", "甲丁"],
      ["paragraph 1 / text box 1 / paragraph 1", "乙"],
      ["paragraph 1 / text box 1 / table 1", ["0,0 丙"]],
      ["paragraph 2", "戊"],
    ]);
  });

  test("in the old form, several in a paragraph, one in another", async () => {
    const body = para(oldBox(p("甲")) + oldBox(para(r("乙") + oldBox(p("丙")))));
    expect(await outline(body)).toEqual([
      ["paragraph 1 / text box 1 / paragraph 1", "甲"],
      ["paragraph 1 / text box 2 / paragraph 1", "乙"],
      ["paragraph 1 / text box 2 / paragraph 1 / text box 1 / paragraph 1", "丙"],
    ]);
  });

  test("in a cell follow the table", async () => {
    expect(await outline(tbl([tr([tc(para(r("甲") + box(p("乙"))))])]))).toEqual([
      ["table 1", ["0,0 甲"]],
      ["table 1 / row 1 / cell 1 / paragraph 1 / text box 1 / paragraph 1", "乙"],
    ]);
  });

  test("a fallback counts where there is nothing else, and only the first choice does", async () => {
    const only = `<mc:AlternateContent><mc:Fallback>${r("甲")}</mc:Fallback></mc:AlternateContent>`;
    const two = `<mc:AlternateContent><mc:Choice>${r("乙")}</mc:Choice><mc:Choice>${r("丙")}</mc:Choice></mc:AlternateContent>`;
    expect(await readTexts(para(only + two))).toEqual(["甲乙"]);
  });

  test("WordArt is text", async () => {
    const art =
      '<w:r><w:pict><v:shape><v:textpath on="t" string="部门预算"/></v:shape></w:pict></w:r>';
    expect(await outline(para(art))).toEqual([["paragraph 1 / text box 1", "部门预算"]]);
  });
});

describe("notes", () => {
  const footnotes =
    `<w:footnote w:type="separator" w:id="-1">${p("—")}</w:footnote>` +
    `<w:footnote w:id="1">${p("一注")}</w:footnote><w:footnote w:id="2">${p("二注")}${p("又")}</w:footnote><w:footnote w:id="3">${p("无人提及")}</w:footnote>`;

  test("follow the body in the order of their references; the mark is not text", async () => {
    const body =
      para(r("甲") + reference("footnote", 2)) +
      para(r("乙") + reference("endnote", 1) + reference("footnote", 1));
    const { value } = await read(body, {
      footnotes,
      endnotes: `<w:endnote w:id="1">${p("尾注")}</w:endnote>`,
    });
    expect(
      value.blocks.map((b) => [
        b.at.type === "flow" && b.at.path,
        b.type === "paragraph" && b.text,
      ]),
    ).toEqual([
      ["paragraph 1", "甲"],
      ["paragraph 2", "乙"],
      ["footnote 1 / paragraph 1", "二注"],
      ["footnote 1 / paragraph 2", "又"],
      ["footnote 2 / paragraph 1", "一注"],
      ["endnote 1 / paragraph 1", "尾注"],
    ]);
  });
});

describe("headers and footers", () => {
  test("are ignored with their reason, once each", async () => {
    const section =
      '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>';
    const body = para(r("甲"), section) + p("乙") + section;
    const { value } = await read(body, {
      header: tbl([tr([tc("机密"), tc("")])]),
      footer: p("第1页"),
    });
    expect(value.blocks).toHaveLength(2);
    expect(value.ignored).toEqual([
      {
        text: "机密",
        reason: "header",
        at: { type: "flow", path: "header 1 / table 1 / row 1 / cell 1" },
      },
      { text: "第1页", reason: "footer", at: { type: "flow", path: "footer 1 / paragraph 1" } },
    ]);
  });
});

describe("what is not read is told", () => {
  test.each([
    ["imported parts", '<w:altChunk r:id="x"/>', "embedded_part_not_read"],
    [
      "embedded sheets",
      para('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
      "embedded_object_not_read",
    ],
    [
      "pictures",
      para('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'),
      "picture_not_read",
    ],
    [
      "a picture as large as a table",
      para(
        '<w:r><w:drawing><wp:extent cx="5700000" cy="2400000"/><a:blip r:embed="x"/></w:drawing></w:r>',
      ),
      "picture_not_read",
    ],
    [
      "a logo",
      para(
        '<w:r><w:drawing><wp:extent cx="898525" cy="258445"/><a:blip r:embed="x"/></w:drawing></w:r>',
      ),
      "small_picture_not_read",
    ],
  ])("%s", async (_, body, rule) => {
    const { findings } = await read(p("甲") + body);
    expect(findings.map((each) => each.rule)).toEqual([rule]);
  });

  test("nothing else is", async () => {
    expect((await read(p("甲"))).findings).toEqual([]);
  });
});
