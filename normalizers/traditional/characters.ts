/** Gives a text in simplified characters, each in the place of one. */
export type Simplify = (text: string) => string;

/** The unified ideographs that a character of one UTF-16 unit may be. */
const FIRST = 0x3400;
const LAST = 0x9fff;

let table: Promise<ReadonlyMap<string, string>> | undefined;

/** Opens the table of OpenCC, which is loaded with the first traditional text: most runs see none. */
export async function openTable(): Promise<Simplify> {
  table ??= loadTable();
  const simple = await table;
  return (text) => text.replaceAll(HAN, (character) => simple.get(character) ?? character);
}

const HAN = /[\u3400-\u9fff]/gu;

/** Each character for itself: words that regions use differently stay as they are. */
async function loadTable(): Promise<ReadonlyMap<string, string>> {
  const { Converter } = await import("opencc-js/t2cn");
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, i) =>
    String.fromCodePoint(FIRST + i),
  );
  const lines = Converter({ from: "hk", to: "cn" })(characters.join("\n")).split("\n");
  return new Map(
    characters.flatMap((from, i) => {
      const to = lines[i] ?? from;
      return to !== from && to.length === 1 ? [[from, to] as const] : [];
    }),
  );
}
