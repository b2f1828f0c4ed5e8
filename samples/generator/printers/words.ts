import type { Line, Manner } from "../description.js";

/** The text of a line as typed: a body paragraph may begin with two wide blanks. */
export function wordsOf({ style, text }: Line, { indented }: Manner): string {
  return indented === true && style === "body" ? `　　${text}` : text;
}
