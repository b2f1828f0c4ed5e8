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
    en: "What a sentence lists after 其中 adds up to the amount before it; a warning where the list may hold lists of its own.",
    zh: "一句话里“其中”之后列举的金额之和等于之前的金额；所列之中可能还有分项的，为 warning。",
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
  const isDoubtful = sum.lt(stated.yuan) || isNested(sentence.text, parts);
  return [{ stated, readings: readingsOf(parts), ...(isDoubtful ? { doubtful: true } : {}) }];
}

/** The whole list; its beginnings, after which other amounts may be named; both without the parts of its parts. */
function readingsOf(parts: readonly Mention[]): readonly (readonly Mention[])[] {
  const outer = withoutInner(parts);
  const beginnings = [parts, outer].flatMap((list) =>
    list.map((_, i) => list.slice(0, i + 1)).filter(({ length }) => length > 1),
  );
  return [parts, ...beginnings.filter(({ length }) => length < parts.length)];
}

/** The list without the amounts right after one that they add up to. */
function withoutInner(parts: readonly Mention[]): readonly Mention[] {
  const [whole, ...rest] = parts;
  if (whole === undefined) return [];
  let sum = new Big(0);
  const end = rest.findIndex(({ yuan }, i) => {
    sum = sum.plus(yuan);
    return i > 0 && sum.minus(whole.yuan).abs().lte(whole.step);
  });
  return [whole, ...withoutInner(rest.slice(end + 1))];
}

/** What begins a list inside a list, or says something of more than its parts. */
const INNER = /其中|包括|主要|加上|另|中标|[①-⑳]/u;

/** Whether a list may hold lists of its own: it says so, or parts some of its amounts otherwise than the others. */
function isNested(text: string, parts: readonly Mention[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return false;
  const gaps = parts.slice(1).map(({ start }, i) => text.slice(parts[i]?.end ?? start, start));
  const parted = gaps.filter((gap) => /[；;]/u.test(gap)).length;
  return INNER.test(text.slice(first.end, last.start)) || (parted > 0 && parted < gaps.length);
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
