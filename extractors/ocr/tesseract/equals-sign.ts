import type { Gray } from "../../raster/gray.js";
import { regions } from "../../raster/regions.js";
import type { ReadCharacter } from "../engine/engine.js";
import { RASTER } from "../../raster/settings.js";
import { TESSERACT } from "./settings.js";

/** The sign = where a line is nothing else, told by its two bars: Tesseract reads 一 and the like. */
export function equalsSign(line: Gray): ReadCharacter | null {
  const ink = line.data.map((value) => (value < RASTER.ink.print ? 1 : 0));
  const [one, other, ...more] = regions({ ...line, data: ink });
  if (one === undefined || other === undefined || more.length > 0) return null;
  const [width, below] = [one[2] - one[0], other[2] - other[0]];
  const isFlat = [one, other].every(
    ([left, top, right, bottom]) => right - left >= TESSERACT.equals.flat * (bottom - top),
  );
  const isAlike =
    Math.abs(width - below) <= TESSERACT.equals.unlike * width &&
    Math.abs(one[0] - other[0]) <= TESSERACT.equals.unlike * width;
  const isClose = other[1] >= one[3] && other[3] - one[1] <= width;
  if (!isFlat || !isAlike || !isClose) return null;
  return {
    text: "=",
    confidence: TESSERACT.equals.confidence,
    left: Math.min(one[0], other[0]),
    right: Math.max(one[2], other[2]),
    others: [],
  };
}
