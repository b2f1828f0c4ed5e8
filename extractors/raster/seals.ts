import type { Picture } from "./gray.js";
import { groupsOf } from "./tile-groups.js";

/** The side of the squares in which colour is looked for, in inches. */
export const TILE_INCHES = 0.04;

/** Seals are 2 to 5 cm wide; in inches. */
const SMALLEST_SEAL = 0.6;
const LARGEST_SEAL = 2.6;
/** How much longer than wide a seal may be, oval ones among them. */
const LONGEST = 1.9;
/** The share of a seal's squares that show its colour: print in one colour shows less, a filled box all. */
const DENSEST = 0.97;
/** Colour of at least this difference between its channels. */
const COLOURED = 48;

/** The squares, by their top left pixel, that a round or oval seal covers. */
export function sealTiles(picture: Picture, tile: number): { left: number; top: number }[] {
  const columns = Math.ceil(picture.width / tile);
  const rows = Math.ceil(picture.height / tile);
  const coloured = colouredTiles(picture, tile, columns);
  if (!coloured.includes(1)) return [];
  const dpi = tile / TILE_INCHES;
  const found: { left: number; top: number }[] = [];
  for (const { tiles, box } of groupsOf({ columns, rows, marked: coloured }, 2)) {
    const [left, top, right, bottom] = box;
    const [width, height] = [(right - left) * tile, (bottom - top) * tile];
    const long = Math.max(width, height);
    const isCut = left === 0 || top === 0 || right === columns || bottom === rows;
    if (long < SMALLEST_SEAL * dpi || long > LARGEST_SEAL * dpi) continue;
    if (!isCut && long > LONGEST * Math.min(width, height)) continue;
    if (tiles.length > DENSEST * (right - left) * (bottom - top)) continue;
    if (!isCut && !hasBareCorners(tiles, box, columns)) continue;
    for (let row = Math.max(0, top - 1); row < Math.min(rows, bottom + 1); row += 1)
      for (let column = Math.max(0, left - 1); column < Math.min(columns, right + 1); column += 1)
        found.push({ left: column * tile, top: row * tile });
  }
  return found;
}

/** Which squares show a colour in more than a few of their pixels. */
function colouredTiles(
  { width, height, data }: Picture,
  tile: number,
  columns: number,
): Uint8Array {
  const counts = new Uint16Array(columns * Math.ceil(height / tile));
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / tile) * columns;
    for (let x = 0, at = y * width * 3; x < width; x += 1, at += 3) {
      const red = data[at] ?? 0;
      const green = data[at + 1] ?? 0;
      const blue = data[at + 2] ?? 0;
      if (Math.max(red, green, blue) - Math.min(red, green, blue) < COLOURED) continue;
      const to = row + Math.floor(x / tile);
      counts[to] = (counts[to] ?? 0) + 1;
    }
  }
  const few = (tile * tile) / 12;
  return Uint8Array.from(counts, (count) => (count > few ? 1 : 0));
}

/** The part of a box's side that an ellipse in it leaves free at each corner, well within. */
const CORNER = 0.11;

/** Whether no square in the corners of the box is among these, as in a circle or an oval. */
function hasBareCorners(
  tiles: readonly number[],
  [left, top, right, bottom]: readonly [number, number, number, number],
  columns: number,
): boolean {
  const across = CORNER * (right - left);
  const down = CORNER * (bottom - top);
  return !tiles.some((tile) => {
    const column = (tile % columns) + 0.5;
    const row = Math.floor(tile / columns) + 0.5;
    return (
      Math.min(column - left, right - column) < across && Math.min(row - top, bottom - row) < down
    );
  });
}
