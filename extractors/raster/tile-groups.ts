import type { PixelBox } from "./gray.js";

/** A page in squares, row by row: 1 where a square shows what is looked for. */
export interface Tiles {
  readonly columns: number;
  readonly rows: number;
  readonly marked: Uint8Array;
}

/** Marked squares that lie together, by their numbers, and the box around them in squares. */
export interface TileGroup {
  readonly tiles: readonly number[];
  readonly box: PixelBox;
}

/** The groups of marked squares of which each is within `reach` squares of another. */
export function groupsOf(tiles: Tiles, reach: number): TileGroup[] {
  const left = { ...tiles, marked: Uint8Array.from(tiles.marked) };
  const groups: TileGroup[] = [];
  for (let start = left.marked.indexOf(1); start >= 0; start = left.marked.indexOf(1, start + 1)) {
    const group = [start];
    left.marked[start] = 0;
    for (const tile of group) takeAround(left, tile, { reach, into: group });
    groups.push({ tiles: group, box: boxOf(group, tiles.columns) });
  }
  return groups;
}

/** Moves the marked squares around one into a group. */
function takeAround(
  { columns, rows, marked }: Tiles,
  tile: number,
  { reach, into }: { reach: number; into: number[] },
): void {
  const column = tile % columns;
  const row = (tile - column) / columns;
  const [first, last] = [Math.max(0, column - reach), Math.min(columns - 1, column + reach)];
  for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1)
    for (let other = y * columns + first; other <= y * columns + last; other += 1) {
      if (marked[other] !== 1) continue;
      marked[other] = 0;
      into.push(other);
    }
}

function boxOf(tiles: readonly number[], columns: number): PixelBox {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const tile of tiles) {
    const column = tile % columns;
    const row = (tile - column) / columns;
    left = Math.min(left, column);
    top = Math.min(top, row);
    right = Math.max(right, column + 1);
    bottom = Math.max(bottom, row + 1);
  }
  return [left, top, right, bottom];
}
