/** RFC 4180, read back strictly: the tests' own reader, so that the writer is not its own judge. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < text.length) {
    const [cell, end] = text[position] === '"' ? quoted(text, position) : plain(text, position);
    row.push(cell);
    position = end + 1;
    if (text[end] === "\n") {
      rows.push(row);
      row = [];
    } else if (text[end] !== ",") throw new Error(`no cell may end at ${end}`);
  }
  if (row.length > 0) throw new Error("the last row has no line end");
  return rows;
}

function plain(text: string, start: number): readonly [string, number] {
  let end = start;
  while (end < text.length && !",\n".includes(text.charAt(end))) end += 1;
  const cell = text.slice(start, end);
  if (/["\r]/u.test(cell)) throw new Error(`not quoted: ${JSON.stringify(cell)}`);
  return [cell, end];
}

function quoted(text: string, start: number): readonly [string, number] {
  let end = start + 1;
  while (text[end] !== '"' || text[end + 1] === '"') {
    if (end >= text.length) throw new Error("a quote is not closed");
    end += text[end] === '"' ? 2 : 1;
  }
  return [text.slice(start + 1, end).replaceAll('""', '"'), end + 1];
}
