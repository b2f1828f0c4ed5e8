import type { ReadCharacter } from "../ocr/engine/engine.js";
import { inkRuns } from "../raster/crop.js";
import type { PixelBox } from "../raster/gray.js";
import type { PageInk } from "./page-ink.js";

/** The ink of dashes is lower and wider than this, in usual lines: nothing else that is printed is. */
const LOW = 0.2;
const WIDE = 1.2;
/** The share of their length that is drawn: the dots that lead to a page number leave more of it free. */
const DRAWN = 0.75;
/** How wide a dash is, in usual lines. */
const DASH = 0.75;
/** As the shape leaves no other reading; lines to be filled in look the same. */
const CONFIDENCE = 0.95;

/** Whether a piece of text is nothing but a stroke across: dashes, in which engines see figures. */
export function isDashes(box: PixelBox, ink: PageInk): boolean {
  const [left, top, right, bottom] = box;
  const usual = ink.usualAt(box);
  if (bottom - top > LOW * usual || right - left < WIDE * usual) return false;
  const inked = inkRuns(ink.page, box, "x").reduce((sum, [from, to]) => sum + to - from, 0);
  return inked >= DRAWN * (right - left);
}

/** As many dashes as a stroke has room for. */
export function dashes(box: PixelBox, ink: PageInk): ReadCharacter[] {
  const [left, , right] = box;
  const count = Math.max(2, Math.round((right - left) / (DASH * ink.usualAt(box))));
  const step = (right - left) / count;
  return Array.from({ length: count }, (_, i) => ({
    text: "—",
    confidence: CONFIDENCE,
    left: left + i * step,
    right: left + (i + 1) * step,
    others: [],
  }));
}
