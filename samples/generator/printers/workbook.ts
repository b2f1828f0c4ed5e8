/** The sheets of the spreadsheet editions: one for each table, with the lines that are printed before it. */
import type { Disclosure, Line, Part, Piece } from "../description.js";
import { cellsOf } from "../grid.js";
import { wordsOf } from "./words.js";

/** A printed sheet; rows and columns are 0-based. */
export interface PrintedSheet {
  readonly name: string;
  readonly cells: readonly PrintedCell[];
  readonly merges: readonly Range[];
}

export interface PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The cells of tables have rules, lines of text none. */
  readonly ruled: boolean;
}

/** The first and the last cell of a merged range. */
interface Range {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

interface Draft {
  readonly cells: PrintedCell[];
  readonly merges: Range[];
  row: number;
}

/** The sheets of a disclosure in its order. */
export function sheetsOf(disclosure: Disclosure): readonly PrintedSheet[] {
  const sheets: PrintedSheet[] = [];
  let draft: Draft = { cells: [], merges: [], row: 0 };
  const close = (): void => {
    if (draft.row > 0)
      sheets.push({ name: `Sheet${sheets.length + 1}`, cells: draft.cells, merges: draft.merges });
    draft = { cells: [], merges: [], row: 0 };
  };
  for (const [at, piece] of disclosure.pieces.entries()) {
    if (piece.type === "line")
      addLine(draft, { line: piece, width: widthBelow(disclosure.pieces, at) }, disclosure);
    if (piece.type !== "sheet") continue;
    for (const part of piece.parts) addPart(draft, part);
    if (!isSheet(disclosure.pieces[at + 1])) close();
  }
  close();
  return sheets;
}

const isSheet = (piece: Piece | undefined): boolean => piece?.type === "sheet";

/** The width of the next table: a text at the right end of a line stands over its last column. */
function widthBelow(pieces: readonly Piece[], at: number): number {
  const next = pieces.slice(at).find((piece) => piece.type === "sheet");
  return next?.type === "sheet" ? (next.parts[0]?.widths.length ?? 2) : 2;
}

function addLine(
  draft: Draft,
  { line, width }: { readonly line: Line; readonly width: number },
  { manner }: Disclosure,
): void {
  const { row } = draft;
  draft.cells.push({ row, column: 0, text: wordsOf(line, manner), ruled: false });
  if (line.right !== undefined)
    draft.cells.push({ row, column: Math.max(1, width - 1), text: line.right, ruled: false });
  draft.row += 1;
}

/** A grid, and a blank row below it. */
function addPart(draft: Draft, { rows }: Part): void {
  for (const row of rows.keys()) {
    for (const { text, column, columnSpan, rowSpan, continues } of cellsOf(rows, row)) {
      if (continues) continue;
      const place = { row: draft.row + row, column };
      draft.cells.push({ ...place, text, ruled: true });
      if (rowSpan * columnSpan > 1)
        draft.merges.push({
          ...place,
          lastRow: place.row + rowSpan - 1,
          lastColumn: column + columnSpan - 1,
        });
    }
  }
  draft.row += rows.length + 1;
}

/** A number as the spreadsheet editions keep it, with the format that shows it as printed. */
export interface Value {
  readonly number: number;
  readonly format: string;
}

const NUMBER =
  /^(?<whole>-?(?:\d{1,3}(?:,\d{3})+|\d{1,12}))(?:\.(?<fraction>\d{1,6}))?(?<percent>%)?$/u;

/** The value of a printed number, or null where it is a text: words, and codes that begin with 0. */
export function valueOf(text: string): Value | null {
  const { whole = "", fraction = "", percent = "" } = NUMBER.exec(text)?.groups ?? {};
  if (whole === "" || /^-?0\d/u.test(whole)) return null;
  const digits = fraction === "" ? "" : `.${"0".repeat(fraction.length)}`;
  const plain = `${whole.replaceAll(",", "")}${fraction === "" ? "" : `.${fraction}`}`;
  const format = `${whole.includes(",") ? "#,##0" : "0"}${digits}${percent}`;
  return { number: percent === "" ? Number(plain) : Number(`${plain}e-2`), format };
}
