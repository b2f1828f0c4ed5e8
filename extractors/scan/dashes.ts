import type { ReadCharacter } from "../ocr/engine/engine.js";
import { inkRuns } from "../raster/crop.js";
import type { PixelBox } from "../raster/gray.js";
import type { PageInk } from "./page-ink.js";
import { SCAN } from "./settings.js";

/** Whether a piece of text is nothing but a stroke across: dashes, in which engines see figures. */
export function isDashes(box: PixelBox, ink: PageInk): boolean {
  const [left, top, right, bottom] = box;
  const usual = ink.usualAt(box);
  if (bottom - top > SCAN.dashes.low * usual || right - left < SCAN.dashes.wide * usual)
    return false;
  const inked = inkRuns(ink.page, box, "x").reduce((sum, [from, to]) => sum + to - from, 0);
  return inked >= SCAN.dashes.drawn * (right - left);
}

/** As many dashes as a stroke has room for. */
export function dashes(box: PixelBox, ink: PageInk): ReadCharacter[] {
  const [left, , right] = box;
  const count = Math.max(2, Math.round((right - left) / (SCAN.dashes.dash * ink.usualAt(box))));
  const step = (right - left) / count;
  return Array.from({ length: count }, (_, i) => ({
    text: "—",
    confidence: SCAN.dashes.confidence,
    left: left + i * step,
    right: left + (i + 1) * step,
    others: [],
  }));
}
