/** Names are cut, abbreviated and were changed over the years: they resemble where they share enough pairs of characters. */
export function resembles(name: string, label: string, share: number): boolean {
  const [a, b] = [plain(name), plain(label)];
  if (a === "" || b === "" || a.includes(b) || b.includes(a)) return true;
  const [mine, theirs] = [pairs(a), pairs(b)];
  const shared = mine.filter((pair) => theirs.includes(pair)).length;
  return shared / Math.min(mine.length, theirs.length) >= share;
}

const plain = (text: string): string => text.replace(/[^\p{sc=Han}]/gu, "");

function pairs(text: string): readonly string[] {
  return text.length < 2
    ? [text]
    : Array.from(text)
        .slice(1)
        .map((char, index) => `${text[index] ?? ""}${char}`);
}
