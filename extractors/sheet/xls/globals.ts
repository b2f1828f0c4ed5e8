import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { BUILT_IN } from "../display/built-in.js";
import { type CellStyle, PLAIN_STYLE } from "../draft.js";
import { dataOf, EXCEL_97, RECORD, recordsFrom } from "./records.js";

/** What the first part of the stream says for all sheets. */
export interface Globals {
  readonly sheets: readonly ListedSheet[];
  /** The styles by number; none in Excel 5.0 and 95, which keep them in another way. */
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
  /** Other workbooks that formulas refer to. */
  readonly links: number;
}

/** A sheet as the workbook lists it: where its part begins, and whether it has cells at all. */
interface ListedSheet {
  readonly start: number;
  readonly hidden: boolean;
  readonly hasCells: boolean;
}

/** What a book record holds in place of the name of a file: this book itself, or functions. */
const OWN = new Set([0x0401, 0x3a01]);

interface Draft {
  readonly sheets: ListedSheet[];
  readonly formats: Map<number, string>;
  readonly styles: { readonly format: number; readonly ruled: boolean; readonly indent: number }[];
  version: number;
  since1904: boolean;
  links: number;
}

/** @throws UnreadableSource `encrypted` where the workbook needs a password */
export function readGlobals(stream: Uint8Array): Globals {
  const draft: Draft = {
    sheets: [],
    formats: new Map(),
    styles: [],
    version: 0,
    since1904: false,
    links: 0,
  };
  for (const record of recordsFrom(stream, 0)) read(draft, record.type, dataOf(record));
  const { sheets, since1904, links } = draft;
  const styles = draft.version === EXCEL_97 ? draft.styles : [];
  return {
    sheets,
    since1904,
    links,
    styles: styles.map(({ format, ...style }) => ({
      ...style,
      format: draft.formats.get(format) ?? BUILT_IN.get(format) ?? PLAIN_STYLE.format,
    })),
  };
}

function read(draft: Draft, type: number, data: DataView): void {
  if (type === RECORD.begin) draft.version = data.getUint16(0, true);
  else if (type === RECORD.filePass) throw encrypted();
  else if (type === RECORD.date1904) draft.since1904 = data.getUint16(0, true) === 1;
  else if (type === RECORD.boundSheet) draft.sheets.push(listedSheet(data));
  else if (type === RECORD.externalBook && !OWN.has(data.getUint16(2, true))) draft.links += 1;
  else if (draft.version !== EXCEL_97) return;
  else if (type === RECORD.format) draft.formats.set(data.getUint16(0, true), formatOf(data));
  else if (type === RECORD.style) draft.styles.push(styleOf(data));
}

function listedSheet(data: DataView): ListedSheet {
  return {
    start: data.getUint32(0, true),
    hidden: (data.getUint8(4) & 3) !== 0,
    hasCells: data.getUint8(5) === 0,
  };
}

/** A text that says itself whether a character takes one byte or two. */
function formatOf(data: DataView): string {
  const length = data.getUint16(2, true);
  const wide = (data.getUint8(4) & 1) === 1;
  const bytes = Buffer.from(
    data.buffer,
    data.byteOffset + 5,
    Math.min(length * (wide ? 2 : 1), data.byteLength - 5),
  );
  return bytes.toString(wide ? "utf16le" : "latin1");
}

/** Set to the left, or as words and numbers are of themselves. */
const INDENTED = new Set([0, 1]);

function styleOf(data: DataView): Draft["styles"][number] {
  const horizontal = data.getUint8(6) & 7;
  return {
    format: data.getUint16(2, true),
    ruled: (data.getUint8(10) & 0xff) !== 0,
    indent: INDENTED.has(horizontal) ? data.getUint8(8) & 15 : 0,
  };
}

function encrypted(): UnreadableSource {
  return new UnreadableSource("encrypted", {
    en: "The workbook is protected by a password: save a copy without one.",
    zh: "工作簿有密码保护，请另存一份不带密码的副本。",
  });
}
