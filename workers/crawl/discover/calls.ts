/** Characters of a script. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where something of a script was found. */
export interface Found {
  readonly index: number;
  /** What was found, whole. */
  readonly 0: string;
}

/** How far the ends of a call are looked for, characters. */
const REACH = 1_000;

/**
 * The call that each thing found in a script is said in, as text without those that stand in it: the argument list that
 * it begins, else the object literal around it with the name of what is called by it.
 */
export function callsAround(script: string, found: readonly Found[]): readonly string[] {
  const spans = found.map((each) => spanOf(script, each));
  return spans.map(({ from, to }) => {
    const inner = spans
      .filter((other) => other.from > from && other.to <= to)
      .toSorted((a, b) => a.from - b.from);
    let text = "";
    let at = from;
    for (const each of inner) {
      if (each.from > at) text += script.slice(at, each.from);
      at = Math.max(at, each.to);
    }
    return text + script.slice(at, to);
  });
}

function spanOf(script: string, { index, 0: whole }: Found): Span {
  const opens = whole.indexOf("(");
  if (opens >= 0) return { from: index, to: closeAfter(script, index + opens + 1) };
  const open = openBefore(script, index);
  const callee = /[\w$.]{1,40}\(\s{0,9}$/u.exec(script.slice(Math.max(0, open - 50), open))?.[0];
  return { from: open - (callee?.length ?? 0), to: closeAfter(script, index) };
}

/** Where the bracket opens that a place stands in. */
function openBefore(script: string, place: number): number {
  const first = Math.max(0, place - REACH);
  let depth = 0;
  for (let at = place - 1; at >= first; at -= 1) {
    const sign = script.charAt(at);
    if (CLOSING.has(sign)) depth += 1;
    if (!OPENING.has(sign)) continue;
    if (depth === 0) return at;
    depth -= 1;
  }
  return first;
}

/** Where the bracket closes that a place stands in, behind it. */
function closeAfter(script: string, place: number): number {
  const last = Math.min(script.length, place + REACH);
  let depth = 0;
  for (let at = place; at < last; at += 1) {
    const sign = script.charAt(at);
    if (OPENING.has(sign)) depth += 1;
    if (!CLOSING.has(sign)) continue;
    if (depth === 0) return at + 1;
    depth -= 1;
  }
  return last;
}

const OPENING = new Set("({[");
const CLOSING = new Set(")}]");
