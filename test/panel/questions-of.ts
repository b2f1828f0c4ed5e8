import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The statements of a page of questions by their numbers. */
export function questionsOf(page: string): ReadonlyMap<number, string> {
  const text = readFileSync(join(import.meta.dirname, "../..", page), "utf8");
  return new Map(
    Array.from(text.matchAll(/^## (\d+)\. .*?```sql\n(.*?)```/gmsu), ([, no, sql = ""]) => [
      Number(no),
      sql,
    ]),
  );
}

/** A row of an answer: its numbers without zeros at their end, – where a cell is empty. */
export const printed = (row: readonly (string | null)[]): string => row.map(cellOf).join(" ");

const cellOf = (cell: string | null): string =>
  cell === null ? "–" : /^-?\d+\.\d+$/u.test(cell) ? String(Number(cell)) : cell;
