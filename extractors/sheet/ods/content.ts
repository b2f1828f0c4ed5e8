import { type Attributes, readXml } from "../../office/xml.js";
import { openDisplay } from "../display/display.js";
import {
  addBlank,
  addMark,
  type CellStyle,
  finishSheet,
  type Mark,
  PLAIN_STYLE,
  type SheetDraft,
  startSheet,
} from "../draft.js";
import { MOST_COLUMNS, MOST_ROWS, type Sheet } from "../workbook.js";
import { addToStyle, type OdsStyles } from "./styles.js";

/** A cell that is being read. */
interface OpenCell {
  readonly attributes: Attributes;
  readonly covered: boolean;
  readonly paragraphs: string[];
}

/** A cell of the open row, which may be repeated. */
interface RowCell {
  readonly column: number;
  readonly count: number;
  readonly style: CellStyle;
  readonly text: string;
  readonly attributes: Attributes;
}

interface Reader {
  readonly styles: OdsStyles;
  readonly sheets: Sheet[];
  style: string;
  draft: SheetDraft | null;
  /** The style of each column's cells that have none of their own. */
  columns: { readonly first: number; readonly last: number; readonly style: string | undefined }[];
  column: number;
  row: number;
  rowAttributes: Attributes;
  cells: RowCell[];
  cell: OpenCell | null;
  /** Elements inside a note or a drawing, whose text is none of the cell. */
  aside: number;
  readonly counted: { cells: number };
}

const ASIDE = /^(?:office:annotation|draw:|table:shapes|text:ruby-text)/u;
const DISPLAY = openDisplay(false);
/** Blank cells with rules that are kept of a repeated one: no table is wider. */
const MOST_BLANKS = 256;

/** Reads the sheets of an OpenDocument spreadsheet. Texts are as they were displayed when it was saved. */
export function readContent(bytes: Uint8Array, styles: OdsStyles): readonly Sheet[] {
  const reader: Reader = {
    styles,
    sheets: [],
    style: "",
    draft: null,
    columns: [],
    column: 0,
    row: 0,
    rowAttributes: {},
    cells: [],
    cell: null,
    aside: 0,
    counted: { cells: 0 },
  };
  readXml(bytes, {
    open: (element, attributes) => {
      if (reader.aside > 0 || ASIDE.test(element)) reader.aside += 1;
      else open(reader, element, attributes);
    },
    close: (element) => {
      if (reader.aside > 0) reader.aside -= 1;
      else close(reader, element);
    },
    text: (text) => {
      if (reader.aside === 0) add(reader, text);
    },
  });
  return reader.sheets;
}

/** Reads the styles of a part that holds nothing else. */
export function readStylesPart(bytes: Uint8Array | undefined, styles: OdsStyles): void {
  if (bytes !== undefined) readContent(bytes, styles);
}

const count = (value: string | undefined): number => Math.max(1, Number(value ?? 1) || 1);

function open(reader: Reader, element: string, attributes: Attributes): void {
  if (element === "style:style" || element === "style:default-style")
    reader.style = attributes["style:name"] ?? "";
  else if (element.startsWith("style:"))
    addToStyle(reader.styles, reader.style, { element, attributes });
  else if (element === "table:table") openSheet(reader, attributes);
  else if (element === "table:table-column") openColumn(reader, attributes);
  else if (element === "table:table-row") {
    reader.rowAttributes = attributes;
    reader.column = 0;
    reader.cells = [];
  } else if (element === "table:table-cell" || element === "table:covered-table-cell")
    reader.cell = {
      attributes,
      covered: element !== "table:table-cell",
      paragraphs: [],
    };
  else if (element === "text:p" || element === "text:h") reader.cell?.paragraphs.push("");
  else if (element === "text:s")
    add(reader, " ".repeat(Math.min(count(attributes["text:c"]), 1000)));
  else if (element === "text:tab") add(reader, "\t");
  else if (element === "text:line-break") add(reader, "\n");
}

function close(reader: Reader, element: string): void {
  if (element === "table:table" && reader.draft !== null) {
    reader.sheets.push(finishSheet(reader.draft));
    reader.draft = null;
  } else if (element === "table:table-row") closeRow(reader);
  else if (element === "table:table-cell" || element === "table:covered-table-cell")
    closeCell(reader);
}

