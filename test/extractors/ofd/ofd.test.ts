import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../../../index.js";
import type { DocumentDataset } from "../../../index.js";
import { formatOf, formats } from "../../../extractors/index.js";
import { readOfd } from "../../../extractors/ofd/read-ofd.js";
import { ofdOf, ofdPage, printedAsOfd } from "./print-ofd.js";

const samples = join(import.meta.dirname, "../../../samples");

function rounded(key: string, value: unknown): unknown {
  if (key === "document_id") return undefined;
  if (key === "indent") return Math.round(Number(value));
  // Places that lie half-way between two points are rounded alike.
  return key === "box" && Array.isArray(value)
    ? value.map((at) => Math.round(Number(at) + 0.013))
    : value;
}

/** What was read, boxes in whole points: OFD has its places in millimetres. */
function meaning({ amounts, indicators, tables, sections, findings }: DocumentDataset): unknown {
  const records = { amounts, indicators, tables, sections, findings };
  return JSON.parse(JSON.stringify(records, rounded));
}

test.each(["contradictions-2023", "open-rules-2024"])(
  "%s printed as OFD gives the records of its PDF",
  async (slug) => {
    const pdf = await readFile(join(samples, slug, "source.pdf"));
    const dataset = await extract(await printedAsOfd(pdf));
    expect(dataset.document.extractor).toBe("ofd");
    expect(meaning(dataset)).toEqual(meaning(await extract(pdf)));
  },
);

const text = (at: string, code: string, more = "") =>
  `<ofd:TextObject Boundary="${at} 100 10" Font="3" Size="4" ${more}>${code}</ofd:TextObject>`;
const said = (words: string) => `<ofd:TextCode X="0" Y="4">${words}</ofd:TextCode>`;
const line = (from: string, to: string) =>
  `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${from} L ${to}</ofd:AbbreviatedData></ofd:PathObject>`;

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { value } = await readOfd(bytes);
  return value.blocks.map((block) =>
    block.type === "table" ? block.cells.map((cell) => cell.text).join(" | ") : block.text,
  );
}

describe("an OFD", () => {
  test("has its characters where their distances say, repeated ones too", async () => {
    const near = `<ofd:TextCode X="0" Y="4" DeltaX="g 3 4">部门预算</ofd:TextCode>`;
    const far = `<ofd:TextCode X="0" Y="4" DeltaX="4 40 g 2 4">收入支出</ofd:TextCode>`;
    expect(await textsOf(ofdOf([ofdPage(text("20 30", near) + text("20 50", far))]))).toEqual([
      "部门预算",
      expect.stringMatching(/^收入\s+支出$/u),
    ]);
  });

  test("has the grids that its lines draw, with the text of templates, nothing that is hidden", async () => {
    const grid = [30, 40, 50].map((y) => line(`20 ${y}`, `100 ${y}`)).join("");
    const sides = [20, 60, 100].map((x) => line(`${x} 30`, `${x} 50`)).join("");
    const cells = ["项目", "金额", "合计", "12.50"].map((words, at) =>
      text(`${22 + 40 * (at % 2)} ${32 + 10 * Math.floor(at / 2)}`, said(words)),
    );
    const hidden = text("20 80", said("隐藏"), `Visible="false"`);
    const page = ofdPage(
      `<ofd:PageBlock ID="9">${grid}${sides}${cells.join("")}${hidden}</ofd:PageBlock>`,
      `<ofd:Template TemplateID="2"/>`,
    );
    const template = ofdPage(text("20 15", said("部门收支总表")));
    expect(await textsOf(ofdOf([page], { "Doc_0/Tpls/0.xml": template }))).toEqual([
      "部门收支总表",
      "项目 | 金额 | 合计 | 12.50",
    ]);
  });

  test("whose paths and distances are broken draws what is whole of them", async () => {
    const broken = `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M 1 2 L 5</ofd:AbbreviatedData></ofd:PathObject>`;
    const endless = `<ofd:TextCode X="0" Y="4" DeltaX="${"g 99999 4 ".repeat(9000)}">部门预算</ofd:TextCode>`;
    expect(await textsOf(ofdOf([ofdPage(broken + text("20 30", endless))]))).toEqual(["部门预算"]);
  });

  test("of more characters than a page can show is refused", async () => {
    const many = `<ofd:TextCode X="0" Y="4" DeltaX="g 2 0">${"预".repeat(1_100_000)}</ofd:TextCode>`;
    await expect(readOfd(ofdOf([ofdPage(text("20 30", many))]))).rejects.toMatchObject({
      code: "too_large",
    });
  });

  test("whose page is a picture is told as such, and one beside text too", async () => {
    const picture = `<ofd:ImageObject Boundary="0 0 210 297" ResourceID="7"/>`;
    const some = text("20 30", `<ofd:TextCode X="0" Y="4">部门预算公开说明</ofd:TextCode>`);
    const { findings } = await readOfd(ofdOf([ofdPage(picture), ofdPage(picture + some)]));
    expect(findings.map(({ rule, page }) => [rule, page])).toEqual([
      ["page_without_text", 1],
      ["picture_not_read", 2],
    ]);
  });

  test.each([
    ["encrypted", ofdOf([ofdPage("")], { "Encryptions.xml": "<x/>" }), "encrypted"],
    [
      "without its page",
      ofdOf([], {
        "Doc_0/Document.xml": `<Document><Pages><Page BaseLoc="1.xml"/></Pages></Document>`,
      }),
      "damaged",
    ],
    ["without pages", ofdOf([]), "damaged"],
    ["with broken XML", ofdOf(["<ofd:Page"]), "damaged"],
  ])("%s is refused", async (_, bytes, code) => {
    await expect(readOfd(bytes)).rejects.toMatchObject({ code });
  });

  test("that was cut off is refused as what it is", () => {
    const whole = ofdOf([ofdPage("")]);
    expect(() => formatOf(whole.subarray(0, whole.length / 2), formats)).toThrow(
      /a damaged OFD document, .* Fetch it again, or print it as PDF\./u,
    );
  });
});
