import type { Block, Cell, Document, Table } from "../../pipeline/model/document.js";
import { gridOf, type Grid } from "../../pipeline/model/grid.js";
import { type Header, headerFrom } from "../structure/header/header.js";
import type { Section } from "../../pipeline/model/reading.js";
import { completeRows } from "../structure/header/short-rows.js";
import type { DocumentContext, PrintedTable } from "../../pipeline/model/table-kind.js";
import { captionOf, isCalledTable, looksLikeCaption, type Caption } from "./caption.js";
import { aboveTable } from "./above-table.js";
import { barePart, partsOf } from "./corner-parts.js";
import { joinCorners, NO_CORNER, type Corner } from "./corner-fields.js";
import { cornerBetween, cornerOf } from "./corner.js";
import { isSecondLine } from "./facets.js";
import { canonical, textOf } from "../values/text.js";
import { statedUnit } from "../values/unit.js";
import { unitSpelling } from "../values/unit-spelling.js";
import { CAPTIONS } from "./settings.js";

/** Where a table stands: its block, and the sections of its document. */
export interface TablePosition {
  readonly document: Document;
  readonly block: number;
  readonly table: Table;
  readonly number: number;
  readonly sections: readonly Section[];
  readonly context: DocumentContext;
}

/** What is printed over a table, whether above the grid or in its first rows. */
interface Top {
  readonly corner: Corner;
  readonly caption: Caption | null;
  readonly rows: readonly number[];
}

const NOTE = /^(?:注|备注|说明|附注)(?:\d|[：:.、\s])/u;
const YEAR = /(?<!\d)(20\d{2})年/u;

/** Gathers all that is printed about a table: caption, corner, header, body rows, the prose below it. */
export function printedTable(position: TablePosition): PrintedTable {
  const printed = gridOf(position.table);
  const inside = topOf(printed);
  const above = aboveTable(position);
  const corner = joinCorners(inside.corner, above.corner);
  const caption = inside.caption ?? above.caption;
  const header = headerFrom(printed, inside.rows.length);
  const body = inside.rows.length + header.rows.length;
  const grid = gridOf(completeRows(position.table, body, header.columns));
  const section = sectionAt(position.sections, position.block);
  return {
    number: position.number,
    grid,
    caption: caption?.text ?? null,
    captionNumber: caption?.number ?? null,
    unit:
      corner.unit ??
      statedUnit(caption?.text ?? "") ??
      headerUnit(header.columns) ??
      fundsUnit(printed),
    inheritedUnit: corner.unit === null ? inheritedUnit(position) : null,
    issuerCode: corner.issuerCode,
    issuerName: corner.issuerName,
    fiscalYear: corner.fiscalYear ?? yearIn(caption?.text) ?? yearOfColumn(grid, header),
    asOf: corner.asOf,
    columns: header.columns,
    cornerRows: inside.rows,
    headerRows: header.rows,
    bodyRows: bodyRows(grid, header.lastRowHasData ? header.rows.slice(0, -1) : header.rows),
    sectionNo: section?.section_no ?? null,
    sectionKind: section?.kind ?? null,
    following: following(position),
    document: position.context,
  };
}

const rowTexts = (grid: Grid, row: number): readonly string[] =>
  grid
    .rowCells(row)
    .map((cell) => cell.text)
    .filter((text) => text.trim() !== "");

/** The rows over the header: corner lines, a caption over the whole width, blank rows. */
function topOf(grid: Grid): Top {
  let corner = NO_CORNER;
  let caption: Caption | null = null;
  let row = 0;
  for (; row < Math.min(CAPTIONS.cornerRows, grid.rowCount - 1); row += 1) {
    const texts = rowTexts(grid, row);
    const says = cornerOf(texts) ?? bareCorner(grid, row);
    if (says !== null) corner = joinCorners(corner, says);
    else if (isTitleOver(grid, row)) caption = null;
    else if (texts.length === 1 && caption === null && looksLikeCaption(texts[0] ?? ""))
      caption = captionOf(texts[0] ?? "");
    else if (texts.length === 1 && caption !== null && isSecondLine(canonical(texts[0] ?? "")))
      caption = withSecondLine(caption, texts[0] ?? "");
    else if (texts.length > 0) break;
  }
  return { corner, caption, rows: Array.from({ length: row }, (_, i) => i) };
}

/** Whether a row over the whole width is followed by one that calls itself a table: the title of the document. */
function isTitleOver(grid: Grid, row: number): boolean {
  const [[title, ...others], [caption, ...besides]] = [grid.rowCells(row), grid.rowCells(row + 1)];
  if (title === undefined || caption === undefined || others.length + besides.length > 0)
    return false;
  return (
    isAlone(grid, title) &&
    isAlone(grid, caption) &&
    !isCalledTable(title.text) &&
    isCalledTable(caption.text)
  );
}

const withSecondLine = (caption: Caption, line: string): Caption => ({
  ...caption,
  text: `${caption.text}${canonical(line)}`,
});

/** A year, date or unit without a label that has a row at the top to itself: `（2024年度）`. */
function bareCorner(grid: Grid, row: number): Corner | null {
  const [cell, ...others] = grid.rowCells(row);
  if (cell === undefined || others.length > 0 || !isAlone(grid, cell)) return null;
  const says = partsOf(cell.text).map(barePart);
  const isIssuer = says.some((part) => part?.issuerName !== undefined);
  return says.length === 0 || says.includes(null) || isIssuer ? null : cornerBetween([cell.text]);
}

