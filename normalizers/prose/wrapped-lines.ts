import type { Document } from "../../pipeline/model/document.js";
import { textOf } from "../values/text.js";
import { PROSE } from "./settings.js";

/** What closes a line: behind it the next line begins something else. */
const CLOSED = /[。；;！!？?：:”）)]$/u;
/** A line of a table that has lost its rules. */
const OF_TABLE = /[|｜\t]/u;
const WIDE = /[\u2e80-\uffef]/u;

/**
 * The width at which a plain text breaks its lines, inside words and numbers too, or null where each
 * paragraph has its own line. Formats with pages join the lines of a paragraph themselves.
 */
export function wrapWidth({ blocks }: Document): number | null {
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" && block.at.type === "line" ? [textOf(block)] : [],
  );
  const widest = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  const { narrowest, widest: limit, leastLines } = PROSE.wrap;
  if (widest < narrowest || widest > limit) return null;
  return lines.filter((line) => isWrapped(line, widest)).length >= leastLines ? widest : null;
}

/** Whether a line was broken at the full width of its text, so that the next one goes on with it. */
export function isWrapped(text: string, wrapped: number | null): boolean {
  if (wrapped === null || CLOSED.test(text) || OF_TABLE.test(text)) return false;
  return widthOf(text) >= wrapped * PROSE.wrap.fullLine;
}

/** Whether a line ends within an amount that the next one goes on with. */
export function breaksAmount(text: string, next: string): boolean {
  return /\d[.,]?$/u.test(text) && /^(?:\d{0,12}(?:\.\d{1,6})?(?:[万亿]?元|%))/u.test(next);
}

/** Columns of a fixed type: a Chinese character takes two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);
}
