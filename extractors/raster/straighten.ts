import type { Gray } from "./gray.js";
import { RASTER } from "./settings.js";
import { byteAt } from "../common/typed-arrays.js";

/** The picture turned clockwise by quarters. */
export function turned(gray: Gray, quarters: 0 | 1 | 2 | 3): Gray {
  if (quarters === 0) return gray;
  const { width, height } = gray;
  if (quarters === 2) return { width, height, data: gray.data.toReversed() };
  // Where the top left pixel goes, and how far one step right and one step down go.
  const [start, right, down] =
    quarters === 1 ? [height - 1, height, -1] : [(width - 1) * height, -height, 1];
  return placed(gray, { start, right, down });
}

/** The picture mirrored at its falling diagonal: rows become columns. */
export function transposed(gray: Gray): Gray {
  return placed(gray, { start: 0, right: gray.height, down: 1 });
}

interface Steps {
  readonly start: number;
  readonly right: number;
  readonly down: number;
}

function placed({ width, height, data }: Gray, { start, right, down }: Steps): Gray {
  const moved = new Uint8Array(data.length);
  for (let top = 0; top < height; top += RASTER.skew.tile) {
    const bottom = Math.min(top + RASTER.skew.tile, height);
    for (let left = 0; left < width; left += RASTER.skew.tile) {
      const end = Math.min(left + RASTER.skew.tile, width);
      for (let y = top; y < bottom; y += 1) {
        let to = start + y * down + left * right;
        for (let from = y * width + left; from < y * width + end; from += 1, to += right)
          moved[to] = data[from] ?? 255;
      }
    }
  }
  return { width: height, height: width, data: moved };
}

/**
 * The picture turned back by the degrees that its lines fall to the right.
 * It grows so that no corner is lost; what it did not show is white.
 */
export function straightened(gray: Gray, degrees: number): Gray {
  if (Math.abs(degrees) < RASTER.skew.straight) return gray;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil(gray.width * cos + gray.height * Math.abs(sin));
  const height = Math.ceil(gray.height * cos + gray.width * Math.abs(sin));
  const data = new Uint8Array(width * height).fill(255);
  const middleX = (gray.width - 1) / 2;
  const middleY = (gray.height - 1) / 2;
  for (let y = 0; y < height; y += 1) {
    const up = y - (height - 1) / 2;
    const left = -(width - 1) / 2;
    const row = data.subarray(y * width, (y + 1) * width);
    const x0 = middleX + left * cos - up * sin;
    const y0 = middleY + left * sin + up * cos;
    sampleRow(gray, row, { x0, y0, cos, sin });
  }
  return { width, height, data };
}

interface Way {
  readonly x0: number;
  readonly y0: number;
  readonly cos: number;
  readonly sin: number;
}

/** Fills a row with what lies on a straight way through the picture, mixed from four pixels each. */
function sampleRow(
  { width, height, data }: Gray,
  row: Uint8Array,
  { x0, y0, cos, sin }: Way,
): void {
  for (let i = 0; i < row.length; i += 1) {
    const x = x0 + i * cos;
    const y = y0 + i * sin;
    if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue;
    const column = x | 0;
    const line = y | 0;
    const right = ((x - column) * 256) | 0;
    const down = ((y - line) * 256) | 0;
    const at = line * width + column;
    const under = at + width;
    const above = byteAt(data, at) * (256 - right) + byteAt(data, at + 1) * right;
    const below = byteAt(data, under) * (256 - right) + byteAt(data, under + 1) * right;
    row[i] = (above * (256 - down) + below * down + 32768) >> 16;
  }
}
