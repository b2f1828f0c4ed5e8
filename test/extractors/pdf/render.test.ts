import { describe, expect, test } from "vitest";
import { imagePdf } from "../../../bench/ocr/image-pdf.js";
import { openPdf } from "../../../extractors/pdf/pdfjs/library.js";
import { pagePicture } from "../../../extractors/pdf/pdfjs/render.js";
import { makePdf, rectangle, text } from "./make-pdf.js";

async function pictureOf(bytes: Uint8Array) {
  const document = await openPdf(bytes, "see");
  try {
    return await pagePicture(await document.getPage(1));
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A sheet of two inches by one that was scanned at so many pixels to the inch. */
function scannedAt(dpi: number): Uint8Array {
  const [width, height] = [2 * dpi, dpi];
  const bits = new Uint8Array(Math.ceil(width / 8) * height).fill(0xff);
  return imagePdf([{ width: 144, height: 72, image: { bits, width, height } }]);
}

describe("a page is drawn", () => {
  test.each([
    { scanned: 96, drawn: 200, why: "not coarser than small figures need" },
    { scanned: 240, drawn: 240, why: "as finely as it was scanned" },
    { scanned: 600, drawn: 300, why: "not finer than is of use" },
  ])("at $drawn dpi where it was scanned at $scanned: $why", async ({ scanned, drawn }) => {
    const { width, height, dpi } = await pictureOf(scannedAt(scanned));
    expect([width, height, dpi]).toEqual([2 * drawn, drawn, drawn]);
  });

  test("at 200 dpi where it is no scan, black on white, as a reader holds it", async () => {
    const page = {
      width: 144,
      height: 72,
      draw: [rectangle([0, 0, 36, 36]), text([60, 60], "12")],
    };
    const { width, height, data } = await pictureOf(makePdf([{ ...page, rotate: 90 }]));
    expect([width, height]).toEqual([200, 400]);
    const shade = (x: number, y: number) => data[(y * width + x) * 3];
    expect([shade(180, 20), shade(20, 20), shade(20, 380)]).toEqual([0, 255, 255]);
  });
});
