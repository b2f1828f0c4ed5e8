const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * The text of bytes by byte order mark, else as UTF-8, else as GB 18030 (which holds GBK and GB 2312),
 * each strictly. Null where they are none of these, or hold the control characters of a binary file.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked !== undefined) return tryDecode(bytes, marked[1]);
  if (bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 27))) return null;
  return tryDecode(bytes, "utf-8") ?? tryDecode(bytes, "gb18030");
}