/** Whether nothing stands beside a cell: it spans the width, or plain text lost that it does. */
function isAlone(grid: Grid, { row, column, columnSpan }: Cell): boolean {
  return columnSpan === grid.columnCount || (column === 0 && grid.at(row, 1) === undefined);
}

/** The unit that the column headers state, if they all state one. */
function headerUnit(columns: PrintedTable["columns"]): string | null {
  const units = new Set(
    columns.map(({ path }) => statedUnit(path.join(" "))).filter((unit) => unit !== null),
  );
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

/** What stands at the left of the funds of a project sheet: `项目资金（万元）`. */
const FUNDS =
  /^(?:项目|专项|预算|年度)*(?:资金|经费|投资|预算)(?:总额|情况|安排|来源|规模)?[（(][^（()）]+[)）]$/u;

/** The unit that the labels of a sheet's funds state, if they all state one. */
function fundsUnit(grid: Grid): string | null {
  const labels = grid.cells
    .filter(({ column }) => column === 0)
    .map(({ text }) => canonical(text))
    .filter((text) => FUNDS.test(text));
  const units = new Set(labels.map(statedUnit).filter((unit) => unit !== null));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

const yearIn = (caption: string | undefined): number | null => {
  const year = YEAR.exec(caption ?? "")?.[1];
  return year === undefined ? null : Number(year);
};

/** The one year that a column 预算年度 prints in every row that states one. */
function yearOfColumn(grid: Grid, header: Header): number | null {
  const column = header.columns.find(({ path }) =>
    /^预算年度$/u.test(canonical(path.at(-1) ?? "")),
  );
  const lastHeaderRow = header.rows.at(-1);
  if (column === undefined || lastHeaderRow === undefined) return null;
  const below = grid.cells.filter(
    (cell) => cell.column === column.index && cell.row > lastHeaderRow,
  );
  const years = new Set(below.map(({ text }) => canonical(text)).filter((text) => text !== ""));
  const [year = ""] = years;
  return years.size === 1 && /^20\d{2}$/u.test(year) ? Number(year) : null;
}

/** Rows below the header; a trailing row that is only a note is none. */
function bodyRows(grid: Grid, header: readonly number[]): readonly number[] {
  const first = (header.at(-1) ?? -1) + 1;
  let end = grid.rowCount;
  while (end > first && isNote(grid, end - 1)) end -= 1;
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

function isNote(grid: Grid, row: number): boolean {
  const texts = rowTexts(grid, row);
  return texts.length === 1 && NOTE.test(canonical(texts[0] ?? ""));
}

/** The section that a block stands in. */
function sectionAt(sections: readonly Section[], block: number): Section | undefined {
  return sections.findLast((section) => section.block <= block);
}

/**
 * The unit of a table that states none: that of the other tables and lines of its section, else of its
 * document, if they all state the same. Documents mix units, so one that disagrees leaves it open.
 */
function inheritedUnit({ document, block, sections }: TablePosition): string | null {
  const { blocks } = document;
  const section = sectionAt(sections, block);
  const first = section === undefined ? 0 : section.block;
  const next = sections.find((other) => other.block > block)?.block ?? blocks.length;
  const inSection = unitsBetween(blocks, first, next);
  const units = inSection.size > 0 ? inSection : unitsBetween(blocks, 0, blocks.length);
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

const knownUnits = new WeakMap<readonly Block[], Map<string, ReadonlySet<string>>>();

/** The units that a run of blocks states. Found once a run, not once for each of its tables. */
function unitsBetween(blocks: readonly Block[], first: number, next: number): ReadonlySet<string> {
  const runs = knownUnits.get(blocks) ?? new Map<string, ReadonlySet<string>>();
  knownUnits.set(blocks, runs);
  const run = `${first}-${next}`;
  const units = runs.get(run) ?? unitsStated(blocks.slice(first, next));
  runs.set(run, units);
  return units;
}

/** A label, or a sentence on all that follows: `单位：万元`, `以下单位均为万元`. */
const SAYS_UNIT = /单位\s*(?:[：:]|[均都皆]?为\p{sc=Han}{0,5}元)/u;

function unitsStated(blocks: readonly Block[]): ReadonlySet<string> {
  const texts = blocks.flatMap((block) =>
    block.type === "paragraph"
      ? [block.text]
      : block.cells.filter(({ row }) => row < CAPTIONS.unitRows).map(({ text }) => text),
  );
  const units = texts.filter((text) => SAYS_UNIT.test(unitSpelling(text))).map(statedUnit);
  return new Set(units.filter((unit) => unit !== null));
}

function following({ document, block, sections }: TablePosition): readonly string[] {
  const headings = new Set(sections.map((section) => section.block));
  const texts: string[] = [];
  for (
    let i = block + 1;
    i < document.blocks.length && texts.length < CAPTIONS.linesBelow;
    i += 1
  ) {
    const next = document.blocks[i];
    if (next?.type !== "paragraph" || headings.has(i)) break;
    texts.push(textOf(next));
  }
  return texts;
}
