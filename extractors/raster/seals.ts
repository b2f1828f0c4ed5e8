import type { Picture, PixelBox } from "./gray.js";
import { groupsOf, type TileGroup, type Tiles } from "./tile-groups.js";
import { RASTER } from "./settings.js";
import { byteAt, shortAt } from "../common/typed-arrays.js";

const { coloured: COLOURED } = RASTER.seals;

/** The boxes around the round and oval seals of a picture, in pixels; `tile` is the side of its squares. */
export function sealBoxes(picture: Picture, tile: number): PixelBox[] {
  const columns = Math.ceil(picture.width / tile);
  const rows = Math.ceil(picture.height / tile);
  const marked = colouredTiles(picture, tile, columns);
  if (!marked.includes(1)) return [];
  const tiles = { columns, rows, marked };
  return groupsOf(tiles, 2)
    .filter((group) => isSeal(group, tiles, 1 / RASTER.seals.square))
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
  if (long < RASTER.seals.smallest * tilesToInch || long > RASTER.seals.largest * tilesToInch)
    return false;
  if (tiles.length > RASTER.seals.densest * width * height) return false;
  if (left === 0 || top === 0 || right === columns || bottom === rows) return true;
  return (
    long <= RASTER.seals.longest * Math.min(width, height) && hasBareCorners(tiles, box, columns)
  );
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
      const red = byteAt(data, at);
      const green = byteAt(data, at + 1);
      const blue = byteAt(data, at + 2);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) < COLOURED) continue;
      const to = row + Math.floor(x / tile);
      counts[to] = shortAt(counts, to) + 1;
    }
  }
  const few = (tile * tile) / 12;
  return Uint8Array.from(counts, (count) => (count > few ? 1 : 0));
}

/** Whether no square in the corners of the box is among these, as in a circle or an oval. */
function hasBareCorners(
  tiles: readonly number[],
  [left, top, right, bottom]: PixelBox,
  columns: number,
): boolean {
  const across = RASTER.seals.corner * (right - left);
  const down = RASTER.seals.corner * (bottom - top);
  return !tiles.some((tile) => {
    const column = (tile % columns) + 0.5;
    const row = Math.floor(tile / columns) + 0.5;
    return (
      Math.min(column - left, right - column) < across && Math.min(row - top, bottom - row) < down
    );
  });
}
