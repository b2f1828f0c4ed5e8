import { Converter } from "opencc-js/cn2t";

/** A charset of one or two bytes a character, which Node.js can read and not write. */
type Charset = "gb18030" | "big5";

/** The bytes of each character of a charset that has one or two. */
function tableOf(charset: Charset): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\uFFFD" && !table.has(character))
        table.set(character, [lead, trail]);
    }
  return table;
}

const TABLES = { gb18030: tableOf("gb18030"), big5: tableOf("big5") } as const;

/**
 * A text in a charset.
 *
 * @throws where it has no bytes for a character
 */
export function encoded(text: string, charset: Charset): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    if (character <= "\u007F") return [character.charCodeAt(0)];
    const pair = TABLES[charset].get(character);
    if (pair === undefined) throw new Error(`${charset} has no ${character}.`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

const toTraditional = Converter({ from: "cn", to: "t" });

/** A text in traditional characters; those that Big5 does not have are □. */
export function traditional(text: string): string {
  return String(toTraditional(text)).replaceAll(/[^\u0000-\u007F]/gu, (character) =>
    TABLES.big5.has(character) ? character : "□",
  );
}
