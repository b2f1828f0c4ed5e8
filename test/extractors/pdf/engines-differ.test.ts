import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { differences } from "../../../extractors/pdf/engines-differ.js";
import { pdf } from "../../../extractors/pdf/index.js";
import type { Document } from "../../../pipeline/model/document.js";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { sentencesOf } from "../../../pipeline/model/finding.js";
import { paragraph, part } from "../../pipeline/make-parts.js";
import { writePdf } from "./make-pdf.js";

const plan = { ...BUNDLED, mode: "never" as const };

const document = (...blocks: Document["blocks"]): Document => ({
  blocks,
  pages: [
    { number: 1, width: 595, height: 842 },
    { number: 2, width: 595, height: 842 },
  ],
  ignored: [],
});

/** What is told of a document whose other engine reads this, without recognition. */
async function told(own: Document, other: Document) {
  const findings = await differences(own, "pdfium", async () => ({ value: other, findings: [] }));
  return findings.map(({ facts }) => facts);
}

test.each(globSync("samples/*/source.pdf").toSorted())("both read %s", async (file) => {
  const bytes = readFileSync(file);
  const { value, findings } = await pdf.extract(bytes, { plan, pdfEngine: "pdfjs+pdfium" });
  expect(findings.map(({ rule }) => rule)).not.toContain("engines_differ");
  expect(value.pdfEngine).toBe("pdfjs+pdfium");
});

test("a page on which a replaced text hides the printed one is told of, whichever engine reads", async () => {
  const content =
    "BT /F1 10 Tf 60 700 Td /Span << /ActualText (120.00) >> BDC (170.00) Tj EMC ET " +
    "BT /F1 10 Tf 60 680 Td (a line below) Tj ET";
  const bytes = writePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
  for (const [pdfEngine, read, again] of [
    ["pdfjs+pdfium", "170.00", "120.00"],
    ["pdfium+pdfjs", "120.00", "170.00"],
  ] as const) {
    const { findings } = await pdf.extract(bytes, { plan, pdfEngine });
    expect(findings).toMatchObject([
      { rule: "engines_differ", page: 1, facts: { page: 1, count: 1 } },
    ]);
    const [{ facts } = { facts: {} }] = findings;
    expect(facts).toMatchObject({ other: pdfEngine.slice(pdfEngine.indexOf("+") + 1) });
    expect(Object.entries(facts)).toContainEqual(["read", expect.stringContaining(read)]);
    expect(Object.entries(facts)).toContainEqual(["again", expect.stringContaining(again)]);
  }
  const { findings } = await pdf.extract(bytes, { plan, pdfEngine: "pdfjs" });
  expect(findings).toEqual([]);
});

test("cells are compared each, prose as it runs on; blanks, dots and ligatures are no difference", async () => {
  const own = document(
    paragraph(1, "第一部分　概况⋯"),
    part({
      page: 1,
      rows: [
        ["项目", "金额"],
        ["合计一、基本", "1,200.00"],
      ],
    }),
    paragraph(2, "The final ofﬁce"),
  );
  const other = document(
    paragraph(1, "第一部分"),
    paragraph(1, "概况…"),
    part({
      page: 1,
      rows: [
        ["项目", "金额"],
        ["合计", "1,200.00"],
        ["一、基本", ""],
      ],
    }),
    paragraph(2, "The final office"),
  );
  expect(await told(own, other)).toEqual([
    { page: 1, other: "pdfium", read: "合计一、基本", again: "合计", count: 2 },
  ]);
  expect(await told(own, own)).toEqual([]);
});

const rows = (...amounts: readonly string[]) =>
  document(part({ page: 2, rows: amounts.map((amount) => ["项目", amount]) }));

test("a number that stands once in one reading and twice in the other is told of", async () => {
  expect(await told(rows("5.00", "6.00"), rows("5.00", "5.00"))).toEqual([
    { page: 2, other: "pdfium", read: "6.00", again: "5.00", count: 1 },
  ]);
});

test("pages that were recognized are compared with nothing", async () => {
  const recognized = { confidence: 0.9, others: [] };
  const own = document({ ...paragraph(1, "合计"), recognized }, paragraph(2, "甲"));
  expect(await told(own, document(paragraph(2, "乙")))).toEqual([
    { page: 2, other: "pdfium", read: "甲", again: "乙", count: 1 },
  ]);
});

test("a document that the other engine cannot read says so", async () => {
  const [finding, ...others] = await differences(document(), "pdfium", () => {
    throw new UnreadableSource("damaged", { en: "No page can be read.", zh: "无法读取。" });
  });
  expect(others).toEqual([]);
  expect(finding?.rule).toBe("engine_failed");
  expect(finding === undefined ? null : sentencesOf(finding)).toEqual({
    en: "pdfium cannot read this PDF, so that nothing verifies its text: No page can be read.",
    zh: "pdfium 无法读取该 PDF，其文字未经核对：无法读取。",
  });
});
