import type { Gray } from "./gray.js";
import { RASTER } from "./settings.js";
import { shortAt } from "../common/typed-arrays.js";

const { marks: INK } = RASTER.ink;

/** The page without dust: specks away from all print, and single pixels where they are too small to mean anything. */
export function withoutSpecks(gray: Gray, dpi: number): Gray {
  const { width, height } = gray;
  const data = gray.data.slice();
  const page = { width, height, data };
  const largest = Math.max(1, Math.floor((RASTER.specks.dust * dpi) ** 2));
  const isNearPrint = printNearby(gray, dpi);
  const speck: number[] = [];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if ((data[at] ?? 255) >= INK || !isTop(data, at, width)) continue;
      if (!fillsSpeck(page, at, { speck, largest })) continue;
      const isLone = dpi >= RASTER.specks.fine && speck.length === 1 && isCrisp(data, at, width);
      if (isLone || !isNearPrint(x, y)) whiten(page, speck);
    }
  return page;
}

function isTop(data: Uint8Array, at: number, width: number): boolean {
  return (
    (data[at - 1] ?? 255) >= INK &&
    (data[at - width - 1] ?? 255) >= INK &&
    (data[at - width] ?? 255) >= INK &&
    (data[at - width + 1] ?? 255) >= INK
  );
}

interface Speck {
  readonly speck: number[];
  readonly largest: number;
}

/** Collects the pixels of the mark at a place; false where they are too many for dust. */
function fillsSpeck({ width, data }: Gray, start: number, { speck, largest }: Speck): boolean {
  speck.length = 0;
  speck.push(start);
  for (let done = 0; done < speck.length; done += 1) {
    const at = speck[done] ?? start;
    for (let down = -width; down <= width; down += width)
      for (let right = -1; right <= 1; right += 1) {
        const next = at + down + right;
        if ((data[next] ?? 255) >= INK || speck.includes(next)) continue;
        if (speck.length === largest) return false;
        speck.push(next);
      }
  }
  return true;
}

/** Whether a pixel has no blur around it: points are printed with one, or larger. */
function isCrisp(data: Uint8Array, at: number, width: number): boolean {
  for (let down = -width; down <= width; down += width)
    for (let right = -1; right <= 1; right += 1)
      if (down + right !== 0 && (data[at + down + right] ?? 255) < 225) return false;
  return true;
}

function whiten({ width, data }: Gray, speck: readonly number[]): void {
  for (const at of speck)
    for (let down = -width; down <= width; down += width)
      data.fill(255, Math.max(0, at + down - 1), Math.min(data.length, at + down + 2));
}

/** Tells whether print stands near a place: strokes, not single points. */
function printNearby(
  { width, height, data }: Gray,
  dpi: number,
): (x: number, y: number) => boolean {
  const tile = Math.max(4, Math.round((RASTER.specks.apart / 2) * dpi));
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / tile) * columns;
    for (let x = 0; x < width; x += 1)
      if ((data[y * width + x] ?? 255) < INK) {
        const at = row + Math.floor(x / tile);
        counts[at] = shortAt(counts, at) + 1;
      }
  }
  const stroke = RASTER.specks.printed * tile * tile;
  return (x, y) => {
    const [column, line] = [Math.floor(x / tile), Math.floor(y / tile)];
    for (let row = Math.max(0, line - 2); row <= Math.min(rows - 1, line + 2); row += 1)
      for (let i = Math.max(0, column - 2); i <= Math.min(columns - 1, column + 2); i += 1)
        if (shortAt(counts, row * columns + i) >= stroke) return true;
    return false;
  };
}
