import type { Block, Cell, Document, Place, Table } from "../../../pipeline/model/document.js";
import { gridOf, type Grid } from "../../../pipeline/model/grid.js";
import { looksLikeCaption } from "../../captions/caption.js";
import { entriesOf, isBlankRow } from "../rows.js";
import { isIndicatorHeader } from "./indicator-grid.js";
import { namesProject } from "./project-sheet.js";
import { stripLabel } from "./strip-labels.js";

/** A document whose grids hold one performance sheet each: those printed below one another in one grid are parted. */
export function partSheets(document: Document): Document {
  const blocks = document.blocks.flatMap((block): readonly Block[] =>
    block.type === "table" ? sheetsOf(block) : [block],
  );
  return { ...document, blocks };
}

/** The sheets of a table from the top down; the table itself where it holds one. */
function sheetsOf(table: Table): readonly Table[] {
  const grid = gridOf(table);
  const headers = rowsFrom(0, grid.rowCount).filter((row) => isIndicatorHeader(grid, row));
  const starts = headers.slice(1).flatMap((header, i) => {
    const start = startBetween(grid, headers[i] ?? 0, header);
    return start === null ? [] : [start];
  });
  if (starts.length === 0) return [table];
  return [0, ...starts].map((start, i) => partOf(table, start, starts[i] ?? table.rowCount));
}

/** The row in which a sheet begins between the indicators of one project and those of the next; null where none does. */
function startBetween(grid: Grid, above: number, header: number): number | null {
  const label = rowsFrom(above + 1, header).find((row) => {
    const [first] = entriesOf(grid, row);
    return stripLabel(first?.text ?? "")?.inline === "";
  });
  if (label === undefined || !namesProject(grid, rowsFrom(label, header))) return null;
  let start = label;
  while (start - 1 > above && isOverSheet(grid, start - 1)) start -= 1;
  const isCrossed = grid.cells.some(({ row, rowSpan }) => row < start && row + rowSpan > start);
  return isCrossed ? null : start;
}

/** Whether a row over the strip is blank, or the title of the sheet. */
function isOverSheet(grid: Grid, row: number): boolean {
  const [title, ...others] = entriesOf(grid, row).filter(({ text }) => text !== "");
  return isBlankRow(grid, row) || (others.length === 0 && looksLikeCaption(title?.text ?? ""));
}

function partOf(table: Table, start: number, end: number): Table {
  const cells = table.cells
    .filter(({ row }) => row >= start && row < end)
    .map((cell): Cell => ({ ...cell, row: cell.row - start }));
  const { lastPage, ...whole } = table;
  const pages = cells.flatMap(({ at }) => (at.type === "page" ? [at.page] : []));
  const at = placeOf(table, cells);
  const last = Math.max(...pages, lastPage === undefined ? 0 : 1);
  const goesOn = at.type === "page" && last > at.page;
  return { ...whole, rowCount: end - start, cells, at, ...(goesOn ? { lastPage: last } : {}) };
}

/** Where a part stands: around its cells on their first page, or where its table stands. */
function placeOf({ at }: Table, cells: readonly Cell[]): Place {
  const placed = cells.flatMap((cell) => (cell.at.type === "page" ? [cell.at] : []));
  if (at.type !== "page" || placed.length === 0) return at;
  const page = Math.min(...placed.map((place) => place.page));
  const boxes = placed.filter((place) => place.page === page).map(({ box }) => box);
  const [left, top] = [0, 1].map((side) => Math.min(...boxes.map((box) => box[side] ?? 0)));
  const [right, bottom] = [2, 3].map((side) => Math.max(...boxes.map((box) => box[side] ?? 0)));
  return { type: "page", page, box: [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0] };
}

function rowsFrom(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}
