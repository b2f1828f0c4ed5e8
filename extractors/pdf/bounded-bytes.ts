import { inflateSync } from "node:zlib";
import { UnreadableSource, codeOf } from "../../pipeline/errors.js";
import { LIMITS } from "../limits.js";

/** Deflate packs at most this many bytes into one. */
const MOST_PACKED = 1032;
const DICTIONARY = 1_024;

/**
 * The bytes of a PDF with what would keep pdf.js busy for ever taken out, at their old places. They are
 * read as Latin 1, a character a byte.
 * @throws UnreadableSource `too_large` where a stream that is no picture unpacks beyond the limit
 */
export function boundedBytes(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  refuseBombs(file);
  return withoutEndlessWidths(file);
}

function refuseBombs(file: Buffer): void {
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at)) {
    const isEnd = file.toString("latin1", at - 3, at) === "end";
    const start = at + "stream".length;
    const end = isEnd ? start : endOfStream(file, start);
    if ((end - start) * MOST_PACKED > LIMITS.streamBytes && isPackedData(file, at))
      refuseBomb(file.subarray(afterLineEnd(file, start), end));
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

/** Whether the dictionary before a stream says that it is packed, and no picture: those are not unpacked. */
function isPackedData(file: Buffer, at: number): boolean {
  const before = file.toString("latin1", Math.max(0, at - DICTIONARY), at);
  const own = before.slice(before.lastIndexOf(" obj"));
  return /\/Fl(?:ateDecode)?\b/u.test(own) && !/\/Image\b/u.test(own);
}

function refuseBomb(packed: Uint8Array): void {
  try {
    inflateSync(packed, { maxOutputLength: LIMITS.streamBytes });
  } catch (cause) {
    // Broken data is for pdf.js, which makes the best of it.
    if (codeOf(cause) !== "ERR_BUFFER_TOO_LARGE") return;
    throw new UnreadableSource(
      "too_large",
      `A stream of the PDF unpacks to more than ${LIMITS.streamBytes / 2 ** 20} MB: print the PDF anew.`,
      { cause },
    );
  }
}

/** The widths of characters by their numbers: `/W [1 95 500]`. */
const WIDTHS = /\/W2?\s*\[[-+\d.\s[\]]*/gu;
/** A number of more digits than 65535, the last of all characters, has. */
const BEYOND_CHARACTERS = /(?<![\d.])-?\d{6,}(?!\d)/gu;

/** pdf.js writes down a width for each character of a stated range, even for 100 million. */
function withoutEndlessWidths(file: Buffer): Uint8Array {
  const text = file.toString("latin1");
  for (const { 0: widths, index } of text.matchAll(WIDTHS)) {
    const sane = widths.replace(BEYOND_CHARACTERS, (number) => "0".repeat(number.length));
    if (sane !== widths) file.write(sane, index, "latin1");
  }
  return file;
}
