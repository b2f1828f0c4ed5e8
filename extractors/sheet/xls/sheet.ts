import type { CellObject, WorkSheet } from "@e965/xlsx";
import {
  addBlank,
  addMark,
  addNumber,
  addText,
  type CellStyle,
  PLAIN_STYLE,
  type SheetDraft,
} from "../draft.js";
import type { Drawn } from "../rules.js";
import { type BiffRecord, RECORD, recordsFrom, u16 } from "./records.js";

/** Where the cells of a sheet come from: their places and styles from its records, their values from the library. */
export interface SheetSource {
  readonly stream: Uint8Array;
  readonly start: number;
  readonly values: WorkSheet;
  readonly styles: readonly CellStyle[];
}

/** Records of one cell each: row, column, style. */
const SINGLE: ReadonlySet<number> = new Set([
  RECORD.blank,
  RECORD.number,
  RECORD.shortNumber,
  RECORD.text,
  RECORD.sharedText,
  RECORD.richText,
  RECORD.formula,
  RECORD.truthOrError,
]);
/** Bytes of a cell in a record of several: its style alone, or its number as well. */
const MULTIPLE: ReadonlyMap<number, number> = new Map([
  [RECORD.multipleBlanks, 2],
  [RECORD.multipleNumbers, 6],
]);
const HIDDEN_ROW = 0x20;
const SHOWS_ZEROS = 0x10;
/** Kinds of objects over the cells. */
const OBJECTS: ReadonlyMap<number, keyof Drawn> = new Map([
  [5, "charts"],
  [6, "texts"],
  [8, "pictures"],
]);

/** The library keeps the values of a row in an array (`dense`). */
function valuesOf({ values }: SheetSource): readonly (readonly CellObject[] | undefined)[] {
  return values["!data"] ?? [];
}

/** Reads the cells of a sheet into its draft. Gives what is drawn over them. */
export function readSheet(source: SheetSource, draft: SheetDraft): Drawn {
  const drawn: Drawn = { pictures: 0, charts: 0, texts: 0 };
  for (const { s, e } of source.values["!merges"] ?? [])
    draft.merges.push({ rows: { first: s.r, last: e.r }, columns: { first: s.c, last: e.c } });
  for (const record of recordsFrom(source.stream, source.start)) {
    const { type } = record;
    const size = MULTIPLE.get(type);
    if (SINGLE.has(type))
      addCell(source, draft, {
        row: u16(record, 0),
        column: u16(record, 2),
        style: u16(record, 4),
      });
    else if (size !== undefined) addCells(source, draft, { record, size });
    else if (type === RECORD.row && (u16(record, 12) & HIDDEN_ROW) !== 0)
      draft.hiddenRows.add(u16(record, 0));
    else if (type === RECORD.columns && (u16(record, 8) & 1) !== 0)
      draft.hiddenColumns.push({ first: u16(record, 0), last: u16(record, 2) });
    else if (type === RECORD.window && (u16(record, 0) & SHOWS_ZEROS) === 0)
      draft.zerosHidden = true;
    else if (type === RECORD.object) {
      const kind = OBJECTS.get(u16(record, 4));
      if (kind !== undefined) drawn[kind] += 1;
    }
  }
  return drawn;
}

interface Recorded {
  readonly row: number;
  readonly column: number;
  /** The number of its style. */
  readonly style: number;
}

function addCells(
  source: SheetSource,
  draft: SheetDraft,
  { record, size }: { readonly record: BiffRecord; readonly size: number },
): void {
  const [row, first] = [u16(record, 0), u16(record, 2)];
  const count = Math.floor((record.length - 6) / size);
  for (let at = 0; at < count; at += 1)
    addCell(source, draft, { row, column: first + at, style: u16(record, 4 + at * size) });
}

function addCell(
  source: SheetSource,
  draft: SheetDraft,
  { row, column, style: number }: Recorded,
): void {
  const cell = valuesOf(source)[row]?.[column];
  const style = source.styles[number] ?? { ...PLAIN_STYLE, format: String(cell?.z ?? "General") };
  const spot = { row, column, style };
  if (cell === undefined || cell.t === "z" || cell.v === undefined) addBlank(draft, spot);
  else if (cell.t === "n") addNumber(draft, spot, Number(cell.v));
  else if (cell.t === "b") addMark(draft, spot, { text: cell.v === true ? "TRUE" : "FALSE" });
  else if (cell.t === "e") addMark(draft, spot, { text: errorText(cell), doubt: "error" });
  else addText(draft, spot, String(cell.v));
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};

function errorText({ v }: CellObject): string {
  return ERRORS[Number(v)] ?? "#?";
}
