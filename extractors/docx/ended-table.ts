import type { Block } from "../../pipeline/model/document.js";
import { withoutFrame } from "./inside-cells.js";
import type { OpenTable } from "./open-table.js";
import type { Reader } from "./reader.js";
import { finishTable } from "./table.js";

/**
 * Whether a table right behind another goes on with it: Word shows tables of the same columns with nothing
 * between as one. Only where one of them is a single row, as programs write that make a table of each row.
 */
export function goesOn(above: OpenTable, table: OpenTable): boolean {
  const { widths } = above;
  if (widths.length < 2 || widths.length !== table.widths.length) return false;
  return (
    (above.rows === 1 || table.rows === 1) &&
    widths.every((width, index) => width === table.widths[index])
  );
}

/** Puts the rows of a table under those of the one that it goes on with. */
export function appendRows(above: OpenTable, table: OpenTable): void {
  for (const cell of table.cells) above.cells.push({ ...cell, row: cell.row + above.rows });
  above.rules.push(...table.rules);
  above.after.push(...table.after);
  above.rows += table.rows;
}

/** Hands on the table that ended, if there is one: something else follows it. */
export function emitEnded({ flow, seen }: Reader): void {
  const { ended } = flow;
  flow.ended = undefined;
  if (ended === undefined) return;
  const unframed = withoutFrame(ended);
  for (const block of unframed ?? [...finishTable(ended), ...ended.after]) flow.emit(block);
  if (unframed === undefined) seen.tablesInCells += ended.after.filter(isTable).length;
}

const isTable = ({ type }: Block): boolean => type === "table";
