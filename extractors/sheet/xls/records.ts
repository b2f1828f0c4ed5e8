import { UnreadableSource } from "../../../pipeline/model/errors.js";

/** The records of an Excel 97–2003 stream that are looked at here ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  date1904: 0x22,
  filePass: 0x2f,
  object: 0x5d,
  columns: 0x7d,
  boundSheet: 0x85,
  multipleNumbers: 0xbd,
  multipleBlanks: 0xbe,
  richText: 0xd6,
  style: 0xe0,
  sharedText: 0xfd,
  externalBook: 0x1ae,
  conditional: 0x1b1,
  blank: 0x201,
  number: 0x203,
  text: 0x204,
  truthOrError: 0x205,
  row: 0x208,
  window: 0x23e,
  shortNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

/** The version that the first record of Excel 97 to 2003 states. */
export const EXCEL_97 = 0x600;

/** One record: its type, and where its data stand in the stream. A view of each would cost more than reading it. */
export interface BiffRecord {
  readonly type: number;
  readonly stream: DataView;
  readonly start: number;
  readonly length: number;
}

/** Two bytes of a record; 0 where it is shorter. */
export function u16({ stream, start, length }: BiffRecord, offset: number): number {
  return offset + 2 <= length ? stream.getUint16(start + offset, true) : 0;
}

/** The data of a record alone. */
export function dataOf({ stream, start, length }: BiffRecord): DataView {
  return new DataView(stream.buffer, stream.byteOffset + start, length);
}

/**
 * The records of one part of the stream, from its beginning to its end.
 * @throws UnreadableSource `damaged` where it breaks off
 */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  for (let at = start; at + 4 <= view.byteLength;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > view.byteLength || (at === start && type !== RECORD.begin)) break;
    // Charts are parts within a part: their cells are none of the sheet.
    if (type === RECORD.begin) depth += 1;
    if (depth === 1) yield { type, stream: view, start: at + 4, length };
    if (type === RECORD.end && --depth === 0) return;
    at += 4 + length;
  }
  throw brokenOff();
}

/** A workbook of which a part is missing. */
export function brokenOff(cause?: unknown): UnreadableSource {
  return new UnreadableSource(
    "damaged",
    {
      en: "The workbook is damaged: its records break off. Fetch it again, or open it and save it as XLSX.",
      zh: "工作簿已损坏：其记录不完整。请重新获取，或打开后另存为 XLSX。",
    },
    { cause },
  );
}
