import { withoutBorders } from "./borders.js";
import type { Gray } from "./gray.js";
import { a4Resolution } from "./resolution.js";
import { withoutSpecks } from "./specks.js";
import { RASTER } from "./settings.js";
import { countAt } from "../common/typed-arrays.js";

/**
 * The page on white paper with black ink: shading, fills, dark borders of the scan, punch holes and dust are gone.
 * `dpi` says how large a character is; a page that does not say is taken for A4.
 */
export function flattened(gray: Gray, dpi: number = a4Resolution(gray)): Gray {
  const page = withoutBorders(gray, dpi);
  const lit = litEvenly(page, Math.max(8, Math.round(RASTER.light.square * dpi)));
  stretch(lit);
  return withoutSpecks(lit, dpi);
}

/** Each pixel as light as if the paper around it were white. */
function litEvenly(gray: Gray, tile: number): Gray {
  const { width, height } = gray;
  const paper = paperOf(gray, tile);
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const data = new Uint8Array(gray.data.length);
  const gains = new Float32Array(columns);
  for (let y = 0; y < height; y += 1) {
    const [above, below, down] = neighbours((y + 0.5) / tile - 0.5, rows);
    for (let column = 0; column < columns; column += 1)
      gains[column] =
        255 /
        ((paper[above * columns + column] ?? 255) * (1 - down) +
          (paper[below * columns + column] ?? 255) * down);
    lightRow(gray.data.subarray(y * width, (y + 1) * width), gains, {
      tile,
      to: data.subarray(y * width, (y + 1) * width),
    });
  }
  return { width, height, data };
}

/** Makes a row lighter, as far as the squares around each pixel ask for, mixed by distance. */
function lightRow(
  row: Uint8Array,
  gains: Float32Array,
  { tile, to }: { tile: number; to: Uint8Array },
): void {
  const last = gains.length - 1;
  for (let column = -1; column <= last; column += 1) {
    let gain = gains[Math.max(0, column)] ?? 1;
    const step = ((gains[Math.min(last, column + 1)] ?? 1) - gain) / tile;
    const end = Math.min(row.length, Math.floor((column + 1.5) * tile));
    for (let x = Math.max(0, Math.floor((column + 0.5) * tile)); x < end; x += 1, gain += step) {
      const value = (row[x] ?? 255) * gain;
      to[x] = value > 255 ? 255 : value;
    }
  }
}

function neighbours(place: number, count: number): [before: number, after: number, share: number] {
  const before = Math.max(0, Math.min(count - 1, Math.floor(place)));
  const after = Math.min(count - 1, before + 1);
  return [before, after, Math.max(0, Math.min(1, place - before))];
}

/** How light the paper is in each square. */
function paperOf({ width, height, data }: Gray, tile: number): Uint8Array {
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const paper = new Uint8Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let count = 0;
      // Every second row and column tells as much.
      for (let y = row * tile; y < Math.min(height, (row + 1) * tile); y += 2)
        for (let x = column * tile; x < Math.min(width, (column + 1) * tile); x += 2) {
          const value = data[y * width + x] ?? 255;
          counts[value] = countAt(counts, value) + 1;
          count += 1;
        }
      const light = quantile(counts, RASTER.light.inked * count);
      paper[row * columns + column] = light < RASTER.light.darkestPaper ? 255 : light;
    }
  return paper;
}

function quantile(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value += 1) {
    seen += countAt(counts, value);
    if (seen >= wanted) return value;
  }
  return counts.length - 1;
}

/** Makes the ink black and the grain of the paper white. */
function stretch({ data }: Gray): void {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 1) {
    const value = data[i] ?? 255;
    counts[value] = countAt(counts, value) + 1;
  }
  const inked = counts.subarray(0, 176).reduce((sum, count) => sum + count, 0);
  const black = Math.min(RASTER.light.palestInk, quantile(counts, RASTER.light.black * inked));
  const white = whiteOf(counts);
  const shades = Uint8Array.from(counts, (_, value) =>
    Math.max(0, Math.min(255, Math.round(((value - black) * 255) / (white - black)))),
  );
  for (let i = 0; i < data.length; i += 1) data[i] = shades[data[i] ?? 255] ?? 255;
}

/** Where the grain of the paper ends: as far from its most frequent shade as most of it is, three times. */
function whiteOf(counts: Uint32Array): number {
  const paper = counts.subarray(RASTER.light.darkestGrain - 45);
  const all = paper.reduce((sum, count) => sum + count, 0);
  const low = quantile(paper, RASTER.light.lowGrain * all) + RASTER.light.darkestGrain - 45;
  const middle = quantile(paper, 0.5 * all) + RASTER.light.darkestGrain - 45;
  return Math.max(RASTER.light.darkestGrain, Math.min(246, middle - 3 * (middle - low)));
}
