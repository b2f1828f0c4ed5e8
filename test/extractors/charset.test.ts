import { describe, expect, test } from "vitest";
import { decodeText } from "../../extractors/common/charset.js";
import { text } from "../../extractors/text/index.js";

const PRINTED = "部门支出总表\n合计 1,234.56 万元\n";
const INDENTED = "　　一、收入总计1,234.56万元，其中一般公共预算1,200.50万元。\n".repeat(9);
/** 部門支出總表 (Big5). */
const BIG5 = Buffer.from("b3a1aaf9a4e4a558c160aaed0a", "hex");

const utf16 = (order: "le" | "be"): Uint8Array => {
  const bytes = Buffer.from(PRINTED.repeat(4), "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("decodes", () => {
  test.each([
    ["UTF-16 little endian without a mark", utf16("le"), PRINTED.repeat(4)],
    ["UTF-16 big endian without a mark", utf16("be"), PRINTED.repeat(4)],
    [
      "UTF-16 of an indented text with headings, whose 一 and wide blanks have a zero too",
      Buffer.from(INDENTED, "utf16le"),
      INDENTED,
    ],
    ["GB 18030", Buffer.from("b2bfc3c5d6a7b3f6d7dcb1ed0a", "hex"), "部门支出总表\n"],
    ["Big5", BIG5, "部門支出總表\n"],
    [
      "UTF-8 in which a byte is spoilt",
      Buffer.concat([Buffer.from(PRINTED.repeat(9)), Buffer.from([0xff])]),
      `${PRINTED.repeat(9)}\ufffd`,
    ],
  ])("%s", (_, bytes, expected) => {
    expect(decodeText(bytes)?.text).toBe(expected);
  });

  test("no packed data", () => {
    const packed = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + ((i * i) >> 3)) % 256);
    expect(decodeText(packed)).toBeNull();
  });
});

test("a spoilt byte is told with its line, and the rest is read", async () => {
  const bytes = Buffer.concat([Buffer.from(PRINTED.repeat(9)), Buffer.from([0x41, 0xff, 0x0a])]);
  const { value, findings } = await text.extract(bytes);
  expect(value.blocks).toHaveLength(19);
  expect(findings).toMatchObject([{ rule: "text_undecodable", facts: { count: 1, line: 19 } }]);
});
