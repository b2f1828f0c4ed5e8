import { byteAt } from "./typed-arrays.js";

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** When bytes count as text. Shares of what is looked at; the origin is named beside each. */
const TEXT = {
  /** Bytes from which the encoding is guessed. */
  sample: 65_536,
  /** Control characters among bytes: packed data has a tenth, a text that was spoilt in one place a thousandth. */
  controls: 0.001,
  /** Places that cannot be decoded among characters: text of another encoding has more than a tenth. */
  undecodable: 0.02,
  /** High halves of UTF-16 that are zero: a Chinese text with figures and line ends has a fifth. */
  zeros: 0.02,
  /** Zeros of the low halves to those of the high ones: 一 and the wide blank have one (a twentieth in indented text), packed data as many as the others. */
  lowZeros: 0.5,
} as const;

const UNDECODABLE = "\ufffd";

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

/** Text, whether its bytes end within a character, and how it was decoded. */
export interface Decoded {
  readonly text: string;
  readonly cut: boolean;
  readonly charset: string;
  /** How many places could not be decoded or hold a control character: each is � in the text. */
  readonly undecodable: number;
}

/**
 * The text of bytes by byte order mark, else as the first of UTF-8, UTF-16, GB 18030 (which holds GBK and
 * GB 2312) and Big5 that they are without fault, else as the one whose characters are the most usual. A byte
 * that is spoilt becomes �. Null where they are none of these, or hold the control characters of a binary file.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked !== undefined) return readable(decodeAs(bytes, marked[1]));
  const sample = bytes.subarray(0, TEXT.sample);
  const wide = utf16Order(sample);
  if (wide !== null) return readable(decodeAs(bytes, wide));
  if (count(sample, isControl) > sample.length * TEXT.controls) return null;
  const strict = decodeAs(bytes, "utf-8");
  if (strict.undecodable === 0) return strict;
  return likeliest(bytes, sample);
}

/** Of encodings that may hold the bytes, the one that gives the most usual characters. */
function likeliest(bytes: Uint8Array, sample: Uint8Array): Decoded | null {
  const [best] = ["utf-8", "gb18030", "big5"]
    .map((charset) => ({ charset, usual: usualShare(sample, charset) }))
    .toSorted((a, b) => b.usual - a.usual);
  return best === undefined ? null : readable(decodeAs(bytes, best.charset));
}

/** Null where too much of it is undecodable to be text. */
function readable(decoded: Decoded): Decoded | null {
  return decoded.undecodable > decoded.text.length * TEXT.undecodable ? null : decoded;
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  const decoder = new TextDecoder(charset);
  const text = decoder.decode(bytes, { stream: true });
  const cut = decoder.decode() !== "";
  if (!UNREADABLE.test(text)) return { text, cut, charset, undecodable: 0 };
  const marked = text.replace(CONTROLS, UNDECODABLE);
  const undecodable = marked.split(UNDECODABLE).length - 1;
  return { text: marked, cut, charset, undecodable };
}

// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000e-\u001a\ufffd]/u;
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000e-\u001a]/gu;

const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 27);

function count(bytes: Uint8Array, fits: (byte: number, index: number) => boolean): number {
  let found = 0;
  for (const [index, byte] of bytes.entries()) if (fits(byte, index)) found += 1;
  return found;
}

/** UTF-16 without a mark: the zeros of its figures and line ends stand at one side alone, and what is read is Chinese. */
function utf16Order(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const least = (sample.length / 2) * TEXT.zeros;
  const odd = count(sample, (byte, index) => byte === 0 && index % 2 === 1);
  const even = count(sample, (byte, index) => byte === 0 && index % 2 === 0);
  if (Math.max(odd, even) < least || Math.max(odd, even) === 0) return null;
  if (Math.min(odd, even) > Math.max(odd, even) * TEXT.lowZeros) return null;
  const order = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(order).decode(sample.subarray(0, sample.length & ~1));
  const plain = (text.match(/[\p{sc=Han}\u0020-\u007e\s\u3000-\u303f\uff00-\uffef]/gu) ?? [])
    .length;
  return plain >= text.length * (1 - TEXT.undecodable) && /\p{sc=Han}/u.test(text) ? order : null;
}

/** Rows of the code tables of GB 2312 and Big5 that hold the characters in daily use, by the first byte. */
const DAILY: Readonly<Record<string, readonly [number, number]>> = {
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
};

/** The share of characters beyond ASCII that are in daily use; those that cannot be decoded are not. */
function usualShare(sample: Uint8Array, charset: string): number {
  const rows = DAILY[charset];
  if (rows === undefined) return wellFormedShare(sample, charset);
  const [first, last] = rows;
  let wide = 0;
  let usual = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const lead = byteAt(sample, i);
    if (lead < 0x80) continue;
    if (isSign(lead)) {
      i += 1;
      continue;
    }
    // The sample may end within a character.
    const trail = i + 1 < sample.length ? byteAt(sample, i + 1) : 0;
    wide += 1;
    if (lead >= first && lead <= last && isTrail(trail, charset)) usual += 1;
    else if (lead < 0x81 || trail < 0x40) continue;
    i += 1;
  }
  return wide === 0 ? 0 : usual / wide;
}

/** The rows of punctuation, which both tables begin with. */
const isSign = (lead: number): boolean => lead >= 0xa1 && lead <= 0xa3;

/** The second byte of a character that is in daily use. */
const isTrail = (byte: number, charset: string): boolean =>
  byte >= 0xa1 ? byte < 0xff : charset === "big5" && byte >= 0x40 && byte < 0x7f;

/** UTF-8 checks itself: bytes of another encoding are hardly ever characters of it. */
function wellFormedShare(sample: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(sample, { stream: true });
  const wide = text.match(/\P{ASCII}/gu) ?? [];
  const wrong = wide.filter((character) => character === UNDECODABLE).length;
  return wide.length === 0 ? 0 : 1 - wrong / wide.length;
}
