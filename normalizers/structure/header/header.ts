import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";
import type { Column } from "../../../pipeline/model/table-kind.js";
import { STRUCTURE } from "../settings.js";

/** A header: its grid rows, and the leaf columns with the texts above them. */
export interface Header {
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  /** Whether the last header row holds data too (`类 款 项 | 合计 | 2,946.25`). */
  readonly lastRowHasData: boolean;
}

/** A header cell by position: what `Cell` is, recovered where the source lost its spans. */
interface Span {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const COLUMN_NUMBERS = /^(栏次|行次|栏目|列次)$/u;
/** What stands in a row of column numbers over columns that have none. */
const WITHOUT_NUMBER = /^(?:[栏行]次|栏目|列次|[*＊×]+)$/u;
const plain = (text: string): string => text.replace(/\s/gu, "");
const isNumber = (cell: Cell): boolean => isPrintedNumber(cell.text);
const isBlank = (cell: { readonly text: string }): boolean => plain(cell.text) === "";

/**
 * Reads the header that starts at grid row `first`: a tree of any depth, by the spans of its cells.
 * Where plain text lost them they are recovered: a blank cell under a header continues it, a run of
 * texts divides the wider ones above. A row of column numbers (栏次) belongs to the header.
 */
export function headerFrom(grid: Grid, first: number): Header {
  const lost = isShort(grid, first);
  const spans = lost ? recovered(grid, first) : printed(grid, first);
  const depth = spans.reduce((end, span) => Math.max(end, span.row + span.rowSpan), first + 1);
  const numbers = depth < grid.rowCount && isColumnNumbers(grid, depth) ? 1 : 0;
  const rows = Array.from({ length: depth + numbers - first }, (_, i) => first + i);
  const lastRowHasData =
    numbers === 0 &&
    depth - first > 1 &&
    !isColumnNumbers(grid, depth - 1) &&
    grid.rowCells(depth - 1).some(isNumber);
  return { rows, columns: columnsOf(spans, grid.columnCount), lastRowHasData };
}

/** Whether a row lacks cells because the source lost its merges. */
function isShort(grid: Grid, row: number): boolean {
  return grid.at(row, grid.columnCount - 1) === undefined;
}

/** `栏次 1 2 3 …`, also behind the code columns 类 款 项, or nothing but 1, 2, 3 … in order. */
function isColumnNumbers(grid: Grid, row: number): boolean {
  const cells = grid.rowCells(row).filter((cell) => !isCodePart(cell));
  const texts = cells.map((cell) => plain(cell.text));
  if (COLUMN_NUMBERS.test(texts[0] ?? "")) return true;
  const numbers = texts.filter((text) => text !== "" && !WITHOUT_NUMBER.test(text));
  return numbers.length > 2 && numbers.every((text, i) => text === String(i + 1));
}

/** Header cells as the source spans them: rows are taken while a wide cell is still to be divided. */
function printed(grid: Grid, first: number): readonly Span[] {
  let end = first + 1;
  const cells = (): readonly Cell[] => rowsBetween(first, end).flatMap((row) => grid.rowCells(row));
  while (end < grid.rowCount && end - first < STRUCTURE.header.deepest) {
    const reach = reachOf(cells(), first);
    if (reach > end) end = Math.min(reach, grid.rowCount);
    else if (divides(grid, cells(), end)) end += 1;
    else break;
  }
  const shared = end - first > 1 && grid.rowCells(end - 1).some(isNumber);
  const numbered = new Set(rowsBetween(first + 1, end).filter((row) => isColumnNumbers(grid, row)));
  return cells().filter(
    (cell) =>
      !isNumber(cell) &&
      (!numbered.has(cell.row) || isCodePart(cell)) &&
      (!shared || cell.row < end - 1 || isCodePart(cell)),
  );
}

/** The code columns 类 款 项 under their header; the rest of their row may be data. */
const isCodePart = (cell: Cell): boolean => /^[类款项目]$/u.test(plain(cell.text));

/** The row after the last that these cells span; a cell deeper than any header is none of it. */
function reachOf(cells: readonly Cell[], first: number): number {
  const ends = cells
    .map((cell) => cell.row + cell.rowSpan)
    .filter((end) => end - first <= STRUCTURE.header.deepest);
  return Math.max(first + 1, ...ends);
}

const rowsBetween = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, i) => first + i);

