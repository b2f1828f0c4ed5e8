import { inflateSync } from "node:zlib";
import { UnreadableSource, codeOf } from "../../pipeline/model/errors.js";
import { LIMITS } from "../common/limits.js";
import { PDF } from "./settings.js";

/** Deflate packs at most this many bytes into one. */
const MOST_PACKED = 1032;

/**
 * The bytes of a PDF with what would keep pdf.js busy for ever taken out, at their old places: the same
 * bytes where there is no such thing, else a copy.
 * @throws UnreadableSource `too_large` where a stream that is no picture unpacks beyond the limit
 */
export function boundedBytes(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseBombs(file);
  return withoutEndlessWidths(file);
}

function refuseBombs(file: Buffer): void {
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at)) {
    const isEnd = file.toString("latin1", at - 3, at) === "end";
    const start = at + "stream".length;
    const end = isEnd ? start : endOfStream(file, start);
    if (!isEnd) refuseBomb(file.subarray(afterLineEnd(file, start), end), layersOf(file, at));
    at = end;
  }
}

function endOfStream(file: Buffer, start: number): number {
  const end = file.indexOf("endstream", start);
  return end < 0 ? file.length : end;
}

function afterLineEnd(file: Buffer, start: number): number {
  const first = file[start] === 0x0d ? start + 1 : start;
  return file[first] === 0x0a ? first + 1 : first;
}

/**
 * How often the data of a stream is packed, as the dictionary before it says. Filters may be named
 * elsewhere or in other letters: what is not said counts as once. Pictures are not unpacked.
 */
function layersOf(file: Buffer, at: number): number {
  const before = file.toString("latin1", Math.max(0, at - PDF.file.dictionary), at);
  const own = before.slice(before.lastIndexOf(" obj"));
  if (/\/Image\b/u.test(own)) return 0;
  return Math.max(1, (own.match(/\/Fl(?:ateDecode)?\b/gu) ?? []).length);
}

const STREAM_MEGABYTES = LIMITS.streamBytes / 2 ** 20;
const TOO_MUCH_UNPACKED = {
  en: `A stream of the PDF unpacks to more than ${STREAM_MEGABYTES} MB: print the PDF anew.`,
  zh: `PDF 的一个数据流解压后超过 ${STREAM_MEGABYTES} MB，请重新打印生成 PDF。`,
};

function refuseBomb(packed: Uint8Array, layers: number): void {
  if (layers === 0 || packed.length * MOST_PACKED ** layers <= LIMITS.streamBytes) return;
  try {
    refuseBomb(inflateSync(packed, { maxOutputLength: LIMITS.streamBytes }), layers - 1);
  } catch (cause) {
    if (cause instanceof UnreadableSource) throw cause;
    // Broken data, and what is not packed, is for pdf.js, which makes the best of it.
    if (codeOf(cause) !== "ERR_BUFFER_TOO_LARGE") return;
    throw new UnreadableSource("too_large", TOO_MUCH_UNPACKED, { cause });
  }
}

/** The widths of characters by their numbers: `/W [1 95 500]`. */
const WIDTHS = /^\/W2?\s*\[/u;
const IN_WIDTHS = new Set(Buffer.from("0123456789+-.[] \t\r\n\f\v"));
/** A number of more digits than 65535, the last of all characters, has. */
const BEYOND_CHARACTERS = /(?<![\d.])-?\d{6,}(?!\d)/gu;

/** pdf.js writes down a width for each character of a stated range, even for 100 million. */
function withoutEndlessWidths(file: Buffer): Uint8Array {
  let copy: Buffer | undefined;
  for (let at = file.indexOf("/W"); at >= 0; at = file.indexOf("/W", at + 2)) {
    const widths = file.toString("latin1", at, endOfWidths(file, at + 2));
    if (!WIDTHS.test(widths)) continue;
    const sane = widths.replace(BEYOND_CHARACTERS, (number) => "0".repeat(number.length));
    if (sane !== widths) (copy ??= Buffer.from(file)).write(sane, at, "latin1");
  }
  return copy ?? file;
}

/** Where no number or bracket of a list goes on; the first character may be the 2 of `/W2`. */
function endOfWidths(file: Buffer, start: number): number {
  const end = file.subarray(start).findIndex((byte) => !IN_WIDTHS.has(byte));
  return end < 0 ? file.length : start + end;
}
