import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { docx } from "../../../extractors/docx/index.js";
import { makeDocx, p, root, zipRoot } from "./make-docx.js";

const BODY = `<w:body>${p("正文")}</w:body>`;
const READ = { value: { blocks: [{ type: "paragraph", text: "正文" }] }, findings: [] };

/** A compound file that names this stream. */
function compoundFile(stream: string): Uint8Array {
  const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return Buffer.concat([signature, Buffer.alloc(1024), Buffer.from(stream, "utf16le")]);
}

describe("accepts", () => {
  const workbook = zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8("<w/>"),
  });
  const whole = makeDocx(p("甲"));
  test.each([
    ["a Word file", whole, true],
    [
      "a macro-enabled file with a main part of another name",
      zipSync({
        "[Content_Types].xml": strToU8(
          '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        ),
        "word/doc2.xml": strToU8("<w/>"),
      }),
      true,
    ],
    ["a truncated Word file", makeDocx(p("甲").repeat(5000)).subarray(0, 1500), true],
    ["a workbook", workbook, false],
    ["a truncated workbook", workbook.subarray(0, 100), false],
    ["a document behind a password", compoundFile("EncryptedPackage"), true],
    ["an old Word file", compoundFile("WordDocument"), false],
    ["plain text", strToU8("word/document.xml"), false],
    ["nothing", new Uint8Array(), false],
  ])("%s", (_, bytes, accepted) => {
    expect(docx.accepts(bytes)).toBe(accepted);
  });
});

describe("reads", () => {
  const main = root("w:document", BODY);
  const strict = main.replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  );
  const renamed = main.replaceAll("w:", "ns0:").replaceAll("xmlns:w=", "xmlns:ns0=");
  const unprefixed = main.replaceAll(/<(\/?)w:/gu, "<$1").replace("xmlns:w=", "xmlns=");
  test.each([
    ["the usual namespace", main],
    ["the strict namespace", strict],
    ["another prefix", renamed],
    ["no prefix", unprefixed],
  ])("%s", async (_, xml) => {
    const bytes = zipSync({ ...zipRoot("word/document.xml"), "word/document.xml": strToU8(xml) });
    expect(await docx.extract(bytes)).toMatchObject(READ);
  });

  test.each([
    ["a main part of another name", zipRoot("word/document2.xml"), "word/document2.xml"],
    [
      "names in other letters and with backslashes",
      zipRoot("word/document.xml"),
      "Word\\Document.xml",
    ],
    ["a package without relationships", {}, "word/document.xml"],
    ["an absolute target", zipRoot("/main/../word/./document.xml"), "word/document.xml"],
  ])("%s", async (_, parts, name) => {
    const bytes = zipSync({ ...parts, [name]: strToU8(main) });
    expect(await docx.extract(bytes)).toMatchObject(READ);
  });

  test("XML in UTF-16", async () => {
    const utf16 = Buffer.from(`\ufeff${main.replace("UTF-8", "UTF-16")}`, "utf16le");
    const bytes = zipSync({ ...zipRoot("word/document.xml"), "word/document.xml": utf16 });
    expect(await docx.extract(bytes)).toMatchObject(READ);
  });

  test("characters that two pieces of the XML share", async () => {
    const printed = "预算".repeat(20_000);
    const { value } = await docx.extract(makeDocx(p(printed).repeat(10)));
    expect(value.blocks.map((block) => "text" in block && block.text)).toEqual(
      Array.from({ length: 10 }, () => printed),
    );
  });
});

describe("refuses", () => {
  const whole = makeDocx(p("甲").repeat(5000));
  const broken = zipSync({
    ...zipRoot("word/document.xml"),
    "word/document.xml": strToU8("<w:document><w:body>"),
  });
  const locked = Uint8Array.from(whole, (byte, index) => (index === 6 ? byte | 1 : byte));
  test.each([
    ["a truncated file", whole.subarray(0, 1500), "damaged"],
    [
      "a flipped byte in the middle",
      Uint8Array.from(whole, (byte, index) => (index > 900 && index < 960 ? 0xff : byte)),
      "damaged",
    ],
    ["broken XML", broken, "damaged"],
    ["a container without a document", zipSync({ "a.txt": strToU8("a") }), "damaged"],
    ["a ZIP behind a password", locked, "encrypted"],
    ["a document behind a password", compoundFile("EncryptedPackage"), "encrypted"],
    [
      "a bomb",
      zipSync({
        ...zipRoot("word/document.xml"),
        "word/document.xml": new Uint8Array(80 * 2 ** 20),
      }),
      "too_large",
    ],
  ])("%s", async (_, bytes, code) => {
    await expect(docx.extract(bytes)).rejects.toMatchObject({ name: "UnreadableSource", code });
  });
});