/** Whether `row` names the parts of a wide cell just above: several labels under one header. */
function divides(grid: Grid, header: readonly Cell[], row: number): boolean {
  const wide = header.filter((cell) => cell.row + cell.rowSpan === row && cell.columnSpan > 1);
  return wide.some((cell) => {
    const below = grid
      .rowCells(row)
      .filter((part) => part.column >= cell.column && part.column < cell.column + cell.columnSpan);
    return below.length > 1 && below.some((part) => !isBlank(part)) && isLabels(grid, row, below);
  });
}

/** Labels, not data: no number among them, nor in their row unless they are the code columns 类 款 项. */
function isLabels(grid: Grid, row: number, below: readonly Cell[]): boolean {
  if (below.some(isNumber)) return false;
  return below.filter(isCodePart).length > 1 || !grid.rowCells(row).some(isNumber);
}

/** Header cells of a source without spans, level by level until every column has its leaf. */
function recovered(grid: Grid, first: number): readonly Span[] {
  let leaves: readonly Node[] = grid.rowCells(first).map((cell) => node(cell.text, first));
  const roots = leaves;
  for (let row = first + 1; leaves.length < grid.columnCount && row < grid.rowCount; row += 1) {
    const cells = headings(grid.rowCells(row));
    if (
      row - first >= STRUCTURE.header.deepest ||
      cells.length <= leaves.length ||
      cells.some(isNumber)
    )
      break;
    leaves = divided(leaves, cells, row);
  }
  const deepest = deepestRow(roots);
  const below = rowsBetween(deepest + 1, deepest + 1 + STRUCTURE.header.rowsOfProof);
  const widest = Math.max(...below.map((row) => grid.rowCells(row).length), leaves.length);
  return laidOut(widened(roots, widest), deepest);
}

/** The cells of a row as a header has them: beside 类 款 项 the rest of the row is data of the 合计. */
function headings(cells: readonly Cell[]): readonly Cell[] {
  const shared = cells.filter(isCodePart).length > 1 && cells.some(isNumber);
  return shared ? cells.map((cell) => (isCodePart(cell) ? cell : { ...cell, text: "" })) : cells;
}

/** Where the rows below have more cells than leaves were found, the first header covers the rest. */
function widened(roots: readonly Node[], columnCount: number): readonly Node[] {
  const missing = columnCount - roots.reduce((sum, root) => sum + width(root), 0);
  return roots.map((root, i) => (i === 0 && missing > 0 ? { ...root, extra: missing } : root));
}

/** A header cell of the recovered tree; a leaf has no parts. */
interface Node {
  readonly text: string;
  readonly row: number;
  readonly parts: Node[];
  /** Columns that it covers beyond its parts. */
  readonly extra?: number;
}

const node = (text: string, row: number): Node => ({ text, row, parts: [] });

/** Puts a row under the leaves: each blank goes on with one leaf, each run of texts divides those between. */
function divided(leaves: readonly Node[], cells: readonly Cell[], row: number): readonly Node[] {
  const below: Node[] = [];
  const runs = alternating(cells);
  let leaf = 0;
  for (const [i, run] of runs.entries()) {
    if (run.blank) {
      below.push(...leaves.slice(leaf, leaf + run.cells.length));
      leaf += run.cells.length;
    } else {
      const blanksLeft = runs.slice(i + 1).reduce((n, r) => n + (r.blank ? r.cells.length : 0), 0);
      const runsLeft = runs.slice(i + 1).filter((r) => !r.blank).length;
      const count = Math.max(1, leaves.length - leaf - blanksLeft - runsLeft);
      const parents = leaves.slice(
        leaf,
        runsLeft === 0 ? leaf + count : leaf + Math.min(count, parentsOf(run.cells)),
      );
      below.push(...share(parents, run.cells, row));
      leaf += parents.length;
    }
  }
  return [...below, ...leaves.slice(leaf)];
}

