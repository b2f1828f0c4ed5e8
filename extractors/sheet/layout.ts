import type { Line, ShownCell } from "./visible.js";
import type { Span } from "./workbook.js";

/** Lines of a sheet that belong together: one table with its columns, or lines of text. */
export type Piece =
  | { readonly type: "text"; readonly lines: readonly Line[]; readonly joined: boolean }
  | { readonly type: "table"; readonly lines: readonly Line[] };

/** What tells tables, captions and notes of one sheet apart. */
const LAYOUT = {
  /** Cells of a line over a table that is no row of it: form number, issuer, year, unit. */
  cornerCells: 4,
  /** Lines of more than one cell between a title and its table. */
  cornerLines: 3,
  /** Blank rows at the end of a table that are part of it. */
  blankRows: 20,
  /** Blank lines between the corner lines and their table. */
  gap: 2,
  /** Characters of a note under a table without rules: names of rows are shorter (longest known: 38). */
  noteCharacters: 40,
} as const;

/** `单位：万元`: a label and what it says. */
const LABELLED = /^\s*[^\s：:]{2,12}\s*[：:]\s*\S/u;

/**
 * The pieces of a sheet from top to bottom. Rules decide where there are some; elsewhere a table begins
 * with the first line that fills its columns and ends at a blank line.
 */
export function piecesOf(lines: readonly Line[], printedTo: number): readonly Piece[] {
  const stretches = stretchesOf(lines);
  const pieces = stretches.flatMap((stretch, at) => {
    if (stretch.ruled) return ruledPieces(stretch.lines);
    const [above, below] = [stretches[at - 1]?.lines.at(-1), stretches[at + 1]?.lines[0]];
    const goesOn = isNext(above, stretch.lines[0]);
    const printed = between(stretch.lines, { first: 0, last: printedTo - 1 });
    const others = between(stretch.lines, { first: printedTo, last: Infinity });
    const own = openPieces(printed, { goesOn, leadsTo: below });
    const leads = below === undefined ? [] : own.slice(-1).filter(isLead);
    return [
      ...own.slice(0, own.length - leads.length),
      ...openPieces(others, { goesOn: false, leadsTo: undefined }),
      ...leads,
    ];
  });
  return pieces.reduce(joinPieces, []);
}

function isLead(piece: Piece): boolean {
  return piece.type === "text" && piece.joined;
}

/** What stands between two columns. Lines of which nothing does are left out. */
export function between(lines: readonly Line[], { first, last }: Span): readonly Line[] {
  const isIn = (column: number): boolean => column >= first && column <= last;
  const starts = (cell: ShownCell): boolean => isIn(cell.column);
  return lines.flatMap((line) => {
    // Nearly all lines stand between them as a whole.
    const isWhole = line.covered.length === 0 && line.blanks.length === 0;
    if (isWhole && line.cells.length > 0 && line.cells.every(starts)) return [line];
    const cells = line.cells.filter(starts);
    const covered = line.covered.filter((span) => isIn(span.first));
    const blanks = line.blanks.filter(starts);
    const shows = cells.length + covered.length + blanks.length > 0;
    return shows ? [{ ...line, cells, covered, blanks }] : [];
  });
}

interface Stretch {
  readonly ruled: boolean;
  readonly lines: Line[];
}

/** Runs of ruled lines, and what stands between them. A ruled run ends where lines are left out. */
function stretchesOf(lines: readonly Line[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    const isCovered = line.covered.length > 0 && last?.ruled === true;
    const ruled = line.ruled || isCovered;
    const goesOn = last?.ruled === ruled && (!ruled || isNext(last.lines.at(-1), line));
    if (goesOn) last.lines.push(line);
    else stretches.push({ ruled, lines: [line] });
  }
  return stretches;
}

function isNext(line: Line | undefined, next: Line | undefined): boolean {
  return line !== undefined && next !== undefined && next.place === line.place + 1;
}

/** A ruled run is a table, unless it is a box around words. */
function ruledPieces(lines: readonly Line[]): readonly Piece[] {
  const printed = withoutBlankEnds(lines);
  if (printed.length === 0) return [];
  const isBox = printed.length === 1 && (printed[0]?.cells.length ?? 0) <= 1;
  if (isBox) return [{ type: "text", lines: printed, joined: false }];
  const titles = titleLines(printed);
  return [
    ...(titles > 0
      ? [{ type: "text", lines: printed.slice(0, titles), joined: true } as const]
      : []),
    { type: "table", lines: printed.slice(titles) },
  ];
}

