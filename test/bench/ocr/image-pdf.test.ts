import sharp from "sharp";
import { expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { imagePdf } from "../../../bench/ocr/image-pdf.js";
import { renderedPages, type RenderedPage } from "../../../bench/ocr/render.js";
import { pdf } from "../../../extractors/pdf/index.js";

/** A page in red, and one whose left third is black. */
async function twoPages(): Promise<Uint8Array> {
  const red = sharp({ create: { width: 40, height: 20, channels: 3, background: "#e00000" } });
  const bits = Uint8Array.from({ length: 3 * 4 }, (_, i) => (i % 3 === 0 ? 0x00 : 0xff));
  return imagePdf([
    {
      width: 200,
      height: 100,
      image: { jpeg: await red.jpeg().toBuffer(), width: 40, height: 20 },
    },
    {
      width: 144,
      height: 72,
      image: { bits, width: 24, height: 4 },
    },
  ]);
}

test("a PDF of pictures shows them over its whole pages", async () => {
  const pages: RenderedPage[] = [];
  for await (const page of renderedPages(await twoPages(), [1, 2], 72)) pages.push(page);
  expect(pages.map(({ width, height }) => [width, height])).toEqual([
    [200, 100],
    [144, 72],
  ]);
  const colour = (page: number, x: number, y: number) => {
    const { width, data } = pages[page]?.picture ?? { width: 0, data: new Uint8Array() };
    return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
  };
  const [red = 0, green = 255] = colour(0, 100, 50);
  expect(red).toBeGreaterThan(200);
  expect(green).toBeLessThan(30);
  expect(colour(0, 199, 99)).toEqual(colour(0, 100, 50));
  expect(colour(1, 20, 36)).toEqual([0, 0, 0]);
  expect(colour(1, 120, 36)).toEqual([255, 255, 255]);
});

test("a PDF of pictures has no text", async () => {
  const { value } = await pdf.extract(await twoPages(), { plan: { ...BUNDLED, mode: "never" } });
  expect(value.blocks).toEqual([]);
  expect(value.pages).toHaveLength(2);
});
