import { PDF } from "./settings.js";
import { add, countOf, tally } from "../../pipeline/model/tally.js";

/** Characters that every Chinese budget text is full of. */
const FREQUENT = new Set(
  "的一二三四五十年月日不是在有和为中大上下人个部门机关单位事业行政本级公共预决算财政拨款收入支出项目基本经费资金合计总额万元数情况表说明其他工作管理服务保障社会政府国家地方市县区省院会委办局国有资本金结转余增加减少主要用于费类款项目标绩效完成指标以及对与按照发展建设债务教育务人员",
);

const BLANK = /\s/u;
const HAN = /\p{sc=Han}/u;
const UNMAPPED = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u;

/** How many characters have no meaning outside their font. */
export function unmappedCount(text: string): number {
  return Array.from(text).filter((c) => UNMAPPED.test(c) && !BLANK.test(c)).length;
}

/** The share of characters that have no meaning outside their font. */
export function unmappedShare(text: string): number {
  const all = Array.from(text).filter((c) => !BLANK.test(c)).length;
  return all === 0 ? 0 : unmappedCount(text) / all;
}

/** Whether a text is figures without any Chinese: what is printed beside them may be drawn without a font. */
export function isFiguresAlone(text: string): boolean {
  return (text.match(/\d/gu) ?? []).length >= PDF.text.figures && hanCount(text) === 0;
}

/** How many Chinese characters a text has. */
export function hanCount(text: string): number {
  return Array.from(text).filter((c) => HAN.test(c)).length;
}

/** The share of a text's Chinese characters that another has too, each as often; null where it has none. */
export function agreement(text: string, other: string): number | null {
  const left = tally(other);
  const han = Array.from(text).filter((c) => HAN.test(c));
  const shared = han.filter((c) => {
    const isLeft = countOf(left, c) > 0;
    if (isLeft) add(left, c, -1);
    return isLeft;
  });
  return han.length === 0 ? null : shared.length / han.length;
}

const LATIN = /[A-Za-z<>=?@[\\\]^_`{|}~]/u;
const CHINESE_MARK = /[，。、；：《》（）]/u;

/** The share of a page's text that cannot be what is printed, or null where the text is plausible. */
export function rubbishShare(text: string): number | null {
  const characters = Array.from(text).filter((c) => !BLANK.test(c));
  if (characters.length < PDF.text.enough) return null;
  const share = (pattern: RegExp): number =>
    characters.filter((c) => pattern.test(c)).length / characters.length;
  if (share(UNMAPPED) > PDF.text.unmapped) return share(UNMAPPED);
  const han = characters.filter((c) => HAN.test(c));
  const latin = share(LATIN);
  if (
    characters.some((c) => CHINESE_MARK.test(c)) &&
    latin > PDF.text.latin &&
    latin * characters.length > PDF.text.latinLead * han.length
  )
    return latin;
  const frequent = han.filter((c) => FREQUENT.has(c)).length;
  return han.length >= PDF.text.enough && frequent / han.length < PDF.text.leastFrequent
    ? 1 - frequent / han.length
    : null;
}