/** Two lines where the titles of tables side by side have rules as well, each with its unit below it. */
function titleLines(lines: readonly Line[]): number {
  const [titles, corners] = lines;
  if (titles === undefined || corners === undefined) return 0;
  const spans = tilesOf(titles, lines);
  const isCornered = spans.every(({ first, last }) =>
    corners.cells.some(
      ({ column, source }) => column >= first && column <= last && LABELLED.test(source.text),
    ),
  );
  return spans.length > 1 && isCornered ? 2 : 0;
}

/** The columns of the cells of a line that are all merged and together lie over the whole table; else none. */
export function tilesOf({ cells }: Line, rows: readonly Line[]): readonly Span[] {
  const { first, last } = extentOf(rows);
  const spans = cells.map(({ column, columnSpan }) => ({
    first: column,
    last: column + columnSpan - 1,
  }));
  const isTiled = spans.every(
    (span, i) => i === 0 || span.first === (spans[i - 1]?.last ?? -2) + 1,
  );
  const isWhole = (spans[0]?.first ?? Infinity) <= first && (spans.at(-1)?.last ?? -1) >= last;
  return isTiled && isWhole && cells.every(({ columnSpan }) => columnSpan > 1) ? spans : [];
}

function showsSomething({ cells, covered }: Line): boolean {
  return cells.length > 0 || covered.length > 0;
}

/** Forms end with a few blank rows to be filled in; a sheet that is ruled to its end has no more of them. */
function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(showsSomething);
  if (first < 0) return [];
  const end = lines.findLastIndex(showsSomething) + 1;
  return lines.slice(first, lines.length - end <= LAYOUT.blankRows ? lines.length : end);
}

interface Around {
  /** The stretch follows a ruled table without a blank line. */
  readonly goesOn: boolean;
  /** The first line of the ruled table below. */
  readonly leadsTo: Line | undefined;
}

/** Lines without rules: the rest of a table, the lines over one, or tables without rules. */
function openPieces(lines: readonly Line[], { goesOn, leadsTo }: Around): readonly Piece[] {
  const chunks = chunksOf(lines);
  return chunks.flatMap((chunk, at) => {
    const rest = at === 0 && goesOn ? rowsOfTableAbove(chunk) : 0;
    const next = chunks[at + 1];
    const ownBelow = next !== undefined && isText(chunk) ? headOf(next) : undefined;
    const below = next === undefined ? leadsTo : ownBelow;
    const leads = below === undefined ? 0 : leadLines(chunk.slice(rest), below);
    const own = chunk.slice(rest, chunk.length - leads);
    return [
      ...(rest > 0 ? [{ type: "table", lines: chunk.slice(0, rest) } as const] : []),
      ...(own.length > 0 ? openTable(own) : []),
      ...(leads > 0 ? [{ type: "text", lines: chunk.slice(-leads), joined: true } as const] : []),
    ];
  });
}

function isText(chunk: readonly Line[]): boolean {
  return openTable(chunk).every(({ type }) => type === "text");
}

/** The first line of a chunk, where it begins with a table. */
function headOf(chunk: readonly Line[]): Line | undefined {
  return openTable(chunk)[0]?.type === "table" ? chunk[0] : undefined;
}

/** Lines parted by blank ones. */
function chunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const chunks: Line[][] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last !== undefined && isNext(last.at(-1), line)) last.push(line);
    else chunks.push([line]);
  }
  return chunks;
}

/** How many lines go on with the table above, whose last rows were left without rules. */
function rowsOfTableAbove(lines: readonly Line[]): number {
  const end = lines.findIndex(({ cells }) => cells.length < 2 || isCorner(cells));
  return end < 0 ? lines.length : end;
}

/** How many lines at the end are printed over the table below: its title, then corner lines. */
function leadLines(lines: readonly Line[], below: Line): number {
  const gap = below.place - (lines.at(-1)?.place ?? -Infinity);
  if (gap > LAYOUT.gap + 1) return 0;
  let corners = 0;
  let count = 0;
  for (const { cells } of lines.toReversed()) {
    if (cells.length > 1) corners += 1;
    const isOver = cells.every(isWords) && (isFew(cells) || cells.every(isMergedOver));
    if (!isOver || corners > LAYOUT.cornerLines) break;
    count += 1;
  }
  return count;
}

