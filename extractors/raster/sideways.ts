import type { Gray } from "./gray.js";
import { a4Resolution } from "./resolution.js";
import { transposed } from "./straighten.js";
import { RASTER } from "./settings.js";

const { marks: INK } = RASTER.ink;

/** Whether lines of text run down the page rather than across: it needs a quarter turn. */
export function sidewaysOf(gray: Gray): boolean {
  const dpi = a4Resolution(gray) / 2;
  const ink = halvedInk(gray);
  const mirrored = transposed(ink);
  const bare = withoutLongInk(ink, Math.round(RASTER.sideways.rule * dpi));
  const bareMirrored = withoutLongInk(mirrored, Math.round(RASTER.sideways.rule * dpi));
  hideWhereWhite(bare, transposed(bareMirrored));
  const down = transposed(bare);
  const across = Math.max(...RASTER.sideways.gaps.map((gap) => wordLength(bare, gap * dpi)));
  return (
    Math.max(...RASTER.sideways.gaps.map((gap) => wordLength(down, gap * dpi))) >
    RASTER.sideways.clearly * across
  );
}

/** 1 where one of four pixels is ink, at half the size. */
function halvedInk({ width, height, data }: Gray): Gray {
  const half = { width: width >> 1, height: height >> 1 };
  const ink = new Uint8Array(half.width * half.height);
  for (let y = 0; y < half.height; y += 1)
    for (let x = 0; x < half.width; x += 1) {
      const at = 2 * y * width + 2 * x;
      const darkest = Math.min(
        data[at] ?? 255,
        data[at + 1] ?? 255,
        data[at + width] ?? 255,
        data[at + width + 1] ?? 255,
      );
      if (darkest < INK) ink[y * half.width + x] = 1;
    }
  return { ...half, data: ink };
}

function withoutLongInk({ width, height, data }: Gray, most: number): Gray {
  const bare = data.slice();
  for (let y = 0; y < height; y += 1)
    for (let x = 0, from = -1; x <= width; x += 1) {
      const isInk = x < width && data[y * width + x] === 1;
      if (isInk && from < 0) from = x;
      if (isInk || from < 0) continue;
      if (x - from > most) bare.fill(0, y * width + from, y * width + x);
      from = -1;
    }
  return { width, height, data: bare };
}

function hideWhereWhite(page: Gray, other: Gray): void {
  for (let i = 0; i < page.data.length; i += 1) if (other.data[i] === 0) page.data[i] = 0;
}

/** How long rows of ink are, on the average of their pixels, where smaller gaps than this do not part them. */
function wordLength({ width, height, data }: Gray, gap: number): number {
  let [squares, lengths] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    let [from, last] = [-1, -1];
    for (let x = 0; x <= width; x += 1) {
      if (x < width && data[y * width + x] === 1) {
        if (from < 0) from = x;
        last = x;
      } else if (from >= 0 && (x - last > gap || x === width)) {
        const length = last + 1 - from;
        squares += length * length;
        lengths += length;
        from = -1;
      }
    }
  }
  return lengths === 0 ? 1 : squares / lengths;
}
