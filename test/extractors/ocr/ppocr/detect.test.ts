import { expect, test } from "vitest";
import { detect } from "../../../../extractors/ocr/ppocr/detect.js";
import type { Model } from "../../../../extractors/ocr/ppocr/runtime.js";
import type { PixelBox } from "../../../../extractors/raster/gray.js";
import { paper } from "../../raster/draw.js";

/** A network that takes these boxes of what it is shown for text, each as likely as is said. */
function seeing(
  boxes: readonly { box: PixelBox; likely: number }[],
): Model & { shapes: number[][] } {
  const shapes: number[][] = [];
  return {
    shapes,
    run: (_, shape) => {
      shapes.push([...shape]);
      const [height = 0, width = 0] = shape.slice(2);
      const values = new Float32Array(width * height);
      for (const { box, likely } of boxes)
        for (let y = box[1]; y < box[3]; y += 1)
          values.fill(likely, y * width + box[0], y * width + box[2]);
      return Promise.resolve({ values, shape: [1, 1, height, width] });
    },
    close: () => Promise.resolve(),
  };
}

test("a line is larger than the core of it that the network finds, on all sides alike", async () => {
  const model = seeing([{ box: [100, 100, 200, 110], likely: 0.9 }]);
  const [box] = await detect(paper(640, 320), model);
  if (box === undefined) throw new Error("no line was found");
  const by = 100 - box[1];
  expect(by).toBeGreaterThan(4);
  expect(by).toBeLessThan(12);
  expect(box).toEqual([100 - by, 100 - by, 200 + by, 110 + by]);
});

test("lines come from the top down, and lie within the page", async () => {
  const model = seeing([
    { box: [0, 300, 60, 320], likely: 0.9 },
    { box: [300, 0, 640, 12], likely: 0.9 },
  ]);
  const boxes = await detect(paper(640, 320), model);
  expect(boxes.map(([left, top, right, bottom]) => [left > 0, top > 0, right, bottom])).toEqual([
    [true, false, 640, expect.any(Number)],
    [false, true, expect.any(Number), 320],
  ]);
});

test("a large page is looked at smaller, and its lines are placed on the page", async () => {
  const model = seeing([{ box: [288, 576, 576, 590], likely: 0.9 }]);
  const [box] = await detect(paper(1152 * 2, 1152 * 3), model);
  expect(model.shapes).toEqual([[1, 3, 1152, 768]]);
  if (box === undefined) throw new Error("no line was found");
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  expect(middle[0]).toBeCloseTo(((288 + 576) / 2) * 3, -1);
  expect(middle[1]).toBeCloseTo(((576 + 590) / 2) * 3, -1);
});

test("a network gets sides that it can halve five times, however small the page", async () => {
  const model = seeing([]);
  await detect(paper(70, 9), model);
  expect(model.shapes).toEqual([[1, 3, 32, 64]]);
});

test("what is hardly likely, and specks, are no lines", async () => {
  const model = seeing([
    { box: [10, 10, 100, 30], likely: 0.2 },
    { box: [10, 60, 100, 80], likely: 0.4 },
    { box: [10, 120, 12, 122], likely: 0.9 },
  ]);
  expect(await detect(paper(320, 320), model)).toEqual([]);
});
