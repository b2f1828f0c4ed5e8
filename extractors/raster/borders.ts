import type { Gray, PixelBox } from "./gray.js";
import { groupsOf, type TileGroup, type Tiles } from "./tile-groups.js";
import { RASTER } from "./settings.js";
import { countAt } from "../common/typed-arrays.js";

const { faded: FADED } = RASTER.borders;

/** The page without the dark borders of a scan and without punch holes. */
export function withoutBorders(gray: Gray, dpi: number): Gray {
  const tile = Math.max(3, Math.round(RASTER.borders.square * dpi));
  const tiles = solid(darkTiles(gray, tile));
  const groups = groupsOf(tiles, 1);
  const found = groups.filter(
    (group) =>
      touchesEdge(group.box, tiles) ||
      (isHole(group, tiles, dpi / tile) && isFilled(group, gray, tile)),
  );
  const page = { ...gray, data: gray.data.slice() };
  clearEdges(page, 2 * tile);
  for (const group of found)
    for (const at of group.tiles) {
      const column = at % tiles.columns;
      whiten(page, [column, (at - column) / tiles.columns], tile);
    }
  return page;
}

function darkTiles({ width, height, data }: Gray, tile: number): Tiles {
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const marked = new Uint8Array(columns * rows);
  const sums = new Uint32Array(columns);
  for (let row = 0; row < rows; row += 1) {
    sums.fill(0);
    const bottom = Math.min(height, (row + 1) * tile);
    for (let y = row * tile; y < bottom; y += 1)
      for (let column = 0, x = 0; column < columns; column += 1) {
        const right = Math.min(width, x + tile);
        let sum = 0;
        for (; x < right; x += 1) sum += data[y * width + x] ?? 255;
        sums[column] = countAt(sums, column) + sum;
      }
    for (let column = 0; column < columns; column += 1) {
      const pixels = (bottom - row * tile) * (Math.min(width, (column + 1) * tile) - column * tile);
      if (countAt(sums, column) < RASTER.borders.dark * pixels) marked[row * columns + column] = 1;
    }
  }
  return { columns, rows, marked };
}

/** The dark squares with dark ones all around: rules and the strokes of print are thinner. */
function solid({ columns, rows, marked }: Tiles): Tiles {
  const inner = marked.slice();
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (marked[row * columns + column] === 1) continue;
      const first = Math.max(0, column - 1);
      const end = Math.min(columns, column + 2);
      for (let y = Math.max(0, row - 1); y < Math.min(rows, row + 2); y += 1)
        inner.fill(0, y * columns + first, y * columns + end);
    }
  return { columns, rows, marked: inner };
}

function touchesEdge([left, top, right, bottom]: PixelBox, { columns, rows }: Tiles): boolean {
  return left === 0 || top === 0 || right === columns || bottom === rows;
}

function isHole({ tiles, box }: TileGroup, { columns, rows }: Tiles, tilesToInch: number): boolean {
  const [left, top, right, bottom] = box;
  const [width, height] = [right - left, bottom - top];
  const fits = (side: number): boolean =>
    side >= RASTER.borders.smallestHole * tilesToInch - RASTER.borders.rim &&
    side <= RASTER.borders.largestHole * tilesToInch;
  const margin = RASTER.borders.margin * tilesToInch;
  const isInMargin =
    right <= margin || left >= columns - margin || bottom <= margin || top >= rows - margin;
  return (
    isInMargin &&
    fits(width) &&
    fits(height) &&
    Math.abs(width - height) <= Math.max(1, RASTER.borders.roundness * Math.max(width, height)) &&
    tiles.length >= RASTER.borders.solid * width * height
  );
}

function isFilled({ tiles, box }: TileGroup, { width, data }: Gray, tile: number): boolean {
  const columns = Math.ceil(width / tile);
  let [dark, all] = [0, 0];
  for (const at of tiles) {
    const column = at % columns;
    const row = (at - column) / columns;
    // Squares at the rim may be cut by it.
    if (column === box[0] || column === box[2] - 1 || row === box[1] || row === box[3] - 1)
      continue;
    for (let y = row * tile; y < (row + 1) * tile; y += 1)
      for (let x = column * tile; x < (column + 1) * tile; x += 1) {
        all += 1;
        if ((data[y * width + x] ?? 255) < FADED) dark += 1;
      }
  }
  return all > 0 && dark >= RASTER.borders.filled * all;
}

/** Paints a square white, and those around it. */
function whiten(
  { width, height, data }: Gray,
  [column, row]: [number, number],
  tile: number,
): void {
  const left = Math.max(0, (column - RASTER.borders.rim) * tile);
  const right = Math.min(width, (column + RASTER.borders.rim + 1) * tile);
  for (
    let y = Math.max(0, (row - RASTER.borders.rim) * tile);
    y < Math.min(height, (row + RASTER.borders.rim + 1) * tile);
    y += 1
  )
    data.fill(255, y * width + left, y * width + right);
}

/** Paints dark slivers white that begin at an edge of the picture and are not deeper than `most` pixels. */
function clearEdges({ width, height, data }: Gray, most: number): void {
  const clear = (start: number, step: number): void => {
    let dark = 0;
    while (dark <= most && (data[start + dark * step] ?? 255) < FADED) dark += 1;
    if (dark <= most) for (let i = 0; i < dark; i += 1) data[start + i * step] = 255;
  };
  for (let y = 0; y < height; y += 1) {
    clear(y * width, 1);
    clear((y + 1) * width - 1, -1);
  }
  for (let x = 0; x < width; x += 1) {
    clear(x, width);
    clear((height - 1) * width + x, -width);
  }
}
