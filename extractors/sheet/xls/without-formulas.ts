import { EXCEL_97, RECORD } from "./records.js";

/** Where a formula record states the length of its formula, and the length that stands for none. */
const FORMULA_LENGTH = 20;
const NO_FORMULA = 0xff_ff;
/** The records of a formula and of a name, under the numbers that they had in each version. */
const FORMULAS: ReadonlySet<number> = new Set([0x06, 0x206, 0x406]);
const NAMES: ReadonlySet<number> = new Set([0x18, 0x218]);
/** Formulas of several cells, and names of other files: nothing that is shown is in them. */
const LEFT_OUT: ReadonlySet<number> = new Set([0x21, 0x23, 0x221, 0x223, 0x4bc]);
/** The lengths of the parts of a print area: a cell, an area, several in a list or joined. */
const AREA_PARTS: ReadonlyMap<number, number> = new Map([
  [0x10, 1],
  [0x29, 3],
  [0x3a, 7],
  [0x3b, 11],
]);
const NAME_HEAD = 14;

/**
 * The stream without formulas. The library reads them though they are not asked for, and goes on for ever where
 * one is longer than it says. Names keep theirs where it is a list of areas, as that of what is printed.
 *
 * @throws RangeError where a record is too short to hold a formula
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(stream);
  const view = new DataView(copy.buffer);
  let version = 0;
  for (let at = 0; at + 4 <= copy.length;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const data = new DataView(copy.buffer, at + 4, Math.min(length, copy.length - at - 4));
    if (type === RECORD.begin && version === 0 && data.byteLength > 1)
      version = data.getUint16(0, true);
    if (LEFT_OUT.has(type)) view.setUint16(at, RECORD.conditional, true);
    else if (FORMULAS.has(type)) data.setUint16(FORMULA_LENGTH, NO_FORMULA, true);
    else if (NAMES.has(type) && isUnsafe(data, version)) data.setUint16(4, 0, true);
    at += 4 + length;
  }
  return copy;
}

/** Whether a name stands for more than areas, part by part to the end of its record. Those of Excel 5.0 are left as they are. */
function isUnsafe(data: DataView, version: number): boolean {
  if (version !== EXCEL_97 || data.byteLength <= NAME_HEAD) return false;
  const width = (data.getUint8(NAME_HEAD) & 1) === 1 ? 2 : 1;
  let at = NAME_HEAD + 1 + data.getUint8(3) * width;
  const end = at + data.getUint16(4, true);
  if (end !== data.byteLength) return true;
  while (at < end) at += AREA_PARTS.get(data.getUint8(at)) ?? end;
  return at !== end;
}
