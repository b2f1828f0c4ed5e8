/** The text edition, in the conventions of Apache Tika: a cell is a line that starts with a tab. */
import type { Disclosure, Line, Part, Piece } from "../description.js";
import { cellsOf } from "../grid.js";
import { wordsOf } from "./words.js";

/** Prints a disclosure as plain text. */
export function printText(disclosure: Disclosure): Uint8Array {
  const text = disclosure.pieces.map((piece, at) => pieceText(piece, at, disclosure)).join("");
  return new TextEncoder().encode(text);
}

function pieceText(piece: Piece, at: number, disclosure: Disclosure): string {
  if (piece.type === "break") return "\n";
  if (piece.type === "line") return `${lineText(piece, at, disclosure)}\n`;
  return piece.parts.map(gridText).join("");
}

function lineText(line: Line, at: number, { manner }: Disclosure): string {
  const words = wordsOf(line, manner);
  const text = line.right === undefined ? words : `${words}      ${line.right}`;
  const marked = line.style === "heading" || line.style === "caption";
  if (!marked || manner.noise === undefined) return text;
  return manner.noise === "bookmarks"
    ? `[bookmark: _Toc${71_398_400 + at}]${text}`
    : `${text} TC ${text} \\f ${line.style === "heading" ? "A" : "C"} \\l 1 `;
}

/** A row ends with a blank line, a table with one more. */
function gridText({ rows }: Part): string {
  const lines = rows.map((_, row) => {
    const cells = cellsOf(rows, row).map(({ text, continues }) => `\t${continues ? "" : text}\n`);
    return `${cells.join("")}\n`;
  });
  return `${lines.join("")}\n`;
}
