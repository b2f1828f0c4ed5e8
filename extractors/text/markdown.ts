/** A line that only Markdown has: a heading, or the line under the header of a table. */
const SIGNS = /^#{1,6} +[^ ]|^\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|?$/u;
const HEADING = /^(#{1,6})\s(.*)$/u;
const STRONG = /(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1/gu;

/** Whether a text is Markdown. */
export function isMarkdown(lines: readonly string[]): boolean {
  return lines.some((line) => SIGNS.test(line.trim()));
}

/** A line as a reader of Markdown sees it, with the level of a heading. */
export function withoutMarks(line: string): { text: string; outlineLevel?: number } {
  const [, marks, printed] = HEADING.exec(line.trim()) ?? [];
  const title = printed?.replace(/(?<=\s)#{1,6}$/u, "").trim();
  const text = (title ?? line).replaceAll(STRONG, "$2");
  return marks === undefined ? { text } : { text, outlineLevel: marks.length };
}
