/** How many characters must be put in, taken out or changed to make one text the other (Levenshtein). */
export function distance(a: string, b: string): number {
  const from = Array.from(a, codePoint);
  const to = Array.from(b, codePoint);
  let above = Uint32Array.from({ length: to.length + 1 }, (_, column) => column);
  let row = new Uint32Array(to.length + 1);
  for (const [i, character] of from.entries()) {
    row[0] = i + 1;
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (character === to[column - 1] ? 0 : 1);
      const moved = Math.min(above[column] ?? 0, row[column - 1] ?? 0) + 1;
      row[column] = Math.min(changed, moved);
    }
    [above, row] = [row, above];
  }
  return above[to.length] ?? 0;
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
