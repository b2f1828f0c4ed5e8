import type { Cell, Table } from "../../../pipeline/model/document.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";
import { STRUCTURE } from "../settings.js";

/** A cell of the first row below the break, and the one above it. */
export interface Pair {
  readonly cell: Cell;
  readonly above: Cell | undefined;
}

const { rowsOfProof, withoutCode } = STRUCTURE.stitch;

/**
 * Whether the break cut a row between the code and first words of its label, above, and the rest of its label
 * with its amounts, below. No single cell shows that; it shows where every other row has both code and amounts.
 */
export function isHalved(upper: Table, lower: Table, pairs: readonly Pair[]): boolean {
  const amounts = columnsOf(pairs, (above, cell) => above === "" && isPrintedNumber(cell));
  const keys = columnsOf(pairs, (above, cell) => above !== "" && cell === "");
  const labels = columnsOf(pairs, (above, cell) => above !== "" && cell !== "");
  const blank = columnsOf(pairs, (above, cell) => above === "" && cell === "");
  if (amounts.length === 0 || keys.length === 0 || labels.length !== 1) return false;
  const known = amounts.length + keys.length + labels.length + blank.length;
  if (known !== pairs.length || hasNumbers(pairs, labels)) return false;
  const others = [...rowsOf(upper).slice(0, -1), ...rowsOf(lower).slice(1)];
  const first = others.findIndex((row) => has(row, amounts));
  const body = first === -1 ? [] : others.slice(first);
  return (
    body.length >= rowsOfProof &&
    body.every((row) => has(row, amounts)) &&
    keys.every((key) => body.filter((row) => !row.has(key)).length <= withoutCode)
  );
}

function columnsOf(
  pairs: readonly Pair[],
  fits: (above: string, cell: string) => boolean,
): number[] {
  return pairs
    .filter(({ cell, above }) => above !== undefined && fits(above.text.trim(), cell.text.trim()))
    .map(({ cell }) => cell.column);
}

function hasNumbers(pairs: readonly Pair[], columns: readonly number[]): boolean {
  return pairs.some(
    ({ cell, above }) =>
      columns.includes(cell.column) &&
      (isPrintedNumber(cell.text) || isPrintedNumber(above?.text ?? "")),
  );
}

/** The cells with text of each row, by column. */
function rowsOf(table: Table): ReadonlyMap<number, Cell>[] {
  const rows = Array.from({ length: table.rowCount }, () => new Map<number, Cell>());
  for (const cell of table.cells)
    if (cell.text.trim() !== "") rows[cell.row]?.set(cell.column, cell);
  return rows;
}

function has(row: ReadonlyMap<number, Cell>, amounts: readonly number[]): boolean {
  return amounts.some((column) => isPrintedNumber(row.get(column)?.text ?? ""));
}
