/** Tables of the PDF edition: one band a row, borders drawn cell by cell. */
import type { Manner, Part } from "../description.js";
import { cellsOf, type GridCell } from "../grid.js";
import type { Band, LineBand, PageSize } from "./pdf-page.js";
import { hexText, textLines, widthOf } from "./pdf-text.js";

const SIZE = 9;
const LEADING = 12;
const PADDING = 3;

interface Setting {
  readonly manner: Manner;
  readonly size: PageSize;
}

/** A grid measured out: `edges` are the x of the column borders, `heights` those of the rows. */
interface Measured {
  readonly part: Part;
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  readonly manner: Manner;
  readonly padding: number;
}

/** The rows of a grid as bands; the header rows come again on each page if that is the manner. */
export function tableBands(part: Part, { manner, size }: Setting): readonly Band[] {
  const edges = edgesOf(part, size);
  const padding = manner.rowPadding ?? PADDING;
  const heights = heightsOf({ part, edges, padding });
  const measured = { part, edges, heights, padding, manner };
  const bands = part.rows.map((_, row) => rowBand(measured, row));
  const repeated = manner.repeatHeader ? bands.slice(0, part.head) : [];
  return bands.map((band, row) => ({
    ...band,
    keepWithNext: row < part.head || row === 0,
    again: row > part.head ? repeated : [],
  }));
}

function edgesOf({ widths }: Part, { width, margin }: PageSize): readonly number[] {
  const unit = (width - 2 * margin) / widths.reduce((total, each) => total + each, 0);
  const edges = [margin];
  for (const each of widths) edges.push((edges.at(-1) ?? margin) + each * unit);
  return edges;
}

/** Each row is as high as its highest single-row cell; merged cells stretch their last row. */
function heightsOf({
  part,
  edges,
  padding,
}: Omit<Measured, "heights" | "manner">): readonly number[] {
  const heights = part.rows.map(() => LEADING + 2 * padding);
  const cells = part.rows.flatMap((_, row) =>
    cellsOf(part.rows, row).map((cell) => ({ cell, row })),
  );
  for (const { cell, row } of cells.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    if (cell.continues) continue;
    const covered = heights.slice(row, row + cell.rowSpan).reduce((total, each) => total + each, 0);
    const needed = linesOf(cell, edges).length * LEADING + 2 * padding;
    const last = row + cell.rowSpan - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, needed - covered);
  }
  return heights;
}

function linesOf(cell: GridCell, edges: readonly number[]): readonly string[] {
  const { left, right } = sidesOf(cell, edges);
  return textLines(cell.text, { size: SIZE, width: right - left - 2 * PADDING });
}

function sidesOf(cell: GridCell, edges: readonly number[]): { left: number; right: number } {
  return { left: edges[cell.column] ?? 0, right: edges[cell.column + cell.columnSpan] ?? 0 };
}

/** The lines of a cut row that a page holds. */
interface Slice {
  readonly from: number;
  readonly to: number;
}

function rowBand(measured: Measured, row: number, slice?: Slice): LineBand {
  const { part, heights, padding } = measured;
  const height =
    slice === undefined
      ? (heights[row] ?? LEADING)
      : (slice.to - slice.from) * LEADING + 2 * padding;
  const cells = cellsOf(part.rows, row);
  return {
    type: "line",
    height,
    draw: (top, place) =>
      cells.flatMap((cell) => [
        ...bordersOf(cell, { measured, row, top, bottom: top - height, ...place }),
        ...(cell.continues ? [] : textOf(cell, { measured, row, top, ...slice })),
      ]),
    ...(measured.manner.cutRows === true && row >= part.head
      ? { cut: (room) => cutAt(measured, row, room) }
      : {}),
  };
}

/** A row of several lines in two slices; merged cells are left whole. */
function cutAt(
  measured: Measured,
  row: number,
  room: number,
): readonly [LineBand, LineBand] | null {
  const cells = cellsOf(measured.part.rows, row);
  const lines = Math.max(...cells.map((cell) => linesOf(cell, measured.edges).length));
  const at = Math.floor((room - 2 * measured.padding) / LEADING);
  if (at < 1 || at >= lines || cells.some(({ rowSpan }) => rowSpan > 1)) return null;
  return [
    rowBand(measured, row, { from: 0, to: at }),
    rowBand(measured, row, { from: at, to: lines }),
  ];
}

interface Around {
  readonly measured: Measured;
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Sides always; the upper and lower edge where the cell, or the page, begins and ends. */
function bordersOf(
  cell: GridCell,
  { measured, row, top, bottom, first, last }: Around,
): readonly string[] {
  const { left, right } = sidesOf(cell, measured.edges);
  const rule = measured.manner.borders === "strokes" ? stroke : rectangle;
  const sides = [left, right].map((x) => rule({ x0: x, y0: bottom, x1: x, y1: top }));
  const across = (y: number) => rule({ x0: left, y0: y, x1: right, y1: y });
  const open = measured.manner.columnRulesOnly === true;
  const isHead = row < measured.part.head;
  const isEnd = row === measured.part.rows.length - 1;
  const upper = first || (!cell.continues && (!open || isHead)) ? [across(top)] : [];
  const lower = last || (cell.rowSpan === 1 && (!open || isHead || isEnd)) ? [across(bottom)] : [];
  return [...sides, ...upper, ...lower];
}

interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function stroke({ x0, y0, x1, y1 }: Segment): string {
  return `0.5 w ${x0.toFixed(2)} ${y0.toFixed(2)} m ${x1.toFixed(2)} ${y1.toFixed(2)} l S`;
}

function rectangle({ x0, y0, x1, y1 }: Segment): string {
  const width = Math.max(x1 - x0, 0.48);
  const height = Math.max(y1 - y0, 0.48);
  return `${x0.toFixed(2)} ${y0.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re f`;
}

interface Inside extends Partial<Slice> {
  readonly measured: Measured;
  readonly row: number;
  readonly top: number;
}

/** Money stands at the right, header texts in the middle of all the rows that they span. */
function textOf(cell: GridCell, { measured, row, top, from, to }: Inside): readonly string[] {
  const { left, right } = sidesOf(cell, measured.edges);
  const isHead = row < measured.part.head;
  const lines = linesOf(cell, measured.edges).slice(from, to);
  const span = isHead ? cell.rowSpan : 1;
  const height = measured.heights.slice(row, row + span).reduce((total, each) => total + each, 0);
  const middle = Math.max((height - lines.length * LEADING) / 2, measured.padding);
  const above = from === undefined ? middle : measured.padding;
  return lines.map((text, at) => {
    const spare = right - left - widthOf(text, SIZE) - 2 * PADDING;
    const shift = isHead ? spare / 2 : /^[\d,.]+$/u.test(text) ? spare : 0;
    const y = top - above - at * LEADING - SIZE;
    return hexText(text, { x: left + PADDING + Math.max(shift, 0), y, font: "song", size: SIZE });
  });
}