interface Run {
  readonly blank: boolean;
  readonly cells: readonly Cell[];
}

function alternating(cells: readonly Cell[]): readonly Run[] {
  const runs: { blank: boolean; cells: Cell[] }[] = [];
  for (const cell of cells) {
    const blank = isBlank(cell);
    const last = runs.at(-1);
    if (last?.blank === blank) last.cells.push(cell);
    else runs.push({ blank, cells: [cell] });
  }
  return runs;
}

/** How many parents a run of labels has: one for each time its first label comes again, or a total begins the next. */
function parentsOf(cells: readonly Cell[]): number {
  const texts = cells.map((cell) => plain(cell.text));
  const again = texts.filter((text) => text === texts[0]).length;
  const totals = texts.filter((text, i) => i > 0 && TOTAL.test(text)).length;
  return Math.max(1, again, totals + 1);
}

/** Divides the labels among their parents. */
function share(parents: readonly Node[], cells: readonly Cell[], row: number): readonly Node[] {
  const parts = cells.map((cell) => node(cell.text, row));
  const cuts = cutsOf(parts, parents.length);
  for (const [i, parent] of parents.entries())
    parent.parts.push(...parts.slice(cuts[i], cuts[i + 1] ?? parts.length));
  return parts;
}

const TOTAL = /^(?:合计|小计|总计)$/u;

/** Where each parent's labels begin: where the first comes again, at each total, else evenly. */
function cutsOf(parts: readonly Node[], count: number): readonly number[] {
  const first = plain(parts[0]?.text ?? "");
  const indexes = (fits: (text: string) => boolean): readonly number[] =>
    parts.flatMap((part, i) => (i === 0 || fits(plain(part.text)) ? [i] : []));
  const candidates = [indexes((text) => text === first), indexes((text) => TOTAL.test(text))];
  const even = Array.from({ length: count }, (_, i) => Math.round((i * parts.length) / count));
  return candidates.find((cuts) => cuts.length === count) ?? even;
}

function deepestRow(nodes: readonly Node[]): number {
  return nodes.reduce((deepest, n) => Math.max(deepest, n.row, deepestRow(n.parts)), 0);
}

function width({ parts, extra }: Node): number {
  const own = parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + width(part), 0);
  return extra === undefined ? own : own + extra;
}

function laidOut(nodes: readonly Node[], deepest: number, left = 0): readonly Span[] {
  const spans: Span[] = [];
  let column = left;
  for (const n of nodes) {
    const rowSpan = n.parts.length === 0 ? deepest - n.row + 1 : 1;
    spans.push({ text: n.text, row: n.row, column, rowSpan, columnSpan: width(n) });
    spans.push(...laidOut(n.parts, deepest, column));
    column += width(n);
  }
  return spans;
}

/** The texts over each column from the top down; blanks and repetitions are left out. */
export function columnsOf(spans: readonly Span[], count: number): readonly Column[] {
  const paths: string[][] = Array.from({ length: count }, () => []);
  const ordered = [...spans].filter((span) => !isBlank(span)).sort((a, b) => a.row - b.row);
  for (const span of ordered)
    for (const path of paths.slice(span.column, span.column + span.columnSpan)) {
      const text = span.text.replace(/(?<!\s)\s*\n\s*/gu, "").trim();
      if (path.at(-1) !== text) path.push(text);
    }
  return paths.map((path, index) => ({ index, path }));
}

/** Whether a leaf column is one of the code columns 类 款 项. */
export function isCodeColumn({ path }: Column): boolean {
  return /^[类款项目]$/u.test(plain(path.at(-1) ?? ""));
}
