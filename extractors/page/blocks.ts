import type { Block, Cell, Paragraph, Table } from "../../pipeline/model/document.js";
import { cellBox, type ReadGrid } from "./cells.js";
import { contentsLines } from "./contents.js";
import { outline } from "./lattice.js";
import type { PageContent } from "./page-content.js";
import {
  customOf,
  isCentred,
  type Passage,
  passageBox,
  passages,
  passageRead,
  passageType,
  type PlacedLine,
} from "./paragraphs.js";
import { textAreas } from "./text-areas.js";
import { PAGE } from "./settings.js";

/** The blocks of all pages in reading order: paragraphs run on over pages, tables end with theirs. */
export function blocks(pages: readonly PageContent[]): Block[] {
  const areas = textAreas(pages);
  const stretches = pages.flatMap((page, i) =>
    pageItems(page, areas[i] ?? { left: 0, right: page.width }),
  );
  const custom = customOf(stretches.flatMap((item) => (Array.isArray(item) ? item : [])));
  const found = joinStretches(stretches).flatMap((item): (Passage | Table)[] =>
    Array.isArray(item) ? passages(item, custom) : [item],
  );
  const withTables = new Set(pages.filter(({ grids }) => grids.length > 0).map(pageNumber));
  const contents = contentsLines(found.filter(isPassage), (page) => withTables.has(page));
  return found.map((item) => (isPassage(item) ? paragraph(item, contents.has(item)) : item));
}

const pageNumber = ({ number }: PageContent): number => number;

type Item = PlacedLine[] | Table;

function isPassage(item: Passage | Table): item is Passage {
  return Array.isArray(item);
}

/** What stands on a page from the top down: runs of lines, and tables. */
function pageItems(page: PageContent, area: { left: number; right: number }): Item[] {
  const items: Item[] = [];
  const waiting = [...page.grids];
  let run: PlacedLine[] = [];
  const flush = (): void => {
    if (run.length > 0) items.push(run);
    run = [];
  };
  for (const line of page.lines) {
    while (
      waiting[0] !== undefined &&
      outline(waiting[0])[1] < line.baseline - PAGE.glyph.middle * line.size
    ) {
      flush();
      items.push(table(page, waiting.shift() ?? waiting[0]));
    }
    run.push({ page: page.number, line, area });
  }
  flush();
  return [...items, ...waiting.map((grid) => table(page, grid))];
}

/** Lines at the foot of one page and at the head of the next are one stretch. */
function joinStretches(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (Array.isArray(item) && Array.isArray(last)) last.push(...item);
    else joined.push(Array.isArray(item) ? [...item] : item);
  }
  return joined;
}

function paragraph(passage: Passage, contents: boolean): Paragraph {
  const [first] = passage;
  return {
    type: "paragraph",
    ...passageRead(passage),
    at: { type: "page", page: first.page, box: passageBox(passage) },
    look: { ...passageType(passage), centred: passage.every(isCentred) },
    ...(contents ? { contents } : {}),
  };
}

/** A grid of one page as a table of the document. */
function table(page: PageContent, grid: ReadGrid): Table {
  return {
    type: "table",
    rowCount: grid.ys.length - 1,
    columnCount: grid.xs.length - 1,
    cells: grid.cells.map((cell): Cell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cell.text,
      at: { type: "page", page: page.number, box: cellBox(grid, cell) },
      ...(cell.recognized === undefined ? {} : { recognized: cell.recognized }),
      ...(cell.indent === undefined ? {} : { indent: cell.indent }),
    })),
    at: { type: "page", page: page.number, box: outline(grid) },
    columnEdges: grid.xs,
  };
}
