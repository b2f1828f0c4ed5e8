import { withoutAsides } from "../values/text.js";
import { PROSE } from "./settings.js";

/** A word before the noun: when, whose, how far. Any other word makes it something else. */
const AHEAD =
  /^(?:20\d\d年[度末底初]?|\d{1,2}[-—至]\d{1,2}月份?|上半年|截至|全年|本年|当年|年[末底]|年初|全[省市县区旗州盟域]|我[省市县区旗州盟](?!.*对)|[省市县区旗州盟]本?级|本级|各级|预计|预期|安排|编列|编制|完成|实现|执行|实际|累计|组织|收支|加上(?!级|解|年)|加|减去?|扣除|可预计|预算(?=补助|上解|调出|总)|纳入\p{sc=Han}{2,24}的|法定限额内|(?:共|实际)?发行(?=新增|再融资)|其中|包括|拟|相应|对应|合计|的|[、和及])/u;
/** Words of who approved, what was added or why it is planned: everything up to them. */
const LEAD =
  /批准|批复|通过|确定|审定|核定|下达|后(?=总[收支])|安排(?=总[收支])|(?<=收入|预算)加上/gu;
const PLACE_END = /[省市县区旗州盟]/gu;
/** Words between the noun and the amount; a sum with what is carried over (收入总计) is another measure. */
const BEHIND =
  /(?:预算|决算|草案|执行|完成|实现|实际|累计|快报|预计|预期|安排|编列|年初|全年|任务|目标|计划|数|额|拟|为|是|达到?|到|共|约|的)$/u;
const ORDINAL =
  /^(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)、.．]+|[①-⑳]|其中[：:，,]?|[—-]+)+/u;

/** The words of an amount: behind the last mark that parts them from something else, without asides. */
export function lastPart(words: string): string {
  const part = withoutAsides(words)
    .split(/[；;。，,：:（(]|(?<!\d)\.|\.(?!\d)/u)
    .at(-1);
  return (part ?? "").replace(ORDINAL, "");
}

/** A noun, and the place whose it is said to be. */
interface Noun {
  readonly noun: string;
  readonly place: string | null;
}

/** The nouns that may be left of an amount's words: with more or fewer of the words around them, or behind the name of a place. */
export function readings(words: string): readonly Noun[] {
  const lead = [...words.matchAll(LEAD)].at(-1);
  const from = lead === undefined ? 0 : lead.index + lead[0].length;
  return peelings(withoutAsides(words.slice(from)), BEHIND).flatMap((core) => {
    const places = [...core.slice(0, PROSE.longestPlace).matchAll(PLACE_END)];
    return [
      ...peelings(core, AHEAD).map((noun) => ({ noun, place: null })),
      ...places.flatMap(({ index }) =>
        peelings(core.slice(index + 1), AHEAD).map((noun) => ({
          noun,
          place: core.slice(0, index + 1),
        })),
      ),
    ];
  });
}

/** A text, then each that is left when a further word at its one end is taken off. */
function peelings(text: string, word: RegExp): readonly string[] {
  const rest = text.replace(word, "");
  return rest === text ? [text] : [text, ...peelings(rest, word)];
}
