import { expect, test } from "vitest";

test("reading a PDF leaves the functions of Node.js as they are", async () => {
  const before = [JSON.stringify, JSON.parse, Array.prototype.push];
  const { openPdf } = await import("../../../extractors/pdf/pdfjs/library.js");
  expect([JSON.stringify, JSON.parse, Array.prototype.push]).toEqual(before);
  await openPdf(new TextEncoder().encode("%PDF-1.4 and no more")).catch(() => undefined);
  expect([JSON.stringify, JSON.parse, Array.prototype.push]).toEqual(before);
});
