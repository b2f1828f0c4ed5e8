import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import { textOf } from "../../values/text.js";
import type { Half } from "./amount-columns.js";
import { headerWord } from "./measures.js";

/** A code from its 类 款 项 columns joined, or from one column; null where these hold no digits. */
export function joinedCode(parts: readonly string[]): string | null {
  if (parts.length === 0 || !parts.every((part) => /^\d+$/u.test(part))) return null;
  const last = parts.at(-1) ?? "";
  const whole = parts
    .slice(0, -1)
    .every((part) => last.startsWith(part) && last.length > part.length);
  return whole ? last : parts.join("");
}

const LEVEL = /^[类款项]$/u;

/** The codes of 类 and 款 that a row leaves blank under columns 类 款 项: they stand in the rows above. */
export function codesAbove({ at }: Grid, { codes }: Half, row: number): readonly string[] {
  const own = codes.findIndex(({ index }) => textIn(at(row, index)) !== "");
  if (own < 1 || !codes.every(({ path }) => LEVEL.test(headerWord(path.at(-1) ?? "")))) return [];
  let top = 0;
  return codes.slice(0, own).map(({ index }) => {
    let from = row - 1;
    while (from > top && textIn(at(from, index)) === "") from -= 1;
    // A 款 is of the 类 that stands beside or above it.
    top = from;
    return textIn(at(from, index));
  });
}

const textIn = (cell: Cell | undefined): string => (cell === undefined ? "" : textOf(cell));
