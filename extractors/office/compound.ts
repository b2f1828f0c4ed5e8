const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY = 128;
const HEADER_FAT = 109;
/** Sector numbers from here on mean something else: the end, nothing. */
const LAST_SECTOR = 0xfffffff9;
const NOBODY = 0xffffffff;
/** More entries than any Office file has. */
const MOST_ENTRIES = 100_000;

/**
 * The names of what stands at the root of a compound file (OLE), by which Office files of before 2007
 * are told apart. Null where the bytes are no compound file; none where its directory cannot be read.
 */
export function rootNames(bytes: Uint8Array): ReadonlySet<string> | null {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryOf(view);
  const names = new Set<string>();
  const waiting = [number(directory, 76)];
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const offset = at * ENTRY;
    if (at === NOBODY || seen.has(at) || offset + ENTRY > directory.byteLength) continue;
    seen.add(at);
    names.add(nameAt(directory, offset));
    waiting.push(number(directory, offset + 68), number(directory, offset + 72));
  }
  return names;
}

/** The sectors of the directory, one after another. */
function directoryOf(view: DataView): DataView {
  const size = 2 ** (view.byteLength > 32 ? view.getUint16(30, true) & 0x0f : 9);
  const sectors: Uint8Array[] = [];
  const seen = new Set<number>();
  for (let sector = number(view, 48); sector < LAST_SECTOR && !seen.has(sector);) {
    const offset = (sector + 1) * size;
    if (offset + size > view.byteLength || seen.size * size > MOST_ENTRIES * ENTRY) break;
    seen.add(sector);
    sectors.push(new Uint8Array(view.buffer, view.byteOffset + offset, size));
    sector = nextSector(view, sector, size);
  }
  const whole = Buffer.concat(sectors);
  return new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
}

/** The directory of files beyond 7 MB may lie in sectors that the header does not list: then it is cut. */
function nextSector(view: DataView, sector: number, size: number): number {
  const each = size / 4;
  const table = Math.floor(sector / each);
  if (table >= HEADER_FAT) return NOBODY;
  const fat = number(view, 76 + table * 4);
  return fat < LAST_SECTOR ? number(view, (fat + 1) * size + (sector % each) * 4) : NOBODY;
}

function number(view: DataView, offset: number): number {
  return offset + 4 <= view.byteLength ? view.getUint32(offset, true) : NOBODY;
}

function nameAt(directory: DataView, offset: number): string {
  const length = Math.min(64, directory.getUint16(offset + 64, true));
  let name = "";
  for (let at = 0; at + 2 < length; at += 2)
    name += String.fromCodePoint(directory.getUint16(offset + at, true));
  return name;
}
