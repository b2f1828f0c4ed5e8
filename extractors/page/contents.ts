import { entryText, leadsToPage, type Passage, passageText } from "./paragraphs.js";

const TITLE = /^目\s*录$/u;
const SENTENCE = /[。；]/u;

/**
 * The passages of the table of contents: lines that lead to a page number, and what follows the
 * title `目录` up to the first line that repeats an entry, is a sentence, or is set otherwise on a new page.
 */
export function contentsLines(passages: readonly Passage[]): Set<Passage> {
  const found = new Set(passages.filter((passage) => leadsToPage(passageText(passage))));
  const title = passages.findIndex((passage) => TITLE.test(passageText(passage).trim()));
  if (title === -1) return found;
  const seen = new Set<string>();
  const styles = new Set<string>();
  for (const [i, passage] of passages.slice(title + 1).entries()) {
    const before = passages[title + i];
    const isNewPage = before !== undefined && before.at(-1)?.page !== passage[0].page;
    const key = entryText(passageText(passage));
    if (seen.has(key) || SENTENCE.test(passageText(passage))) break;
    if (isNewPage && i > 0 && !styles.has(styleOf(passage))) break;
    seen.add(key);
    styles.add(styleOf(passage));
    found.add(passage);
  }
  return found;
}

function styleOf([{ line }]: Passage): string {
  return `${line.size.toFixed(0)} ${line.font} ${line.bold}`;
}
