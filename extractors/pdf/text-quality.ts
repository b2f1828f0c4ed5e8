/** Characters that every Chinese budget text is full of. */
const FREQUENT = new Set(
  "的一二三四五十年月日不是在有和为中大上下人个部门机关单位事业行政本级公共预决算财政拨款收入支出项目基本经费资金合计总额万元数情况表说明其他工作管理服务保障社会政府国家地方市县区省院会委办局国有资本金结转余增加减少主要用于费类款项目标绩效完成指标以及对与按照发展建设债务教育务人员",
);

/** Below this many characters nothing can be said. */
const ENOUGH = 60;
/** The least share of frequent characters in real text; lists of names come near it. */
const LEAST_FREQUENT = 0.06;

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

/** So many digits are more than the number of a page and a date. */
const FIGURES = 12;

/** Whether a text is figures without any Chinese: what is printed beside them may be drawn without a font. */
export function isFiguresAlone(text: string): boolean {
  return (text.match(/\d/gu) ?? []).length >= FIGURES && hanCount(text) === 0;
}

/** How many Chinese characters a text has. */
export function hanCount(text: string): number {
  return Array.from(text).filter((c) => HAN.test(c)).length;
}

/** The share of a text's Chinese characters that another has too, each as often; null where it has none. */
export function agreement(text: string, other: string): number | null {
  const left = new Map<string, number>();
  for (const c of other) left.set(c, (left.get(c) ?? 0) + 1);
  const han = Array.from(text).filter((c) => HAN.test(c));
  const shared = han.filter((c) => {
    const count = left.get(c) ?? 0;
    left.set(c, count - 1);
    return count > 0;
  });
  return han.length === 0 ? null : shared.length / han.length;
}

const LATIN = /[A-Za-z<>=?@[\\\]^_`{|}~]/u;
const CHINESE_MARK = /[，。、；：《》（）]/u;

/** The share of a page's text that cannot be what is printed, or null where the text is plausible. */
export function rubbishShare(text: string): number | null {
  const characters = Array.from(text).filter((c) => !BLANK.test(c));
  if (characters.length < ENOUGH) return null;
  const share = (pattern: RegExp): number =>
    characters.filter((c) => pattern.test(c)).length / characters.length;
  if (share(UNMAPPED) > 0.2) return share(UNMAPPED);
  const han = characters.filter((c) => HAN.test(c));
  const latin = share(LATIN);
  if (
    characters.some((c) => CHINESE_MARK.test(c)) &&
    latin > 0.2 &&
    latin * characters.length > 2 * han.length
  )
    return latin;
  const frequent = han.filter((c) => FREQUENT.has(c)).length;
  return han.length >= ENOUGH && frequent / han.length < LEAST_FREQUENT
    ? 1 - frequent / han.length
    : null;
}
