import { entryText, leadsToPage, type Passage, passageText } from "./paragraphs.js";

const TITLE = /^目\s*录$/u;
const LIST_NUMBER =
  /^(?:[（(]?[一二三四五六七八九十百\d]+[、)）.．]|表[一二三四五六七八九十\d]+[、.．:：]?)/u;
const SENTENCE = /[。；]/u;

/**
 * The passages of the table of contents: lines that lead to a page number, and what follows the title `目录` up
 * to the first line that repeats an entry or is a sentence. On a new page it ends with a line that is set otherwise
 * or is an entry without its list number, and where a table stands on the page: captions look like entries.
 */
export function contentsLines(
  passages: readonly Passage[],
  hasTable: (page: number) => boolean,
): Set<Passage> {
  const found = new Set(passages.filter((passage) => leadsToPage(passageText(passage))));
  const title = passages.findIndex((passage) => TITLE.test(passageText(passage).trim()));
  if (title === -1) return found;
  const seen = new Set<string>();
  const unnumbered = new Set<string>();
  const styles = new Set<string>();
  for (const [i, passage] of passages.slice(title + 1).entries()) {
    const before = passages[title + i];
    const isNewPage = before !== undefined && before.at(-1)?.page !== passage[0].page;
    const key = entryText(passageText(passage));
    if (seen.has(key) || SENTENCE.test(passageText(passage))) break;
    if (isNewPage && i > 0 && (!styles.has(styleOf(passage)) || hasTable(passage[0].page))) break;
    if (isNewPage && unnumbered.has(key)) break;
    seen.add(key);
    unnumbered.add(key.replace(LIST_NUMBER, ""));
    styles.add(styleOf(passage));
    found.add(passage);
  }
  return found;
}

function styleOf([{ line }]: Passage): string {
  return `${line.size.toFixed(0)} ${line.font} ${line.bold}`;
}
