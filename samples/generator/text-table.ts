/** Tables as a person types them: a row a line, cells parted by `|`. */
import type { Matrix } from "./description.js";

/** A grid of text; the marks of `grid.ts` may stand in it. */
export function grid(parts: TemplateStringsArray, ...values: readonly string[]): Matrix {
  return split(String.raw({ raw: parts }, ...values));
}

/** A table in whose rows one cell is a value of its own, not text. */
export function tableWith<T>(
  parts: TemplateStringsArray,
  values: readonly T[],
): readonly (readonly (string | T)[])[] {
  const marks = values.map((_, at) => `\u0000${at}\u0000`);
  const byMark = new Map(marks.map((mark, at) => [mark, values[at]] as const));
  return split(String.raw({ raw: parts }, ...marks)).map((row) =>
    row.map((cell) => byMark.get(cell) ?? cell),
  );
}

/** Only plain blanks are trimmed: `　` is printed. */
function split(text: string): Matrix {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => line.split("|").map((cell) => cell.replace(/^ +| +$/gu, "")));
}
