import { Big } from "big.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import {
  isChange,
  type Mention,
  mentions,
  paragraphs,
  type Prose,
  sentences,
} from "../../evidence/prose.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "list_adds_up",
  severity: "error",
  about: {
    en: "What a sentence lists after 其中 adds up to the amount before it.",
    zh: "一句话里“其中”之后列举的金额之和等于之前的金额。",
  },
  say: {
    en: (sum) => `The sentence says ${totalInWords.en(sum)}, but lists ${inWords.en(sum)}.`,
    zh: (sum) => `该句写明${totalInWords.zh(sum)}，但所列为${inWords.zh(sum)}。`,
  },
};

/** Total，其中：A、B、C: total = A + B + C, where the list is nothing but names and amounts. */
export const listAddsUp = arithmetic(rule, {
  compare: (reading) =>
    paragraphs(reading).flatMap((paragraph) =>
      sentences(paragraph).flatMap((sentence) => comparison(sentence)),
    ),
  unable: { en: "no sentence lists the parts of an amount", zh: "没有列举金额各部分的句子" },
});

const OF_WHICH = /其中[：:，,]?|包括[：:]/u;
/** What may stand after an amount without making its list less of a list. */
const SHARE = /^(?:占[^，、；,;]*%|[（(][^）)]*[）)])$/u;
const PART_NAME = /^[^\d，,；;。：:]{2,30}$/u;

function comparison(sentence: Prose): readonly Comparison[] {
  const mark = OF_WHICH.exec(sentence.text);
  if (mark === null) return [];
  const all = mentions(sentence);
  const totals = all.filter((one) => one.end <= mark.index && !isChange(one));
  const parts = listed(sentence, mark.index + mark[0].length, all);
  const last = totals.at(-1);
  if (last === undefined || parts === null || parts.length < 2) return [];
  const sum = parts.reduce((total, { yuan }) => total.plus(yuan), new Big(0));
  const open = /等/u.test(sentence.text.slice(mark.index));
  const stated = totals.find(({ yuan }) => yuan.eq(sum)) ?? last;
  if (open && sum.lt(stated.yuan)) return [];
  return [{ stated, readings: [parts], ...(sum.lt(stated.yuan) ? { doubtful: true } : {}) }];
}

/** The amounts of a list; null where the sentence says anything else in it. */
function listed({ text }: Prose, from: number, all: readonly Mention[]): readonly Mention[] | null {
  const parts: Mention[] = [];
  let at = from;
  for (const segment of text.slice(from).split(/(?<=[，、；,;。])/u)) {
    const words = segment.replace(/[，、；,;。]$/u, "");
    const inside = all.filter(({ start }) => start >= at && start < at + segment.length);
    at += segment.length;
    const [part] = inside;
    if (part === undefined) {
      if (words !== "" && !SHARE.test(words)) return null;
      continue;
    }
    const isPart = inside.length === 1 && part.end <= at && PART_NAME.test(nameOf(words, part));
    if (!isPart || isChange(part)) return null;
    parts.push(part);
  }
  return parts;
}

/** The words of a segment without its amount and what follows it in brackets. */
function nameOf(words: string, { unit }: Mention): string {
  return words.replace(new RegExp(String.raw`[\d,，.]+${unit}.*$`, "u"), "");
}
