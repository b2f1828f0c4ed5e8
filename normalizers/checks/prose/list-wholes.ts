import { isChange, type Mention, mentions, type Prose } from "../../evidence/prose.js";

/** What opens a list that goes on in the paragraphs below. */
const OPENS = /(?:其中|包括|如下)[：:，,]?$|[：:]$/u;
/** An item: what it is called and how much it is, before anything else is said. */
const ITEM =
  /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]+)?[^\d，,；;。：:]{2,40}\d/u;

/** For each paragraph that is an item of a list, the amount that the paragraph which opens the list ends with. */
export function wholesOfLists(all: readonly Prose[]): readonly (Mention | null)[] {
  let whole: Mention | null = null;
  return all.map((paragraph) => {
    const own = whole;
    const isItem = own !== null && ITEM.test(paragraph.text);
    if (OPENS.test(paragraph.text)) whole = opening(paragraph);
    else if (!isItem) whole = null;
    return isItem ? own : null;
  });
}

/** The level that stands last in the sentence which opens a list. */
function opening(paragraph: Prose): Mention | null {
  const last = mentions(paragraph).at(-1);
  if (last === undefined || isChange(last)) return null;
  return /[。；;]/u.test(paragraph.text.slice(last.end)) ? null : last;
}
