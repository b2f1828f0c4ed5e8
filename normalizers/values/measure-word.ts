import { meaningOf, wordLists } from "../reference/word-lists.js";

/** Units in which officials count: of money, share, time, size, and the measure words. */
const MEASURE = wordLists(new URL("./measure-words.tsv", import.meta.url), ["measure"])("measure", [
  "measure",
]);

const SCALE = /^(?:十|百|千|[十百千]?万|亿)(?=.)/u;

const BRACKETED = /[（(]([^（()）]*)[)）]/gu;

/**
 * Whether a text is a unit (计量单位) by itself: `人`, `万人次`, `元/人`, `元/人·月`, `场（次）`; also none at
 * all. A plain number followed by anything else is a sentence with a number in it.
 */
export function isMeasure(unit: string): boolean {
  return unit === "" || unit.split(/[/每·*]/u).every(isMeasureWord);
}

function isMeasureWord(word: string): boolean {
  const forms = [word, word.replace(BRACKETED, ""), word.replace(BRACKETED, "$1")];
  return forms.some((form) => isKnown(form) || isKnown(form.replace(SCALE, "")));
}

function isKnown(word: string): boolean {
  return meaningOf(MEASURE, word) !== null;
}
