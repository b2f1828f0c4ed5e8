import type { Block, Cell, Paragraph, Place, Table } from "../../pipeline/model/document.js";
import { between, extentOf, piecesOf, tilesOf } from "./layout.js";
import type { Line, ShownCell, VisibleSheet } from "./visible.js";
import { addressOf, type Span } from "./workbook.js";

/** What programs call a sheet that nobody named, and numbers. */
const UNNAMED = /^(?:(?:sheet|工作表|表格?)?[\s\d.()（）_-]*)$/iu;

/** The paragraphs and tables of a sheet. Its name heads it where no line stands above its first table. */
export function sheetBlocks(sheet: VisibleSheet): readonly Block[] {
  const pieces = piecesOf(sheet.lines, sheet.printedTo);
  const blocks = pieces.flatMap((piece, at) => {
    const next = pieces[at + 1];
    const before = pieces[at - 1];
    if (piece.type === "text" && piece.joined && next?.type === "table") return [];
    if (piece.type === "text") return paragraphs(sheet, piece.lines, false);
    const above = before?.type === "text" && before.joined ? before.lines : [];
    return withLines(sheet, above, piece.lines);
  });
  return blocks[0]?.type === "table" && !isTitled(blocks[0])
    ? [...nameOf(sheet), ...blocks]
    : blocks;
}

/** Whether one of the first rows is a title over the whole width. */
function isTitled({ cells, columnCount }: Table): boolean {
  const isTitle = ({ row, columnSpan }: Cell): boolean => row < 3 && columnSpan === columnCount;
  return columnCount > 1 && cells.some(isTitle);
}

function nameOf(sheet: VisibleSheet): readonly Paragraph[] {
  if (UNNAMED.test(sheet.name.trim())) return [];
  return [{ type: "paragraph", text: sheet.name, at: onSheet(sheet, "A1") }];
}

/** A table with the lines over it; tables side by side one after another, each with its own lines. */
function withLines(
  sheet: VisibleSheet,
  above: readonly Line[],
  rows: readonly Line[],
): readonly Block[] {
  return panelsOf(above, rows).flatMap((panel) => {
    const [own, lines] =
      panel === EVERYWHERE ? [above, rows] : [between(above, panel), between(rows, panel)];
    return [...paragraphs(sheet, own, true), ...tableOf(sheet, lines)];
  });
}

const EVERYWHERE: Span = { first: 0, last: Infinity };

/** The columns of the tables that stand side by side, told by their titles. */
function panelsOf(above: readonly Line[], rows: readonly Line[]): readonly Span[] {
  const tilings = above.map((line) => tilesOf(line, rows));
  const found = tilings.find((spans) => spans.length > 1 && isApart(rows, spans));
  return found ?? [EVERYWHERE];
}

/** Whether no cell of these lines lies over two of the spans. */
function isApart(rows: readonly Line[], spans: readonly Span[]): boolean {
  return rows.every(({ cells }) =>
    cells.every(({ column, columnSpan }) =>
      spans.some(({ first, last }) => first <= column && column + columnSpan - 1 <= last),
    ),
  );
}

/** Lines as paragraphs: the cells of a line joined where they stand over a table, else each by itself. */
function paragraphs(
  sheet: VisibleSheet,
  lines: readonly Line[],
  joined: boolean,
): readonly Paragraph[] {
  return lines.flatMap(({ cells }) => {
    const [first] = cells;
    if (first === undefined) return [];
    if (joined)
      return [paragraph(sheet, cells.map(({ source }) => oneLine(source.text)).join("\t"), first)];
    return cells.flatMap((cell) =>
      cell.source.text
        .split("\n")
        .filter((text) => text.trim() !== "")
        .map((text) => paragraph(sheet, text, cell)),
    );
  });
}

/** A title is broken over lines to fit its cell. */
function oneLine(text: string): string {
  return text.replaceAll("\n", "");
}

