import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { CHECKS } from "../../evidence/check-settings.js";
import { measureNamed } from "../../prose/figures-measures.js";
import { partAt, passages, type Sentence } from "../../prose/sentence.js";

const rule: Rule<{ readonly amount: string; readonly sentence: string }> = {
  id: "amount_unread",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "An amount of the prose has digits and its own unit: one in Chinese numerals, without a unit, of two units or broken by a line is not read.",
    zh: "正文中的金额应为带单位的阿拉伯数字；用汉字数字、不带单位、两个单位连写或被换行断开的金额不作读取。",
  },
  say: {
    en: ({ amount, sentence }) =>
      `“${amount}” is not read as an amount, although the words before it name one: “${sentence}”.`,
    zh: ({ amount, sentence }) => `“${sentence}”中的“${amount}”未读作金额，尽管其前文说明是金额。`,
  },
};

/** Amounts of the prose that are not printed as the figures are read. */
export const amountUnread: Check = {
  rule,
  run: (reading) => {
    const all = passages(reading.document, reading.sections).flatMap(({ sentences }) => sentences);
    return {
      compared: all.length,
      findings: all.flatMap((sentence) => unreadIn(sentence).map(told(reading, sentence))),
      unable: { en: "the document has no prose", zh: "文档没有正文" },
    };
  },
};

const CHINESE = "[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]";
/** Chinese numerals before 元; 亿 and 万 one behind the other; what became another amount, of no year; a number that a mark or the end follows instead of a unit. */
const UNREAD = new RegExp(
  [
    String.raw`${CHINESE}{2,20}[元圆]`,
    String.raw`(?<![\d.,])\d{1,12}(?:\.\d{1,6})?亿零?\d{1,12}(?:\.\d{1,6})?万元?`,
    String.raw`(?<![\d.,])\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?=万(?!元)|[（(][万亿]?元[)）])`,
    String.raw`(?<=[由从])\d{1,12}(?:\.\d{1,6})?[万亿]?元`,
    String.raw`(?<![\d.,])\d{1,12}(?:,\d{3}){0,4}\.(?:\d{1,6})?(?=$|[，,。；;、）)](?!\d))`,
    String.raw`(?<![\d.,])(?!20\d\d$)\d{1,12}$`,
  ].join("|"),
  "gu",
);

/** What prints an amount behind the words for a measure, and is none that is read. */
function unreadIn({ text }: Sentence): readonly RegExpExecArray[] {
  return [...text.matchAll(UNREAD)].filter(({ index }) => {
    const words = text.slice(Math.max(0, index - CHECKS.unread.amountWords), index);
    return measureNamed(words.replace(/[由从]$/u, "")) !== undefined;
  });
}

const told =
  ({ sections }: Reading, sentence: Sentence) =>
  ({ 0: amount, index }: RegExpExecArray): Finding => {
    const part = partAt(sentence, index);
    const section = sections.findLast(({ block }) => block <= (part?.block ?? -1));
    const from = Math.max(0, index - CHECKS.unread.proseQuote);
    const quoted = sentence.text.slice(from, index + amount.length).replaceAll("”", "");
    return finding(
      rule,
      { amount, sentence: quoted },
      { section_no: section?.section_no ?? null, page: part?.page ?? null },
    );
  };
