import type { Gray, PixelBox } from "../../raster/gray.js";
import { regions } from "../../raster/regions.js";
import type { Model } from "./runtime.js";
import { scaled } from "./scaled.js";
import { PPOCR } from "./settings.js";
import { floatAt } from "../../common/typed-arrays.js";

const { isText: IS_TEXT } = PPOCR.detection;

/** What the network was trained on: the mean and deviation of the colours of ImageNet. */
const NORM = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] } as const;
/** The sides that the network takes are multiples of this. */
const MULTIPLE = 32;

/** Lines of text, by a network that says for each pixel how likely it is text (DBNet). */
export async function detect(page: Gray, model: Model): Promise<PixelBox[]> {
  const { width, height } = page;
  const shrink = Math.min(1, PPOCR.detection.longest / Math.max(width, height));
  const size = { width: multiple(width * shrink), height: multiple(height * shrink) };
  const input = scaled(page, [0, 0, width, height], { ...size, norm: NORM });
  const { values } = await model.run(input, [1, 3, size.height, size.width]);
  const isText = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i += 1) isText[i] = floatAt(values, i) > IS_TEXT ? 1 : 0;
  return regions({ ...size, data: isText })
    .filter((box) => isLine(box, values, size.width))
    .map((box) => grown(box, size, page))
    .toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);
}

function multiple(side: number): number {
  return Math.max(MULTIPLE, Math.round(side / MULTIPLE) * MULTIPLE);
}

function isLine([left, top, right, bottom]: PixelBox, values: Float32Array, width: number) {
  if (Math.min(right - left, bottom - top) < PPOCR.detection.smallest) return false;
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const value = floatAt(values, y * width + x);
      if (value > IS_TEXT) [sum, count] = [sum + value, count + 1];
    }
  return sum >= PPOCR.detection.isLine * count;
}

/** The whole line around its core, in pixels of the page. */
function grown(core: PixelBox, size: { width: number; height: number }, page: Gray): PixelBox {
  const [left, top, right, bottom] = core;
  const [w, h] = [right - left, bottom - top];
  const by = (PPOCR.detection.grown * w * h) / (2 * (w + h));
  const [fx, fy] = [page.width / size.width, page.height / size.height];
  return [
    Math.max(0, Math.floor((left - by) * fx)),
    Math.max(0, Math.floor((top - by) * fy)),
    Math.min(page.width, Math.ceil((right + by) * fx)),
    Math.min(page.height, Math.ceil((bottom + by) * fy)),
  ];
}
