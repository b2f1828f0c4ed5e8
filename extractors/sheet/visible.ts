import type { Ignored } from "../../pipeline/model/document.js";
import { addressOf, type Area, type Sheet, type SheetCell, type Span } from "./workbook.js";

/** A row of a sheet as a reader sees it. Columns count those that are not hidden. */
export interface Line {
  /** Its number in the sheet, 0-based. */
  readonly row: number;
  /** Its number among the rows that are not hidden: those of neighbours differ by one. */
  readonly place: number;
  /** The cells that start in it and show something, from left to right. */
  readonly cells: readonly ShownCell[];
  /** The columns that merged cells of higher rows cover. */
  readonly covered: readonly Span[];
  /** The cells that show nothing but have a rule at a side, from left to right. */
  readonly blanks: readonly ShownCell[];
  readonly ruled: boolean;
}

/** A cell with its extent in visible rows and columns. */
export interface ShownCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** The cell of the sheet that holds its value. */
  readonly source: SheetCell;
}

/** What a reader sees of a sheet, and what of it is left out. */
export interface VisibleSheet {
  readonly name: string;
  /** Rows that show something or are ruled, in order; those between them are blank. */
  readonly lines: readonly Line[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Values of cells that a merged cell covers. */
  readonly ignored: readonly Ignored[];
  /** The first visible column that is not printed. */
  readonly printedTo: number;
  /** The number of a visible column, by its number in the sheet. */
  readonly address: (row: number, column: number) => string;
}

/** Leaves out what is hidden, and gives merged cells their visible extent. */
export function visibleSheet(sheet: Sheet): VisibleSheet {
  const columns = visibleColumns(sheet);
  const merged = mergesOf(sheet, columns);
  const draft: Draft = {
    lines: new Map(),
    ignored: [],
    hidden: { rows: new Set(), columns: new Set() },
  };
  for (const cell of sheet.cells) placeCell({ sheet, columns, merged, draft }, cell);
  for (const merge of merged.all) cover(draft, merge);
  const lines = [...draft.lines.values()].filter(isSeen).sort((a, b) => a.row - b.row);
  const placed = withPlaces(lines, sheet.hiddenRows);
  return {
    name: sheet.name,
    lines: placed,
    hiddenRows: draft.hidden.rows.size,
    hiddenColumns: draft.hidden.columns.size,
    ignored: draft.ignored,
    printedTo: (columns.within({ first: 0, last: sheet.lastPrinted })?.last ?? -1) + 1,
    address: (row, column) => addressOf(row, columns.inSheet(column)),
  };
}

function withPlaces(lines: readonly OpenLine[], hiddenRows: ReadonlySet<number>): readonly Line[] {
  const hidden = [...hiddenRows].sort((a, b) => a - b);
  let before = 0;
  return lines.map((line) => {
    while ((hidden[before] ?? Infinity) < line.row) before += 1;
    return { ...line, place: line.row - before };
  });
}

interface OpenLine {
  readonly row: number;
  readonly cells: ShownCell[];
  readonly covered: Span[];
  readonly blanks: ShownCell[];
  ruled: boolean;
}

interface Draft {
  readonly lines: Map<number, OpenLine>;
  readonly ignored: Ignored[];
  /** Those that hold something. */
  readonly hidden: { readonly rows: Set<number>; readonly columns: Set<number> };
}

interface Placing {
  readonly sheet: Sheet;
  readonly columns: Columns;
  readonly merged: Merged;
  readonly draft: Draft;
}

function placeCell({ sheet, columns, merged, draft }: Placing, cell: SheetCell): void {
  const merge = merged.at(cell.row, cell.column);
  const isFirst = merge === undefined || isFirstOf(merge.area, cell);
  if (isFirst && merge !== undefined) return openMerge(draft, merge, cell);
  const column = columns.visible(cell.column);
  const isHiddenRow = sheet.hiddenRows.has(cell.row);
  if (isHiddenRow || column === null) {
    if (cell.text === "") return;
    if (isHiddenRow) draft.hidden.rows.add(cell.row);
    else draft.hidden.columns.add(cell.column);
    return;
  }
  const line = lineAt(draft, cell.row);
  line.ruled ||= cell.ruled;
  if (merge === undefined) addCell(line, cell, { column, columnSpan: 1, rowSpan: 1 });
  else if (cell.text !== "") draft.ignored.push(under(sheet.name, cell));
}

type Extent = Pick<ShownCell, "column" | "columnSpan" | "rowSpan">;

function addCell(line: OpenLine, cell: SheetCell, extent: Extent): void {
  const { column, columnSpan, rowSpan } = extent;
  const shown = { column, columnSpan, rowSpan, source: cell };
  if (cell.text.trim() !== "" || cell.doubt !== undefined) line.cells.push(shown);
  else if (cell.ruled) line.blanks.push(shown);
}

/** A merged cell shows its value in what is visible of it, even where its first cell is hidden. */
function openMerge(draft: Draft, { area, shown }: Merge, cell: SheetCell): void {
  if (shown === null) {
    if (cell.text !== "") draft.hidden.rows.add(area.rows.first);
    return;
  }
  const line = lineAt(draft, shown.row);
  line.ruled ||= cell.ruled;
  addCell(line, cell, shown);
}

/** The rows below the first of a merged cell are covered by it; where it is blank, those that show something. */
function cover(draft: Draft, { area, shown }: Merge): void {
  if (shown === null) return;
  const line = draft.lines.get(shown.row);
  const isAt = ({ column }: ShownCell): boolean => column === shown.column;
  const isShown = line?.cells.some(isAt) === true;
  if (!isShown && line?.blanks.some(isAt) === false) line.blanks.push(blankOf(area, shown));
  const columns = { first: shown.column, last: shown.column + shown.columnSpan - 1 };
  for (const row of shown.rows.slice(1)) {
    const below = isShown ? lineAt(draft, row) : draft.lines.get(row);
    below?.covered.push(columns);
  }
}

/** A merged cell of which the file says nothing but its extent. */
function blankOf({ rows, columns }: Area, { column, columnSpan, rowSpan }: Extent): ShownCell {
  const place = { row: rows.first, column: columns.first };
  return {
    column,
    columnSpan,
    rowSpan,
    source: { ...place, text: "", ruled: false, numeric: false },
  };
}

function under(sheet: string, { text, row, column }: SheetCell): Ignored {
  return {
    text,
    reason: "under a merged cell",
    at: { type: "sheet", sheet, cell: addressOf(row, column) },
  };
}

function lineAt(draft: Draft, row: number): OpenLine {
  const known = draft.lines.get(row);
  if (known !== undefined) return known;
  const line: OpenLine = { row, cells: [], covered: [], blanks: [], ruled: false };
  draft.lines.set(row, line);
  return line;
}

function isSeen({ cells, blanks, covered, ruled }: OpenLine): boolean {
  cells.sort((a, b) => a.column - b.column);
  blanks.sort((a, b) => a.column - b.column);
  return cells.length > 0 || covered.length > 0 || ruled;
}

/** Numbers columns without the hidden ones. */
interface Columns {
  /** The number of a column among the visible ones, or null where it is hidden. */
  readonly visible: (column: number) => number | null;
  readonly inSheet: (visible: number) => number;
  /** The visible columns of a span, or null where all are hidden. */
  readonly within: (span: Span) => Span | null;
}

function visibleColumns({ hiddenColumns }: Sheet): Columns {
  const hidden = hiddenColumns.toSorted((a, b) => a.first - b.first);
  const before = (column: number): number =>
    hidden.reduce(
      (count, { first, last }) => count + Math.max(0, Math.min(last + 1, column) - first),
      0,
    );
  const isHidden = (column: number): boolean =>
    hidden.some(({ first, last }) => column >= first && column <= last);
  const known: (number | null | undefined)[] = [];
  return {
    visible: (column) => {
      if (known[column] === undefined)
        known[column] = isHidden(column) ? null : column - before(column);
      return known[column];
    },
    inSheet: (number) => {
      let column = number;
      for (const { first, last } of hidden) if (first <= column) column += last - first + 1;
      return column;
    },
    within: ({ first, last }) => {
      const [from, to] = [first - before(first), last - before(last) - (isHidden(last) ? 1 : 0)];
      return to < from ? null : { first: from, last: to };
    },
  };
}

/** A merged range, and what is visible of it. */
interface Merge {
  readonly area: Area;
  readonly shown: (Extent & { readonly row: number; readonly rows: readonly number[] }) | null;
}

interface Merged {
  readonly all: readonly Merge[];
  /** The merged range over a cell. */
  readonly at: (row: number, column: number) => Merge | undefined;
}

function mergesOf(sheet: Sheet, columns: Columns): Merged {
  const lastRow = sheet.cells.at(-1)?.row ?? 0;
  const byRow = new Map<number, Merge[]>();
  const all: Merge[] = [];
  for (const area of sheet.merges) {
    const last = Math.min(area.rows.last, lastRow);
    const rows = visibleRows(sheet, { first: area.rows.first, last });
    const merge = { area, shown: shownExtent(rows, columns.within(area.columns)) };
    // Damaged workbooks have ranges over one another: the first counts.
    if (rows.some((row) => byRow.get(row)?.some((other) => isOver(other.area, area)))) continue;
    all.push(merge);
    for (let row = area.rows.first; row <= last; row += 1) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [merge]);
      else known.push(merge);
    }
  }
  return {
    all,
    at: (row, column) =>
      byRow
        .get(row)
        ?.find(({ area }) => area.columns.first <= column && area.columns.last >= column),
  };
}

function isOver({ columns: a }: Area, { columns: b }: Area): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function visibleRows({ hiddenRows }: Sheet, { first, last }: Span): readonly number[] {
  const rows: number[] = [];
  for (let row = first; row <= last; row += 1) if (!hiddenRows.has(row)) rows.push(row);
  return rows;
}

function shownExtent(rows: readonly number[], columns: Span | null): Merge["shown"] {
  const [row] = rows;
  if (row === undefined || columns === null) return null;
  const { first, last } = columns;
  return { row, rows, rowSpan: rows.length, column: first, columnSpan: last - first + 1 };
}

function isFirstOf({ rows, columns }: Area, { row, column }: SheetCell): boolean {
  return rows.first === row && columns.first === column;
}
