import type { Edit } from "./edit.js";

/** An escape, a character class, a group's opening, or what is edited: a quantifier or an anchor. */
const TOKEN =
  /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:<[^>=!]+>|<?[=!:])|[*+?]\??|\{(\d+)(?:,(\d*))?\}|[$^]/gu;

/** Quantifiers that count one more or less, and anchors removed, in the pattern of a regex. */
export function regexEdits(pattern: string): readonly Edit[] {
  return [...pattern.matchAll(TOKEN)].flatMap((match) => {
    const [token, least, most] = match;
    const { index: start } = match;
    const texts = least === undefined ? SIGNS[token] : counted(Number(least), most);
    return (texts ?? []).map((text) => ({ start, end: start + token.length, text }));
  });
}

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "*": ["+"],
  "+": ["*", ""],
  "?": [""],
  "*?": ["+?"],
  "+?": ["*?"],
  "^": [""],
  $: [""],
};

/** `{2}`, `{2,}` and `{2,5}` with each bound one off. */
function counted(least: number, most: string | undefined): readonly string[] {
  if (most === undefined) return [`{${least + 1}}`, ...(least > 1 ? [`{${least - 1}}`] : [])];
  const lower = least > 0 ? [`{${least - 1},${most}}`] : [];
  if (most === "") return [...lower, `{${least + 1},}`];
  const tighter = Number(most) > least ? [`{${least},${Number(most) - 1}}`] : [];
  return [...lower, ...tighter, `{${least},${Number(most) + 1}}`];
}
