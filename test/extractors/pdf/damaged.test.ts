import { expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { PDF_ENGINES } from "../../../extractors/common/pdf-engines.js";
import { pdf } from "../../../extractors/pdf/index.js";
import type { UnreadableCode } from "../../../pipeline/model/error-codes.js";
import { makePdf, text, writePdf } from "./make-pdf.js";

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const whole = makePdf([{ draw: [text([60, 100], "预算")] }]);
const key = "<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>";
const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [${key} ${key}]`;

test.each<[string, Uint8Array, UnreadableCode]>([
  ["an empty file", new Uint8Array(), "empty"],
  ["a signature and nothing else", new TextEncoder().encode("%PDF-1.7\nno more"), "damaged"],
  ["half a file", whole.slice(0, whole.length / 2), "damaged"],
  [
    "a page tree that is a loop",
    writePdf([
      CATALOG,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
    ]),
    "damaged",
  ],
  ["no pages", writePdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]), "damaged"],
  ["a password", writePdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"], locked), "encrypted"],
])("%s gives a typed error, and at once", { timeout: 5000 }, async (_, bytes, code) => {
  for (const pdfEngine of PDF_ENGINES)
    await expect(pdf.extract(bytes, { plan: BUNDLED, pdfEngine })).rejects.toMatchObject({
      name: "UnreadableSource",
      code,
    });
});

test.each(PDF_ENGINES)(
  "a page that draws itself does not hang: %s",
  { timeout: 5000 },
  async (pdfEngine) => {
    const resources = "/Resources << /XObject << /A 5 0 R >> >>";
    const bytes = writePdf([
      CATALOG,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] ${resources} /Contents 4 0 R >>`,
      "<< /Length 5 >>\nstream\n/A Do\nendstream",
      `<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] ${resources} /Length 5 >>\nstream\n/A Do\nendstream`,
    ]);
    await expect(pdf.extract(bytes, { plan: BUNDLED, pdfEngine })).resolves.toMatchObject({
      value: { blocks: [] },
    });
  },
);

test.each(PDF_ENGINES)(
  "a damaged page is reported and the others are read: %s",
  async (pdfEngine) => {
    const bytes = writePdf([
      CATALOG,
      "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
      "<< /Length 0 >>\nstream\n\nendstream",
    ]);
    const { value, findings } = await pdf.extract(bytes, { plan: BUNDLED, pdfEngine });
    expect(value.pages).toHaveLength(1);
    expect(findings).toMatchObject([
      { rule: "page_damaged", severity: "error", page: 2 },
      { rule: "page_blank" },
    ]);
  },
);

const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>";
const withTree = (kids: string, count: string) =>
  writePdf([CATALOG, `<< /Type /Pages /Kids [${kids}] ${count} >>`, PAGE, PAGE]);

test.each([
  ["that is counted and not listed", "3 0 R", "/Count 2"],
  ["that is listed and not counted", "3 0 R 4 0 R", "/Count 1"],
  ["whose name is another's", "3 1 R 4 0 R", "/Count 2"],
])("a page %s is missing, and said to be", async (_, kids, count) => {
  const { value, findings } = await pdf.extract(withTree(kids, count));
  expect(value.pages).toHaveLength(1);
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: "pages_missing",
      severity: "error",
      facts: { named: 2, found: 1 },
    }),
  );
});

test.each([
  ["is whole", "3 0 R 4 0 R", "/Count 2"],
  ["does not count", "3 0 R 4 0 R", ""],
  ["lists a page twice", "3 0 R 3 0 R", "/Count 2"],
])("of a page tree that %s nothing is missing", async (_, kids, count) => {
  const { value, findings } = await pdf.extract(withTree(kids, count));
  expect(value.pages).toHaveLength(2);
  expect(findings.map(({ rule }) => rule)).toEqual(["page_blank"]);
});

test("the signature is what counts", () => {
  const later = new Uint8Array([...new TextEncoder().encode("\n\n"), ...whole]);
  expect(pdf.accepts(whole)).toBe(true);
  expect(pdf.accepts(later)).toBe(true);
  expect(pdf.accepts(new TextEncoder().encode("PK\u0003\u0004 %PD"))).toBe(false);
});