function add(reader: Reader, text: string): void {
  const last = reader.cell?.paragraphs.length ?? 0;
  if (reader.cell !== null && last > 0) reader.cell.paragraphs[last - 1] += text;
}

function openSheet(reader: Reader, attributes: Attributes): void {
  const draft = startSheet(attributes["table:name"] ?? "", DISPLAY, reader.counted);
  draft.hidden = reader.styles.hidden.has(attributes["table:style-name"] ?? "");
  reader.draft = draft;
  reader.columns = [];
  reader.column = 0;
  reader.row = 0;
}

function isHidden(attributes: Attributes): boolean {
  return /^(?:collapse|filter)$/u.test(attributes["table:visibility"] ?? "");
}

function openColumn(reader: Reader, attributes: Attributes): void {
  const first = reader.column;
  const last =
    Math.min(first + count(attributes["table:number-columns-repeated"]), MOST_COLUMNS) - 1;
  reader.column = last + 1;
  reader.columns.push({ first, last, style: attributes["table:default-cell-style-name"] });
  if (isHidden(attributes)) reader.draft?.hiddenColumns.push({ first, last });
}

function closeCell(reader: Reader): void {
  const { cell, column } = reader;
  if (cell === null) return;
  reader.cell = null;
  const { attributes } = cell;
  const repeated = count(attributes["table:number-columns-repeated"]);
  reader.column = Math.min(column + repeated, MOST_COLUMNS);
  const text = cell.paragraphs.join("\n");
  const style = styleOf(reader, attributes, column);
  reader.cells.push({ column, count: reader.column - column, style, text, attributes });
}

function styleOf(
  { styles, rowAttributes, columns }: Reader,
  attributes: Attributes,
  column: number,
): CellStyle {
  const name =
    attributes["table:style-name"] ??
    rowAttributes["table:default-cell-style-name"] ??
    columns.find(({ first, last }) => first <= column && column <= last)?.style;
  return styles.cells.get(name ?? "") ?? PLAIN_STYLE;
}

/** A row that is repeated is there as often; blank ones are only counted. */
function closeRow(reader: Reader): void {
  const { draft, cells, rowAttributes } = reader;
  const repeated = count(rowAttributes["table:number-rows-repeated"]);
  const first = reader.row;
  reader.row = Math.min(first + repeated, MOST_ROWS);
  if (draft === null) return;
  const shows = cells.some(
    ({ text, attributes }) => text.trim() !== "" || isUnsaved(text, attributes),
  );
  const last = shows ? reader.row : Math.min(reader.row, first + MOST_BLANKS);
  for (let row = first; row < last; row += 1) {
    if (isHidden(rowAttributes)) draft.hiddenRows.add(row);
    for (const cell of cells) addCells(draft, row, cell);
  }
}

function addCells(
  draft: SheetDraft,
  row: number,
  { column, count: many, style, text, attributes }: RowCell,
): void {
  const isBlank = text.trim() === "" && !isUnsaved(text, attributes);
  const last = isBlank ? Math.min(many, MOST_BLANKS) : many;
  for (let at = column; at < column + last; at += 1) {
    const spot = { row, column: at, style };
    if (isBlank) addBlank(draft, spot);
    else addMark(draft, spot, shown(text, style, attributes));
  }
  const rows = count(attributes["table:number-rows-spanned"]);
  const columns = count(attributes["table:number-columns-spanned"]);
  if (rows * columns > 1)
    draft.merges.push({
      rows: { first: row, last: row + rows - 1 },
      columns: { first: column, last: column + columns - 1 },
    });
}

/** A formula without a result. */
function isUnsaved(text: string, attributes: Attributes): boolean {
  return (
    text === "" &&
    attributes["table:formula"] !== undefined &&
    attributes["office:value-type"] === undefined
  );
}

const ERROR = /^(?:#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d+)$/u;

function shown(text: string, { indent }: CellStyle, attributes: Attributes): Mark {
  const type = attributes["office:value-type"];
  const numeric = type === "float" || type === "percentage" || type === "currency";
  if (isUnsaved(text, attributes)) return { text: "", doubt: "noValue" };
  if (ERROR.test(text.trim())) return { text, doubt: "error" };
  return { text: numeric ? text.trim() : "  ".repeat(indent) + text, numeric };
}
