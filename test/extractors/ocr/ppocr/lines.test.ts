import { describe, expect, test } from "vitest";
import { isUpsideDown } from "../../../../extractors/ocr/ppocr/direction.js";
import { readLine } from "../../../../extractors/ocr/ppocr/read-line.js";
import type { Model } from "../../../../extractors/ocr/ppocr/runtime.js";
import { paint, paper } from "../../raster/draw.js";

const CHARACTERS = ["", "甲", "乙"];
/** A step of the network's is so many of its pixels. */
const STEP = 8;

/** A network that reads 甲 wherever there is ink in a step, and notes the widths that it is shown. */
function readsInk(): Model & { readonly widths: number[] } {
  const widths: number[] = [];
  return {
    widths,
    run: (input, [, , height = 0, width = 0]) => {
      widths.push(width);
      const steps = width / STEP;
      const values = new Float32Array(Math.ceil(steps) * CHARACTERS.length);
      for (let step = 0; step < steps; step += 1) {
        let darkest = 1;
        for (let x = step * STEP; x < Math.min(width, (step + 1) * STEP); x += 1)
          for (let y = 0; y < height; y += 1)
            darkest = Math.min(darkest, input[y * width + x] ?? 1);
        values[step * CHARACTERS.length + (darkest < 0 ? 1 : 0)] = 1;
      }
      return Promise.resolve({ values, shape: [1, Math.ceil(steps), CHARACTERS.length] });
    },
    close: () => Promise.resolve(),
  };
}

describe("a line is read", () => {
  test("at the height of the network; its characters are placed in its own pixels", async () => {
    const line = paper(480, 24);
    paint(line, [240, 4, 260, 20]);
    const model = readsInk();
    const [character, ...rest] = await readLine(line, model, CHARACTERS);
    expect(model.widths).toEqual([960]);
    expect(rest).toEqual([]);
    expect(character?.text).toBe("甲");
    expect(character?.left).toBeGreaterThanOrEqual(230);
    expect(character?.right).toBeLessThanOrEqual(270);
  });

  test("with room at its right where it is narrow, in which nothing is read", async () => {
    const line = paper(12, 24);
    paint(line, [2, 2, 10, 22]);
    const model = readsInk();
    const characters = await readLine(line, model, CHARACTERS);
    expect(model.widths).toEqual([64]);
    expect(characters.filter(({ left }) => left >= line.width)).toEqual([]);
    expect(characters.length).toBeGreaterThan(0);
  });
});

/** A network that says in turn how likely a line stands on its head. */
function saying(answers: readonly number[]): Model & { readonly shapes: (readonly number[])[] } {
  const shapes: (readonly number[])[] = [];
  return {
    shapes,
    run: (_, shape) => {
      const likely = answers[shapes.length] ?? 0;
      shapes.push(shape);
      return Promise.resolve({ values: Float32Array.of(1 - likely, likely), shape: [1, 2] });
    },
    close: () => Promise.resolve(),
  };
}

describe("a page stands on its head", () => {
  const lines = [paper(400, 30), paper(20, 30), paper(90, 30)];

  test.each([
    { what: "where all of its lines do", answers: [0.9, 0.9, 0.9], expected: true },
    { what: "where most do, each as sure as it is", answers: [0.2, 0.9, 0.9], expected: true },
    { what: "not where one does", answers: [0.1, 0.9, 0.1], expected: false },
  ])("$what", async ({ answers, expected }) => {
    const model = saying(answers);
    expect(await isUpsideDown(lines, model)).toBe(expected);
    expect(model.shapes).toEqual(lines.map(() => [1, 3, 48, 192]));
  });

  test("not where it has no lines", async () => {
    expect(await isUpsideDown([], saying([]))).toBe(false);
  });
});
