import { describe, expect, test } from "vitest";
import { extract } from "../../../index.js";
import { html } from "../../../extractors/html/index.js";
import type { Block, Document } from "../../../pipeline/model/document.js";

const page = (body: string, head = ""): Buffer =>
  Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}`);

const read = async (body: string, head?: string): Promise<Document> =>
  (await html.extract(page(body, head))).value;

const rulesOf = async (body: string): Promise<readonly string[]> =>
  (await html.extract(page(body))).findings.map(({ rule }) => rule);

const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => (block.type === "paragraph" ? block.text : "table"));

/** Row, column, spans and text of each cell of the first table. */
const cellsOf = ({ blocks }: Document): readonly string[] => {
  const table = blocks.find((block) => block.type === "table");
  if (table?.type !== "table") return [];
  return table.cells.map(
    ({ row, column, rowSpan, columnSpan, text }) =>
      `${row}/${column} ${rowSpan}×${columnSpan} ${text}`,
  );
};

const PROSE = "二〇二四年部门预算编制说明，".repeat(30);

describe("the article of a page", () => {
  test("menus, feet and lists of links around it are left out, and listed", async () => {
    const menu = ["首页", "公开", "互动"].map((name) => `<li><a href="/${name}">${name}</a></li>`);
    const { blocks, ignored } = await read(
      `<div class="nav">栖云县</div><ul>${menu.join("")}</ul><div><p>${PROSE}</p><p>单位：万元</p></div><footer>版权</footer>`,
    );
    expect(textsOf(blocks)).toEqual([PROSE, "单位：万元"]);
    expect(ignored).toEqual([]);
  });

  test("a caption beside the part that holds the table stays with it", async () => {
    const { blocks } = await read(
      "<div>部门支出总表</div><div>单位：万元</div><div><table><tr><td>项目<td>金额<tr><td>合计<td>1.5</table></div>",
    );
    expect(textsOf(blocks)).toEqual(["部门支出总表", "单位：万元", "table"]);
  });

  test("a title that stands outside of the article comes first", async () => {
    const { blocks } = await read(
      `<div><h2>栖云县林业局预算</h2><div><p>${PROSE}</p></div></div>`,
      '<meta name="ArticleTitle" content="栖云县林业局预算">',
    );
    expect(textsOf(blocks)).toEqual(["栖云县林业局预算", PROSE]);
  });

  test("scripts, comments and what the page hides are no text", async () => {
    const { blocks, ignored } = await read(
      "<p>一</p><script>document.write('<p>二</p>')</script><!-- 三 --><p style='display:none'>四</p><noscript>五</noscript>",
    );
    expect(textsOf(blocks)).toEqual(["一", "五"].slice(0, 1));
    expect(ignored.map(({ text, reason }) => [text, reason])).toEqual([
      ["四", "hidden by the page"],
    ]);
  });

  test("text that is struck out is left out, and listed", async () => {
    const { blocks, ignored } = await read("<p>预算<s>12</s>15万元</p>");
    expect(textsOf(blocks)).toEqual(["预算15万元"]);
    expect(ignored.map(({ text }) => text)).toEqual(["12"]);
  });

  test("a raised digit is no digit of the number before it", async () => {
    expect(textsOf((await read("<p>12.5<sup>1</sup></p>")).blocks)).toEqual(["12.5¹"]);
  });

  test("a numbered list prints its numbers", async () => {
    const { blocks } = await read("<ol start=3><li>甲<li>乙</ol>");
    expect(textsOf(blocks)).toEqual(["3. 甲", "4. 乙"]);
  });

  test("the lines of a paragraph are paragraphs", async () => {
    expect(textsOf((await read("<p>部门支出总表<br>单位：万元</p>")).blocks)).toEqual([
      "部门支出总表",
      "单位：万元",
    ]);
  });
});

describe("tables of a page", () => {
  test("cells span rows and columns", async () => {
    const document = await read(
      "<table><tr><th rowspan=2>科目<th colspan=2>支出<tr><th>基本<th>项目<tr><td>合计<td>1<td>2</table>",
    );
    expect(cellsOf(document)).toEqual([
      "0/0 2×1 科目",
      "0/1 1×2 支出",
      "1/1 1×1 基本",
      "1/2 1×1 项目",
      "2/0 1×1 合计",
      "2/1 1×1 1",
      "2/2 1×1 2",
    ]);
  });

  test.each([
    ["a span that is too wide", "<tr><td colspan=99999>部门支出总表<tr><td>项目<td>1.5", 2],
    ["a span of nothing", "<tr><td colspan=0>项目<td>1.5<tr><td>合计<td>2", 2],
    ["a span that is no number", "<tr><td colspan=x>项目<td>1.5<tr><td>合计<td>2", 2],
  ])("%s hurts nothing", async (_, rows, columnCount) => {
    const { blocks } = await read(`<table>${rows}</table>`);
    expect(blocks[0]).toMatchObject({ type: "table", columnCount });
  });

  test("a span over rows ends with its group", async () => {
    const document = await read(
      "<table><thead><tr><td rowspan=99999>科目<td>金额<tbody><tr><td>合计<td>1</table>",
    );
    expect(cellsOf(document).slice(2)).toEqual(["1/0 1×1 合计", "1/1 1×1 1"]);
  });

  test("a foot that is written first is printed last", async () => {
    const document = await read(
      "<table><tfoot><tr><td>合计<td>3</tfoot><tbody><tr><td>甲<td>1<tr><td>乙<td>2</table>",
    );
    expect(cellsOf(document).slice(-2)).toEqual(["2/0 1×1 合计", "2/1 1×1 3"]);
  });

  test("a table that lays out the page is read through", async () => {
    const { blocks } = await read(
      "<table><tr><td>栏目</td><td><p>部门支出总表</p><table><tr><td>项目<td>金额<tr><td>合计<td>1.5</table></td></tr></table>",
    );
    expect(textsOf(blocks)).toEqual(["栏目", "部门支出总表", "table"]);
  });

  test("the lines of a cell stay in it, a blank cell is a cell", async () => {
    const document = await read("<table><tr><td>一<br>二<td>&nbsp;<tr><td><p>三<p>四<td>5</table>");
    expect(cellsOf(document)).toEqual([
      "0/0 1×1 一\n二",
      "0/1 1×1 ",
      "1/0 1×1 三\n四",
      "1/1 1×1 5",
    ]);
  });

  test("a row that the page hides is left out, and listed", async () => {
    const document = await read(
      "<table><tr><td>甲<td>1<tr style='display: none'><td>旧<td>9<tr><td>乙<td>2</table>",
    );
    expect(cellsOf(document).map((cell) => cell.slice(-1))).toEqual(["甲", "1", "乙", "2"]);
    expect(document.ignored.map(({ text }) => text)).toEqual(["旧", "9"]);
  });
});

describe("what a page leads to and shows", () => {
  test("files are listed with their names and whole addresses", async () => {
    const { files } = await read(
      "<a href='../p/1.docx'>附件1</a><a href='/x?f=a.pdf'>说明</a><a href='/lm/'>栏目</a><a href='javascript:open(1.pdf)'>关</a>",
      "<base href='http://www.qy.gov.cn/a/b.html'>",
    );
    expect(files).toEqual([
      { name: "附件1", address: "http://www.qy.gov.cn/p/1.docx" },
      { name: "说明", address: "http://www.qy.gov.cn/x?f=a.pdf" },
    ]);
  });

  test("the files are in the dataset", async () => {
    const { files } = await extract(page("<p>2024年部门预算公开</p><a href='1.docx'>附件1</a>"));
    expect(files).toEqual([{ name: "附件1", address: "1.docx" }]);
  });

  test.each([
    [
      "a page of links alone says so",
      "<p>预算公开</p><a href='1.pdf'>附件1</a>",
      "page_only_links",
    ],
    [
      "a page that scripts fill says so",
      "<div id=app></div><script src=a.js></script>",
      "page_text_missing",
    ],
    [
      "pictures that are not in the file are told",
      "<p>一</p><img src='a/1.png' width=750>",
      "page_picture_not_read",
    ],
    [
      "a table as running lines is told",
      `<p>科目<p>合计${"<p>行政运行<p>1.50<p>2.50".repeat(8)}`,
      "table_flattened",
    ],
  ])("%s", async (_, body, rule) => {
    expect(await rulesOf(body)).toContain(rule);
  });

  test.each([
    ["small ones", "<img src=a.png width=16 height=16>"],
    ["signs before links to files", "<img src='a/8f3.gif'> <a href='1.pdf'>附件</a>"],
    ["pictures that are links", "<a href='/'><img src=banner.jpg></a>"],
  ])("%s are no tables", async (_, body) => {
    expect(await rulesOf(`<p>${PROSE}</p>${body}`)).not.toContain("page_picture_not_read");
  });
});

describe("which bytes are a page", () => {
  test.each([
    ["a fragment", "<table><tr><td>项目</td></tr></table>", true],
    ["XHTML", '<?xml version="1.0"?><!DOCTYPE html><html><body>预算</body></html>', true],
    ["a page under a template", '<%@ page %>\n<!DOCTYPE html><html lang="zh"><body>预算', true],
    ["a workbook in XML", '<?xml version="1.0"?><?mso-application?><Workbook><head>', false],
    ["text with a table in it", "部门支出总表\n<table><tr><td>项目</td></tr></table>", false],
  ])("%s", (_, source, accepted) => {
    expect(html.accepts(Buffer.from(source))).toBe(accepted);
  });

  test("a page saved with its parts is read", async () => {
    const saved = [
      "MIME-Version: 1.0",
      'Content-Type: multipart/related;\r\n boundary="cut"',
      "",
      "--cut",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "<html><body><p>=E9=A2=84=\r\n=E7=AE=97</p>",
      "--cut--",
      "",
    ].join("\r\n");
    expect(html.accepts(Buffer.from(saved))).toBe(true);
    expect(textsOf((await html.extract(Buffer.from(saved))).value.blocks)).toEqual(["预算"]);
  });

  test("declared as gb2312, written as GB 18030", async () => {
    // 預 and 〇 are in GBK alone.
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
      Buffer.from("d4a4cbe3a3bab2bfc3c5d6a7b3f6a996", "hex"),
      Buffer.from("</p>"),
    ]);
    expect(textsOf((await html.extract(bytes)).value.blocks)).toEqual(["预算：部门支出〇"]);
  });
});
