import { standing, TEXT } from "../../pipeline/model/correction.js";
import type { Correction } from "../../pipeline/model/correction.js";
import type { Cell } from "./dataset.js";

/**
 * The correction that is taken back next: the last that stands. One that was taken back is none, and neither is the row
 * that took it back; nor are those which one at the same place that does not go on from them came in place of.
 */
export function lastStanding<T extends Correction>(rows: readonly T[]): T | undefined {
  const stack: T[] = [];
  for (const row of rows) {
    const before = stack.findLastIndex(
      ({ place, what }) => place === row.place && what === row.what,
    );
    const last = stack[before];
    if (last !== undefined && last.to !== row.from) drop(stack, row);
    if (last?.to === row.from && last.from === row.to) stack.splice(before, 1);
    else if (row.from !== row.to) stack.push(row);
  }
  return stack.at(-1);
}

function drop(stack: Correction[], { place, what }: Correction): void {
  const others = stack.filter((each) => each.place !== place || each.what !== what);
  stack.splice(0, stack.length, ...others);
}

/** The text of a cell with what was corrected since the document was read. */
export function currentText(cell: Cell, place: string, rows: readonly Correction[]): string {
  const read = cell.corrected ?? cell.text;
  const ofCell = standing(rows).find(
    (row) => row.place === place && row.what === TEXT && row.from === read,
  );
  return ofCell?.to ?? read;
}
