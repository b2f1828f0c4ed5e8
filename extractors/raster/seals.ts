import type { Picture, PixelBox } from "./gray.js";
import { groupsOf, type TileGroup, type Tiles } from "./tile-groups.js";

/** The side of the squares in which colour is looked for, in inches. */
export const TILE_INCHES = 0.04;

/** Official seals are 3 to 5 cm wide, in inches; smaller coloured shapes may be characters of a title. */
const SMALLEST_SEAL = 1.1;
const LARGEST_SEAL = 2.6;
/** How much longer than wide a seal may be, oval ones among them. */
const LONGEST = 1.9;
/** The share of a seal's squares that show its colour: print in one colour shows less, a filled box all. */
const DENSEST = 0.97;
/** The channels of a coloured pixel differ by this or more. */
export const COLOURED = 48;

/** The boxes around the round and oval seals of a picture, in pixels; `tile` is the side of its squares. */
export function sealBoxes(picture: Picture, tile: number): PixelBox[] {
  const columns = Math.ceil(picture.width / tile);
  const rows = Math.ceil(picture.height / tile);
  const marked = colouredTiles(picture, tile, columns);
  if (!marked.includes(1)) return [];
  const tiles = { columns, rows, marked };
  return groupsOf(tiles, 2)
    .filter((group) => isSeal(group, tiles, 1 / TILE_INCHES))
    .map(({ box: [left, top, right, bottom] }) => [
      Math.max(0, left - 1) * tile,
      Math.max(0, top - 1) * tile,
      Math.min(picture.width, (right + 1) * tile),
      Math.min(picture.height, (bottom + 1) * tile),
    ]);
}

function isSeal({ tiles, box }: TileGroup, { columns, rows }: Tiles, tilesToInch: number): boolean {
  const [left, top, right, bottom] = box;
  const [width, height] = [right - left, bottom - top];
  const long = Math.max(width, height);
  if (long < SMALLEST_SEAL * tilesToInch || long > LARGEST_SEAL * tilesToInch) return false;
  if (tiles.length > DENSEST * width * height) return false;
  if (left === 0 || top === 0 || right === columns || bottom === rows) return true;
  return long <= LONGEST * Math.min(width, height) && hasBareCorners(tiles, box, columns);
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
  [left, top, right, bottom]: PixelBox,
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
