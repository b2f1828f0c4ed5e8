import { describe, expect, test } from "vitest";
import { text } from "../../extractors/text/index.js";
import type { Block } from "../../pipeline/model/document.js";

const read = async (source: string): Promise<readonly Block[]> =>
  (await text.extract(Buffer.from(source))).value.blocks;

const rowsOf = (block: Block | undefined): readonly (readonly string[])[] => {
  if (block?.type !== "table") return [];
  return Array.from({ length: block.rowCount }, (_, row) =>
    block.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );
};

describe("tables in Tika's conventions", () => {
  test("a cell is a line that starts with a tab, a blank line ends the row, a second one the table", async () => {
    const blocks = await read("机构设置表\n\t名称\n\t性质\n\n\t甲局\n\t行政\n\n\n正文。\n");
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "table", "paragraph"]);
    expect(rowsOf(blocks[1])).toEqual([
      ["名称", "性质"],
      ["甲局", "行政"],
    ]);
  });

  test("a cell goes on over untabbed lines", async () => {
    const blocks = await read("\t目标\n\t1、甲\n2、乙\n\n\t项目\n\t丙\n\n\n");
    expect(rowsOf(blocks[0])).toEqual([
      ["目标", "1、甲\n2、乙"],
      ["项目", "丙"],
    ]);
  });

  test("a cell of a short row may hold a blank line", async () => {
    const blocks = await read("\t一\n\t二\n\t三\n\n\t甲\n\t乙\n\n还是乙\n\t丙\n\n\n");
    expect(rowsOf(blocks[0])).toEqual([
      ["一", "二", "三"],
      ["甲", "乙\n\n还是乙", "丙"],
    ]);
  });

  test("blank cells are cells, short rows stay short", async () => {
    const [table] = await read("\t收入\n\t支出\n\n\t\n\t项目\n\t金额\n\n\n");
    expect(rowsOf(table)).toEqual([
      ["收入", "支出"],
      ["", "项目", "金额"],
    ]);
    expect(table).toMatchObject({ type: "table", columnCount: 3 });
  });

  test("each cell knows its line", async () => {
    const [table] = await read("\t名称\n\n\t甲局\n\n\n");
    expect(table).toMatchObject({
      cells: [{ at: { type: "line", line: 1 } }, { at: { type: "line", line: 3 } }],
    });
  });
});

describe("field noise", () => {
  test.each([
    ["a bookmark", "[bookmark: _Toc123]一、部门职责", "一、部门职责"],
    ["a TC field", "一、总体目标 TC 总体目标 \\f A \\l 1 ", "一、总体目标"],
    ["a link of a contents line", ' HYPERLINK \\l "_Toc1" 一、职责', " 一、职责"],
  ])("%s is removed", async (_, source, expected) => {
    const [block] = await read(source);
    expect(block?.type === "paragraph" && block.text.trimEnd()).toBe(expected.trimEnd());
  });

  test("a lone page number is no content and is listed", async () => {
    const { value } = await text.extract(Buffer.from("正文\n - 12 - \n"));
    expect(value.blocks).toHaveLength(1);
    expect(value.ignored).toEqual([
      { text: " - 12 - ", reason: "page number", at: { type: "line", line: 2 } },
    ]);
  });
});

describe("charsets", () => {
  const GB = Uint8Array.from([0xd4, 0xa4, 0xcb, 0xe3]);
  test.each([
    ["UTF-8", Buffer.from("预算")],
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFF预算")],
    ["UTF-16 with a byte order mark", Buffer.from("\uFEFF预算", "utf16le")],
    ["GB 18030", GB],
  ])("%s is read", async (_, bytes) => {
    expect(text.accepts(bytes)).toBe(true);
    const { value } = await text.extract(bytes);
    expect(value.blocks.map((block) => block.type === "paragraph" && block.text)).toEqual(["预算"]);
  });

  test.each([
    ["binary", Uint8Array.from([1, 2, 0, 3])],
    ["a web page", Buffer.from("<!DOCTYPE html><p>预算</p>")],
    ["RTF", Buffer.from("{\\rtf1 x}")],
  ])("%s is not text", (_, bytes) => {
    expect(text.accepts(bytes)).toBe(false);
  });

  test.each([
    ["UTF-8", Buffer.from("职责\n预算").subarray(0, -1)],
    ["UTF-16", Buffer.from("\uFEFF职责\n预算", "utf16le").subarray(0, -1)],
    ["GB 18030", Uint8Array.from([0xd4, 0xa4, 0xcb, 0xe3, 0xcb, 0xe3, 0x0a, 0xcb])],
  ])("%s cut within its last character is read up to it and reported", async (_, bytes) => {
    const { findings } = await text.extract(bytes);
    expect(findings).toMatchObject([{ rule: "text_cut_short", severity: "error" }]);
  });

  test("a character cut by the look at the start does not matter", () => {
    expect(text.accepts(Buffer.from(`a${"预".repeat(3000)}`))).toBe(true);
  });
});

test("one line of 50 MB is refused at once, by name", async () => {
  const bytes = new Uint8Array(50_000_000).fill(0x61);
  const started = performance.now();
  await expect(text.extract(bytes)).rejects.toMatchObject({
    name: "UnreadableSource",
    code: "too_large",
  });
  expect(performance.now() - started).toBeLessThan(10_000);
});
