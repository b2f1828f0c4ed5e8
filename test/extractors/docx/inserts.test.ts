import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { docx } from "../../../extractors/docx/index.js";
import { makeDocx, p } from "./make-docx.js";

const PAGE =
  "<html><body><p>部门支出总表</p><table><tr><td>项目<td>金额<tr><td>合计<td>1.5</table></body></html>";

/** The same file with a part that `rId9` leads to. */
function withPart(bytes: Uint8Array, part: string): Uint8Array {
  const files = unzipSync(bytes);
  const name = "word/_rels/document.xml.rels";
  const relations = strFromU8(files[name] ?? new Uint8Array());
  const own = '<Relationship Id="rId9" Type="x/aFChunk" Target="part.html"/></Relationships>';
  return zipSync({
    ...files,
    "word/part.html": strToU8(part),
    [name]: strToU8(
      relations.includes("</Relationships>")
        ? relations.replace("</Relationships>", own)
        : `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own}`,
    ),
  });
}

test("an imported web page stands where it is imported", async () => {
  const bytes = withPart(makeDocx(`${p("前")}<w:altChunk r:id="rId9"/>${p("后")}`), PAGE);
  const { value, findings } = await docx.extract(bytes);
  expect(value.blocks.map((block) => (block.type === "paragraph" ? block.text : "table"))).toEqual([
    "前",
    "部门支出总表",
    "table",
    "后",
  ]);
  expect(value.blocks[2]?.at).toEqual({ type: "flow", path: "imported part 1 / table 1" });
  expect(findings).toEqual([]);
});

test("an imported part that is no page is told", async () => {
  const { findings } = await docx.extract(makeDocx(`${p("前")}<w:altChunk r:id="rId9"/>`));
  expect(findings.map(({ rule }) => rule)).toEqual(["embedded_part_not_read"]);
});

test("what stands in front of a package is passed over", async () => {
  const bytes = Buffer.concat([Buffer.from("\r\n \0\r\n"), makeDocx(p("正文"))]);
  expect(docx.accepts(bytes)).toBe(true);
  expect((await docx.extract(bytes)).value.blocks).toHaveLength(1);
});
