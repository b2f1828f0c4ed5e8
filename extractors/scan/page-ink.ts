import type { Gray, PixelBox } from "../raster/gray.js";
import type { PixelRule } from "../raster/rules.js";
import { SCAN } from "./settings.js";

/** A page with its lines and what parts them. */
export interface PageInk {
  /** Without its rules. */
  readonly page: Gray;
  readonly rules: readonly PixelRule[];
  /** The height of most lines' boxes. */
  readonly usual: number;
  /** The height of most lines' boxes near a place. */
  readonly usualAt: (box: PixelBox) => number;
}

/** The page with the usual heights of the lines that the engine found. */
export function pageInk(
  page: Gray,
  rules: readonly PixelRule[],
  found: readonly PixelBox[],
): PageInk {
  const usual = medianHeight(found) ?? SCAN.pieces.commonLine;
  return {
    page,
    rules,
    usual,
    usualAt: ([, top, , bottom]) => {
      const near = found.filter(([, from, , to]) => from < bottom + usual && to > top - usual);
      return (near.length >= SCAN.pieces.enoughLines ? medianHeight(near) : undefined) ?? usual;
    },
  };
}

function medianHeight(found: readonly PixelBox[]): number | undefined {
  const heights = found.map(([, top, , bottom]) => bottom - top).toSorted((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)];
}
