import type { Box } from "../model/dataset.js";

/** The style of what lies over a box of a page; `scale` is pixels to the point. */
export function placed([left, top, right, bottom]: Box, scale: number) {
  return {
    left: `${left * scale}px`,
    top: `${top * scale}px`,
    width: `${(right - left) * scale}px`,
    height: `${(bottom - top) * scale}px`,
  };
}
