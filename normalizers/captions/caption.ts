import { numbered } from "../values/ordinal.js";
import { canonical, halfWidth } from "../values/text.js";
import { CAPTIONS } from "./settings.js";

/** A table's title: without list number and form number, and the list number it had. */
export interface Caption {
  readonly text: string;
  readonly number: string | null;
}

const FORM_NUMBER =
  /^(?:(?:财|预算|决算)?公开|附|预算)?\s*(?:表\s*[\d一二三四五六七八九十]+(?:-\d+)?|\d{1,2}\s*表|[表附]件?\s*\d+(?:-\d+)?)(?:[：:、.．\s]+|$)/u;
const CHAPTER_NUMBER = /^\d{1,2}(?:[.．-]\d{1,2})+(?:[、.．\s]+|(?=20\d\d年))/u;
/** What a form prints before the title: the code of the division, or the number of the form (`43栖云省2024年…`, `§72021年…`). */
const GLUED_NUMBER =
  /^(?:§\s*\d{1,2}\s*(?=20\d\d年|\p{sc=Han})|(?:\d{2,6}|\d{1,2}-\d{1,2})\s*(?![年月日项个张期])(?=\p{sc=Han}{2,12}?(?:[省市州盟县区旗]|地区)(?:本级|全辖)?(?:20\d\d|地方|政府)))/u;
const CONTINUED = /[（(]?续(?:表)?[）)]?$/u;
/** A title set in the marks of titles: `《…支出表》（续）`. */
const QUOTED = /^《([^《》]+)》((?:[（(].*[)）])?)$/u;
const SENTENCE = /[。；;!！?？，,]$/u;
const TITLE = /(?:表|情况|一览|预算|决算|明细|清单|统计|草案|快报)(?:[（(].*[)）])?$/u;
const CALLED_TABLE = /表(?:[（(].*[)）])?$/u;

/** A caption as the dataset has it: `1、…绩效目标表` → `…绩效目标表`, number `1`; `公开 01 表：收支预算总表` → `收支预算总表`. */
export function captionOf(text: string): Caption {
  const plain = canonical(
    halfWidth(text)
      .trim()
      .replace(FORM_NUMBER, "")
      .replace(CHAPTER_NUMBER, "")
      .replace(GLUED_NUMBER, ""),
  ).replace(/[：:。]$/u, "");
  const { ordinal, rest } = numbered(plain);
  const bare = rest
    .replace(/^[、.．：:]/u, "")
    .replace(FORM_NUMBER, "")
    .replace(CONTINUED, "")
    .replace(QUOTED, "$1$2");
  return { text: bare === "" ? plain : bare, number: ordinal };
}

/** Whether a line above a table can be its title: short, no sentence, named as tables are. */
export function looksLikeCaption(text: string): boolean {
  const plain = canonical(text);
  if (plain.length === 0 || plain.length > CAPTIONS.longestCaption || SENTENCE.test(plain))
    return false;
  if (/[：:]$/u.test(plain)) return /表[：:]$/u.test(plain);
  return TITLE.test(captionOf(plain).text);
}

/** Whether a line can be a title and calls itself a table: `…支出表`, `…绩效目标表（续）`. */
export function isCalledTable(text: string): boolean {
  return looksLikeCaption(text) && CALLED_TABLE.test(captionOf(text).text);
}
