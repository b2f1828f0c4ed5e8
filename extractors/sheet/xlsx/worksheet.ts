import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { type Attributes, readElements } from "../../office/xml.js";
import {
  addBlank,
  addMark,
  addNumber,
  addText,
  type CellStyle,
  PLAIN_STYLE,
  type SheetDraft,
} from "../draft.js";
import { areaOf, MOST_COLUMNS, MOST_ROWS, placeOf } from "../workbook.js";
import { unescaped } from "./strings.js";

/** What the sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
}

/** The cell that is being read. */
interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: CellStyle;
  value: string | undefined;
  inline: string | undefined;
  formula: boolean;
}

/** The state of one pass over a worksheet. */
interface Reader {
  readonly draft: SheetDraft;
  readonly shared: Shared;
  readonly cell: OpenCell;
  row: number;
  column: number;
  /** What the text of the open element is. */
  text: "value" | "inline" | null;
  /** Inside a reading aid of an inline string. */
  aloud: boolean;
  /** The relationships of drawings. */
  readonly drawings: string[];
}

type Handler = (reader: Reader, attributes: Attributes) => void;

interface Element {
  readonly open?: Handler;
  readonly close?: (reader: Reader) => void;
}

const ELEMENTS: Readonly<Record<string, Element>> = {
  sheetView: {
    open: ({ draft }, { showZeros }) => {
      if (isOff(showZeros)) draft.zerosHidden = true;
    },
  },
  col: { open: ({ draft }, attributes) => hideColumns(draft, attributes) },
  row: { open: openRow },
  c: { open: openCell, close: closeCell },
  v: { open: (reader) => startText(reader, "value"), close: endText },
  t: { open: (reader) => startText(reader, "inline"), close: endText },
  rPh: {
    open: (reader) => {
      reader.aloud = true;
    },
    close: (reader) => {
      reader.aloud = false;
    },
  },
  f: {
    open: ({ cell }) => {
      cell.formula = true;
    },
  },
  mergeCell: {
    open: ({ draft }, { ref = "" }) => {
      const area = areaOf(ref);
      if (area !== null) draft.merges.push(area);
    },
  },
  drawing: { open: ({ drawings }, attributes) => drawings.push(attributes["r:id"] ?? "") },
};
const OTHER: Element = {};

/** Reads a worksheet into its draft. Gives the relationships of its drawings. */
export function readWorksheet(
  bytes: Uint8Array,
  draft: SheetDraft,
  shared: Shared,
): readonly string[] {
  const reader: Reader = {
    draft,
    shared,
    cell: {
      row: 0,
      column: 0,
      type: "n",
      style: PLAIN_STYLE,
      value: undefined,
      inline: undefined,
      formula: false,
    },
    row: -1,
    column: -1,
    text: null,
    aloud: false,
    drawings: [],
  };
  readElements(bytes, (name) => ELEMENTS[name] ?? OTHER, {
    open: (element, attributes) => element.open?.(reader, attributes),
    close: (element) => element.close?.(reader),
    text: (text) => addCharacters(reader, text),
  });
  return reader.drawings;
}

function isOff(value: string | undefined): boolean {
  return value === "0" || value === "false" || value === "off";
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !isOff(value);
}

function hideColumns(draft: SheetDraft, { min, max, hidden, width }: Attributes): void {
  if (!isOn(hidden) && Number(width ?? 1) !== 0) return;
  const [first, last] = [Number(min) - 1, Math.min(Number(max), MOST_COLUMNS) - 1];
  if (first >= 0 && last >= first) draft.hiddenColumns.push({ first, last });
}

function openRow(reader: Reader, { r, hidden, ht }: Attributes): void {
  reader.row = r === undefined ? reader.row + 1 : Number(r) - 1;
  reader.column = -1;
  if (!Number.isInteger(reader.row) || reader.row < 0 || reader.row >= MOST_ROWS)
    throw misplaced(r);
  if (isOn(hidden) || Number(ht ?? 1) === 0) reader.draft.hiddenRows.add(reader.row);
}

function openCell(reader: Reader, { r, s, t }: Attributes): void {
  const { cell, shared } = reader;
  const place = r === undefined ? { row: reader.row, column: reader.column + 1 } : placeOf(r);
  if (place === null || place.row < 0 || place.column >= MOST_COLUMNS) throw misplaced(r);
  cell.row = place.row;
  cell.column = place.column;
  reader.column = place.column;
  cell.type = t ?? "n";
  cell.style = (s === undefined ? shared.styles[0] : shared.styles[Number(s)]) ?? PLAIN_STYLE;
  cell.value = undefined;
  cell.inline = undefined;
  cell.formula = false;
}

function startText(reader: Reader, text: "value" | "inline"): void {
  reader.text = text === "inline" && reader.aloud ? null : text;
  if (reader.text === "value") reader.cell.value ??= "";
}

function endText(reader: Reader): void {
  reader.text = null;
}

function addCharacters(reader: Reader, text: string): void {
  if (reader.text === null) return;
  const { cell } = reader;
  if (reader.text === "value") cell.value += text;
  else cell.inline = (cell.inline ?? "") + text;
}

const TRUTH: Readonly<Record<string, string>> = { "1": "TRUE", "0": "FALSE" };

function closeCell({ cell, draft, shared }: Reader): void {
  const { type, value, inline, formula } = cell;
  if (type === "inlineStr") addText(draft, cell, unescaped(inline ?? ""));
  else if (value === undefined || (value === "" && type !== "str")) {
    if (formula) addMark(draft, cell, { text: "", doubt: "noValue" });
    else addBlank(draft, cell);
  } else if (type === "n") addNumeral(draft, cell, value);
  else if (type === "s") addText(draft, cell, sharedString(shared, value));
  else if (type === "b") addMark(draft, cell, { text: TRUTH[value] ?? value });
  else if (type === "e") addMark(draft, cell, { text: value, doubt: "error" });
  else addText(draft, cell, unescaped(value));
}

function addNumeral(draft: SheetDraft, cell: OpenCell, value: string): void {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number))
    addMark(draft, cell, { text: value, doubt: "unformatted" });
  else addNumber(draft, cell, number);
}

/** @throws UnreadableSource where a cell names a string that is not there: then text is missing */
function sharedString({ strings }: Shared, number: string): string {
  const text = strings[Number(number)];
  if (text !== undefined) return text;
  throw new UnreadableSource("damaged", {
    en: `The workbook is damaged: a cell has text number ${number}, which is missing. Fetch it again, or open it and save it anew.`,
    zh: `工作簿已损坏：单元格引用的第 ${number} 号文本不存在。请重新获取，或打开后另存。`,
  });
}

function misplaced(place: string | undefined): UnreadableSource {
  return new UnreadableSource("damaged", {
    en: `The workbook is damaged: no sheet has a cell or row ${place ?? "so far out"}. Fetch it again, or open it and save it anew.`,
    zh: `工作簿已损坏：单元格或行的位置 ${place ?? ""} 不存在。请重新获取，或打开后另存。`,
  });
}
