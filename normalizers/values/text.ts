export { canonical, textOf } from "../../pipeline/model/canonical-text.js";
export { halfWidth } from "../../pipeline/model/half-width.js";

/** What was printed, outer white space (also `　`) trimmed, the lines of a cell joined. */
export function raw(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/gu, "").trim();
}

/** A text without what stands in brackets. */
export const withoutAsides = (text: string): string => text.replace(/[（(][^（()）]*[)）]/gu, "");