function paragraph(sheet: VisibleSheet, text: string, cell: ShownCell): Paragraph {
  return { type: "paragraph", text, at: onSheet(sheet, addressIn(cell)) };
}

function addressIn({ source: { row, column } }: ShownCell): string {
  return addressOf(row, column);
}

function onSheet({ name }: VisibleSheet, cell: string): Place {
  return { type: "sheet", sheet: name, cell };
}

/** The grid of these rows: the columns in which a cell begins. Blank positions are cells too. */
function tableOf(sheet: VisibleSheet, rows: readonly Line[]): readonly Table[] {
  const columns = columnsOf(rows);
  const [first] = columns;
  const [top] = rows;
  if (first === undefined || top === undefined) return [];
  const index = new Map(columns.map((column, at) => [column, at] as const));
  const cells: Cell[] = [];
  for (const [row, line] of rows.entries())
    addRow(cells, { sheet, rows, columns, index }, { row, line });
  const at = onSheet(sheet, sheet.address(top.row, first));
  return [{ type: "table", rowCount: rows.length, columnCount: columns.length, cells, at }];
}

function columnsOf(rows: readonly Line[]): readonly number[] {
  const { first, last } = extentOf(rows);
  const columns = new Set<number>();
  for (const { cells, blanks } of rows) {
    for (const { column } of cells) columns.add(column);
    for (const { column } of blanks) if (column >= first && column <= last) columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}

interface Grid {
  readonly sheet: VisibleSheet;
  readonly rows: readonly Line[];
  readonly columns: readonly number[];
  readonly index: ReadonlyMap<number, number>;
}

function addRow(
  cells: Cell[],
  { sheet, rows, columns, index }: Grid,
  { row, line }: { readonly row: number; readonly line: Line },
): void {
  let next = 0;
  const blanksUpTo = (end: number): void => {
    for (; next < end; next += 1) {
      const column = columns[next] ?? 0;
      if (line.covered.some(({ first, last }) => column >= first && column <= last)) continue;
      const at = onSheet(sheet, sheet.address(line.row, column));
      cells.push({ row, column: next, rowSpan: 1, columnSpan: 1, text: "", at });
    }
  };
  for (const cell of printedCells(line, columns)) {
    const column = index.get(cell.column) ?? 0;
    blanksUpTo(column);
    const columnSpan = cell.columnSpan === 1 ? 1 : kept(columns, column, cell);
    const rowSpan = cell.rowSpan === 1 ? 1 : linesOf(rows, row, cell);
    cells.push({
      row,
      column,
      rowSpan,
      columnSpan,
      text: cell.source.text,
      at: onSheet(sheet, addressIn(cell)),
    });
    next = column + columnSpan;
  }
  blanksUpTo(columns.length);
}

/** The cells of a line, with merged ones that show nothing; those of one position are filled in anyway. */
function printedCells({ cells, blanks }: Line, columns: readonly number[]): readonly ShownCell[] {
  const last = columns.at(-1) ?? -1;
  const merged = blanks.filter(
    ({ column, columnSpan, rowSpan }) => columnSpan * rowSpan > 1 && column <= last,
  );
  if (merged.length === 0) return cells;
  return [...cells, ...merged].sort((a, b) => a.column - b.column);
}

/** How many of the columns a cell covers. */
function kept(columns: readonly number[], from: number, { column, columnSpan }: ShownCell): number {
  let to = from;
  while (to < columns.length && (columns[to] ?? 0) < column + columnSpan) to += 1;
  return Math.max(1, to - from);
}

/** How many of the rows a cell covers. */
function linesOf(rows: readonly Line[], from: number, { rowSpan }: ShownCell): number {
  const end = (rows[from]?.place ?? 0) + rowSpan;
  let to = from;
  while (to < rows.length && (rows[to]?.place ?? 0) < end) to += 1;
  return Math.max(1, to - from);
}