/** A chunk without rules: title, corner lines, a table, notes; or text alone. */
function openTable(lines: readonly Line[]): readonly Piece[] {
  const width = Math.max(...lines.map(({ cells }) => widthOf(cells)));
  const first = linesOverTable(lines, width);
  const rows = lines.slice(first, endOfTable(lines, width));
  if (rows.filter(({ cells }) => cells.length > 1).length < 2)
    return [{ type: "text", lines, joined: false }];
  const notes = lines.slice(first + rows.length);
  return [
    ...(first > 0 ? [{ type: "text", lines: lines.slice(0, first), joined: true } as const] : []),
    { type: "table", lines: rows },
    ...(notes.length > 0 ? [{ type: "text", lines: notes, joined: false } as const] : []),
  ];
}

/** How many lines stand over a table without rules: its title, then lines with labels such as its unit. */
function linesOverTable(lines: readonly Line[], width: number): number {
  let labels = 0;
  const first = lines.findIndex(({ cells }) => {
    const isHeader = labels > 0 && cells.length === 1 && widthOf(cells) === width && width > 1;
    labels += labelled(cells);
    return isHeader || (cells.length > 1 && !isOpenCorner(cells, width));
  });
  return first < 0 ? lines.length : first;
}

function isOpenCorner(cells: readonly ShownCell[], width: number): boolean {
  return isCorner(cells) && (widthOf(cells) * 2 <= width || width <= LAYOUT.cornerCells);
}

/** Columns that the cells of a line cover. */
function widthOf(cells: readonly ShownCell[]): number {
  return cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
}

/** Few words, one of them with a label. */
function isCorner(cells: readonly ShownCell[]): boolean {
  return isFew(cells) && cells.every(isWords) && labelled(cells) > 0;
}

/** As many as stand in the corners of one table; each table side by side with another has its own unit. */
function isFew(cells: readonly ShownCell[]): boolean {
  return cells.length <= LAYOUT.cornerCells * Math.max(1, labelled(cells));
}

function labelled(cells: readonly ShownCell[]): number {
  return cells.filter(({ source }) => LABELLED.test(source.text)).length;
}

function isMergedOver({ columnSpan }: ShownCell): boolean {
  return columnSpan > 1;
}

function isWords(cell: ShownCell | undefined): boolean {
  return cell !== undefined && !cell.source.numeric;
}

/** The end of a table without rules: before the notes, long or as wide as the table. */
function endOfTable(lines: readonly Line[], width: number): number {
  let end = lines.length;
  while (end > 0 && isNote(lines[end - 1], width)) end -= 1;
  return end;
}

function isNote(line: Line | undefined, width: number): boolean {
  const [cell, ...others] = line?.cells ?? [];
  if (cell === undefined || others.length > 0 || cell.source.numeric) return false;
  const isWide = width > 2 && cell.columnSpan * 2 > width;
  const { text } = cell.source;
  return isWide || text.trim().length > LAYOUT.noteCharacters || LABELLED.test(text);
}

/** Two pieces of one table make one: its rest without rules, or rows after a blank line. */
function joinPieces(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1);
  if (last?.type === "table" && piece.type === "table" && goesOnAfter(last.lines, piece.lines)) {
    pieces[pieces.length - 1] = { type: "table", lines: [...last.lines, ...piece.lines] };
  } else pieces.push(piece);
  return pieces;
}

/** Whether a piece has no header of its own and stands in the columns of the one above. */
function goesOnAfter(above: readonly Line[], below: readonly Line[]): boolean {
  const [head] = below;
  const last = above.at(-1);
  if (head === undefined || last === undefined) return false;
  if ((head.ruled || last.ruled) && !isNext(last, head)) return false;
  const isHeader =
    head.cells.every(isWords) && below.slice(1).some(({ cells }) => !cells.every(isWords));
  if (isHeader && !isNext(last, head)) return false;
  const [a, b] = [extentOf(above), extentOf(below)];
  return b.first >= a.first && b.last <= a.last;
}

/** The first and the last column that the cells of lines cover. */
export function extentOf(lines: readonly Line[]): {
  readonly first: number;
  readonly last: number;
} {
  let [first, last] = [Infinity, -1];
  for (const { cells, covered } of lines) {
    for (const { column, columnSpan } of cells) {
      first = Math.min(first, column);
      last = Math.max(last, column + columnSpan - 1);
    }
    for (const span of covered) {
      first = Math.min(first, span.first);
      last = Math.max(last, span.last);
    }
  }
  return { first, last };
}
