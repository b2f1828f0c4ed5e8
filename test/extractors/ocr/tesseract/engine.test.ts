import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OcrEngine } from "../../../../extractors/ocr/engine/engine.js";
import { openTesseract } from "../../../../extractors/ocr/tesseract/index.js";
import type { Gray } from "../../../../extractors/raster/gray.js";
import { turned } from "../../../../extractors/raster/straighten.js";
import { paint, paper } from "../../raster/draw.js";

const fonts = join(
  dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")),
  "standard_fonts",
);
GlobalFonts.registerFromPath(join(fonts, "LiberationSans-Regular.ttf"), "Printed");

/** A printed line, in black on white, `size` pixels high. */
function printed(text: string, size = 28): Gray {
  const canvas = createCanvas(Math.ceil(0.62 * size * text.length) + 12, Math.round(1.3 * size));
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "black";
  context.font = `${size}px Printed`;
  context.fillText(text, 6, size);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const gray = paper(canvas.width, canvas.height);
  for (let i = 0; i < gray.data.length; i += 1) gray.data[i] = data[4 * i] ?? 255;
  return gray;
}

let engine: OcrEngine;
beforeAll(async () => {
  engine = await openTesseract();
});
afterAll(() => engine.close());

async function textOf(line: Gray): Promise<string> {
  return (await engine.read(line)).map(({ text }) => text).join("");
}

describe("Tesseract", () => {
  test("says who it is, and what it cannot read", () => {
    expect(engine.name).toBe("tesseract");
    expect(engine.version).toMatch(/^tesseract-\d+-[0-9a-f]{12}$/u);
    expect(engine.cannotRead).toEqual(expect.arrayContaining(["≥", "≤"]));
  });

  test.each(["12.5", "2,666.24", "564.54", "2024", "0.5", "25"])("reads %s", async (text) => {
    expect(await textOf(printed(text))).toBe(text);
  });

  test("reads a lone =, which it would take for a character", async () => {
    const line = paper(40, 36);
    paint(line, [12, 13, 26, 15]);
    paint(line, [12, 19, 26, 21]);
    const read = await engine.read(line);
    expect(read.map(({ text, left, right }) => [text, left, right])).toEqual([["=", 12, 26]]);
  });

  test("takes bars of unlike length for no =", async () => {
    const line = paper(40, 36);
    paint(line, [11, 8, 27, 10]);
    paint(line, [7, 25, 31, 27]);
    expect(await textOf(line)).not.toBe("=");
  });

  test("reads small figures", async () => {
    expect(await textOf(printed("2101.70", 15))).toBe("2101.70");
  });

  test("reads lines that are asked for at once, each for itself", async () => {
    const texts = ["107", "2010", "3.75", "8846"];
    expect(await Promise.all(texts.map((text) => textOf(printed(text))))).toEqual(texts);
  });

  test("says of each character how sure it is, and where it stands, from left to right", async () => {
    const line = printed("2101.70");
    const read = await engine.read(line);
    expect(read).toHaveLength(7);
    for (const [i, { confidence, left, right }] of read.entries()) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(left).toBeGreaterThanOrEqual(read[i - 1]?.right ?? 0);
      expect(right).toBeGreaterThanOrEqual(left);
      expect(right).toBeLessThanOrEqual(line.width);
    }
  });

  test("sees nothing on white paper, nor in a picture without pixels", async () => {
    expect(await engine.read(paper(120, 32))).toEqual([]);
    expect(await engine.read(paper(0, 0))).toEqual([]);
  });

  test("tells lines that stand on their head", async () => {
    const lines = ["2019 budget 3746", "total 25946.70", "Expenditure 2021"].map((text) =>
      printed(text),
    );
    expect(await engine.isUpsideDown(lines)).toBe(false);
    expect(await engine.isUpsideDown(lines.map((line) => turned(line, 2)))).toBe(true);
    expect(await engine.isUpsideDown([])).toBe(false);
  });

  test("does not wait for ever once it is closed", async () => {
    const other = await openTesseract();
    await other.close();
    await expect(other.read(printed("12.5"))).rejects.toThrow("Tesseract has ended.");
  });
});
