import stringWidth from "string-width";
import type { DocumentDataset } from "../../index.js";
import { pad, printable } from "./text-table.js";

type Table = DocumentDataset["tables"][number];
type Cell = Table["cells"][number];

const WIDEST = 32;
const RULE = " | ";
const SAME_AS_ABOVE = "↑";

/**
 * A table's grid for a person to read: rows and columns numbered as in the CSV files, long texts
 * wrapped, a cell that goes on from the row above marked with an arrow.
 */
export function gridText(table: Table): readonly string[] {
  const cells = table.cells.map(laidOut);
  const widths = columnWidths(cells, table.columns);
  const gutter = String(table.rows).length;
  const margin = pad("", gutter);
  const numbers = widths.map((width, column) => pad(String(column), width)).join(RULE);
  const lines = rowsOf(cells, table).flatMap((pieces, row) =>
    rowLines(pieces, widths).map(
      (line, nth) => `${nth === 0 ? pad(String(row), gutter, "right") : margin}${RULE}${line}`,
    ),
  );
  return [`${margin}${RULE}${numbers}`, ...lines].map((line) => line.trimEnd());
}

/** A cell with its text in lines, and the width of the longest. */
interface LaidOut extends Piece {
  readonly row: number;
  readonly rowSpan: number;
  readonly width: number;
}

/** A stretch of a row: a cell that starts there, one from above, or a position without a cell. */
interface Piece {
  readonly column: number;
  readonly span: number;
  readonly lines: readonly string[];
}

function laidOut({ row, rowSpan, column, columnSpan, text }: Cell): LaidOut {
  const lines = text.split("\n").map(printable).flatMap(wrap);
  const width = largest(lines.map((line) => stringWidth(line)));
  return { row, rowSpan, column, span: columnSpan, lines, width };
}

function rowsOf(cells: readonly LaidOut[], table: Table): readonly (readonly Piece[])[] {
  const rows: Piece[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      rows[row]?.push(row === cell.row ? cell : { ...cell, lines: [SAME_AS_ABOVE] });
  return rows.map((pieces) => withGaps(pieces, table.columns));
}

function withGaps(pieces: readonly Piece[], columns: number): readonly Piece[] {
  const filled: Piece[] = [];
  let next = 0;
  const gapUpTo = (column: number) => {
    for (; next < column; next += 1) filled.push({ column: next, span: 1, lines: [""] });
  };
  for (const piece of pieces.toSorted((a, b) => a.column - b.column)) {
    gapUpTo(piece.column);
    filled.push(piece);
    next = piece.column + piece.span;
  }
  gapUpTo(columns);
  return filled;
}

function rowLines(pieces: readonly Piece[], widths: readonly number[]): readonly string[] {
  const height = largest(pieces.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = pieces.map((piece) => pad(piece.lines[line] ?? "", widthOf(piece, widths)));
    return texts.join(RULE);
  });
}

function widthOf({ column, span }: Piece, widths: readonly number[]): number {
  const own = widths.slice(column, column + span);
  return own.reduce((sum, width) => sum + width, 0) + RULE.length * (span - 1);
}

/** A merged cell's text may be wider than its columns: the last of them makes room. */
function columnWidths(cells: readonly LaidOut[], columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, (_, column) => String(column).length);
  for (const cell of cells.toSorted((a, b) => a.span - b.span)) {
    const missing = cell.width - widthOf(cell, widths);
    const last = cell.column + cell.span - 1;
    const width = widths[last];
    if (missing > 0 && width !== undefined) widths[last] = width + missing;
  }
  return widths;
}

function wrap(line: string): readonly string[] {
  if (stringWidth(line) <= WIDEST) return [line];
  const lines: string[] = [];
  let current = "";
  for (const character of line) {
    if (stringWidth(current + character) > WIDEST) {
      lines.push(current);
      current = "";
    }
    current += character;
  }
  return [...lines, current];
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 1);
}
