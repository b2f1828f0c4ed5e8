/** A line that only Markdown has: a heading, or the line under the header of a table. */
const SIGNS = /^ {0,3}#{1,6}\s+\S|^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/u;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/u;
const STRONG = /(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1/gu;

/** Whether a text is Markdown. */
export function isMarkdown(lines: readonly string[]): boolean {
  return lines.some((line) => SIGNS.test(line));
}

/** A line as a reader of Markdown sees it, with the level of a heading. */
export function withoutMarks(line: string): { text: string; outlineLevel?: number } {
  const [, marks, title] = HEADING.exec(line) ?? [];
  const text = (title ?? line).replaceAll(STRONG, "$2");
  return marks === undefined ? { text } : { text, outlineLevel: marks.length };
}
