const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

/** Text, and whether its bytes end within a character. */
export interface Decoded {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * The text of bytes by byte order mark, else as UTF-8, else as GB 18030 (which holds GBK and GB 2312),
 * each strictly, but for a last character that was cut off. Null where they are none of these, or hold
 * the control characters of a binary file.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked !== undefined) return tryDecode(bytes, marked[1]);
  if (bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 27))) return null;
  return tryDecode(bytes, "utf-8") ?? tryDecode(bytes, "gb18030");
}

function tryDecode(bytes: Uint8Array, charset: string): Decoded | null {
  const decoder = new TextDecoder(charset, { fatal: true });
  const text = withoutTypeError(() => decoder.decode(bytes, { stream: true }));
  if (text === null) return null;
  return { text, cut: withoutTypeError(() => decoder.decode()) === null };
}

/** What a strict decoder gives, or null where the bytes are not of its charset. */
function withoutTypeError(decode: () => string): string | null {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
