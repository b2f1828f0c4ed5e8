import type { Placed } from "../../pipeline/model/records/registry.js";
import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";
import type { Account } from "../../pipeline/model/records/vocabulary.js";
import { money } from "../values/amount.js";
import { type AmountMention, amountMentions } from "./figures-mention.js";
import { accountOf, accountOfWords, measureNamed, type Measured } from "./government-measures.js";
import { lastPart } from "./government-nouns.js";
import { type Percentage, percentagesBehind } from "./government-percentages.js";
import { type InReport, isOfOtherTime, isOpening, periodOf } from "./government-period.js";
import {
  atSentence,
  OF_WHICH,
  type Said,
  saidAfter,
  saidBy,
  saidOf,
  saidOver,
} from "./government-said.js";
import { isOtherPlace } from "./government-whose.js";
import { partAt, type Passage, type Sentence } from "./sentence.js";

/** A chapter on what is to be done: its figures are those of others, or of several years. */
const ON_WORK = /(?:工作|措施|任务|要求|建议)$/u;

/** The figures of a whole government that a passage of its report states, each by a plain name. */
export function governmentFigures(
  { sentences }: Passage,
  around: InReport,
): readonly Placed<"figures">[] {
  if (ON_WORK.test(around.chain[0]?.title ?? "")) return [];
  let said = saidOver(around);
  return sentences.flatMap((sentence) => {
    const mentions = amountMentions(sentence.text);
    if (mentions.length === 0) {
      said = saidOf(said, sentence.text);
      return [];
    }
    const found = sentenceFigures({ sentence, mentions, around }, atSentence(said));
    said = { ...found.said, text: said.text + sentence.text };
    return found.figures;
  });
}

/** What a sentence states, and what is said once it is read. */
interface Told {
  readonly figures: readonly Placed<"figures">[];
  readonly said: Said;
}

/** A sentence with the amounts that it mentions. */
interface Mentions {
  readonly sentence: Sentence;
  readonly mentions: readonly AmountMention[];
  readonly around: InReport;
}

function sentenceFigures({ sentence, mentions, around }: Mentions, begun: Said): Told {
  const figures: Placed<"figures">[] = [];
  let said = begun;
  mentions.forEach((mention, at) => {
    const { text } = sentence;
    const end = mention.start + mention.raw.length;
    const here = {
      ahead: text.slice(0, mention.start),
      tail: text.slice(end, mentions[at + 1]?.start),
      behind: text.slice(end),
    };
    const told = amountFigures({ sentence, mention, around, ...here }, said);
    figures.push(...told.figures);
    ({ said } = told);
  });
  return { figures, said };
}

interface InSentence {
  readonly sentence: Sentence;
  readonly mention: AmountMention;
  readonly around: InReport;
  readonly ahead: string;
  /** What stands between this amount and the next. */
  readonly tail: string;
  readonly behind: string;
}

/** A statement on several years. */
const OF_YEARS =
  /[“"]?十[二三四五]五|[二三四五]年来|以来|期间|年均|(?<!总[收支][入出])累计(?!结余)|近\p{sc=Han}年|20\d\d年?度?[-—–~～至到]+20\d\d年/u;

/** What is compared with several years is of several. */
const THAN_YEARS = /^[，,]?[较比][“"]?十[二三四五]五/u;

function amountFigures(here: InSentence, before: Said): Told {
  const { mention, around, ahead } = here;
  const isAside = mention.bracketed !== null;
  const said = isAside ? before : saidBy(before, mention, around);
  const after = here.behind + around.following;
  // A budget that is named behind an amount is its own within its clause alone.
  const account = said.account ?? accountOfWords(after.split(/[，,；;。]/u)[0] ?? "");
  const words = lastPart(mention.context);
  const isPart = isAside || OF_WHICH.test(mention.context);
  const { measured, elsewhere } = measureNamed({
    words,
    after,
    isPart,
    regionName: around.regionName,
    spoken: { ...said, account },
  });
  if (isAside && (measured === null || !isPartOfDebt(measured, before)))
    return { figures: [], said: before };
  const isForeign =
    said.isForeign || (elsewhere !== null && isOtherPlace(elsewhere, around.regionName));
  const of = isUnsure(measured, words, { ...said, text: said.text + ahead }) ? null : measured;
  const next = { ...saidAfter(said, of), isForeign };
  if (
    of === null ||
    isForeign ||
    (isPart && isRepeated(of, said, before)) ||
    isOfOther(here, of.measure)
  )
    return { figures: [], said: next };
  const isKind = of.debtKind === "general" || of.debtKind === "special";
  const period = (isKind && isPart ? before.period : null) ?? periodOf(here, around, next);
  const figures = figuresOf(here, of, { ...next, ...period, account });
  return { figures, said: { ...next, period: isKind ? next.period : period } };
}

/** Whether a part has the measure of the sum, or is of a kind of debt that has been stated: it is for a purpose. */
function isRepeated({ measure, debtKind }: Measured, said: Said, before: Said): boolean {
  if (debtKind === "general" || debtKind === "special")
    return measure === said.debt?.measure && said.kinds.includes(debtKind);
  return said.coverage === before.coverage && measure === before.measure;
}

/** Whether an amount is of another time than a year, or of another extent than what its words name. */
function isOfOther(
  { mention, around, ahead, tail, behind }: InSentence,
  measure: FigureMeasure,
): boolean {
  if (OF_YEARS.test(ahead) || THAN_YEARS.test(tail) || isOfOtherTime(ahead, around)) return true;
  return (
    OTHER_EXTENT.test(ahead) || WITHOUT_PLACE.test(behind) || isOpening(measure, mention.context)
  );
}

/** 一般债券 and 专项债券 in brackets behind the debt that they are parts of. */
function isPartOfDebt({ measure, debtKind }: Measured, { debt }: Said): boolean {
  return measure === debt?.measure && debt.debtKind === "total" && debtKind !== "total";
}

/** Income with that of the central government, or the whole but for a part of it. */
const OTHER_EXTENT =
  /[（(][^（()）]*(?:全口径|(?<!不)含(?:中央|上划))[^（()）]*[）)]|全[省市县区旗州盟域][（(]不(?:含|包括)/u;
/** A bracket behind an amount that leaves a place out of it. */
const WITHOUT_PLACE = /^[（(]不(?:含|包括)[^（()）]*[省市县区旗州盟岛镇]/u;

const OF_INSURANCE = /保险|社保/u;
const NAMED_FUND = /政府性基金/u;
/** What every budget has, each insurance too. */
const OF_ANY = /^(?:income_sum|expenditure_sum|carried_|transfers_|remitted_)|social_insurance$/u;

/** 基金 alone is that of an insurance where one has been named; what one insurance has is not that of all. */
function isUnsure(measured: Measured | null, words: string, said: Said): boolean {
  if (measured === null) return false;
  if (said.ofOneInsurance && OF_ANY.test(measured.measure)) return true;
  if (!measured.measure.endsWith("government_fund") || NAMED_FUND.test(words)) return false;
  return /基金/u.test(words) && OF_INSURANCE.test(said.text);
}

/** A chapter on debt says of no other money which budget it is of. */
const budgetOf = (measure: FigureMeasure, account: Account | null): Account | null =>
  account === "debt" && !measure.startsWith("debt_") ? null : account;

/** What is paid to those below is of the level that pays, which 全市 does not name. */
const TO_BELOW: ReadonlySet<FigureMeasure> = new Set(["transfers_to_below"]);

/** The amount, and the percentages behind it that say how it changed and how far a budget is done. */
function figuresOf(
  { sentence, mention, around, tail }: InSentence,
  { measure, debtKind }: Measured,
  said: Said,
): readonly Placed<"figures">[] {
  const amount = money(mention.raw, mention.unit);
  const { phase, year } = said;
  if (amount.kind !== "amount" || year === null || phase === null) return [];
  const isBelow = TO_BELOW.has(measure) && /对/u.test(mention.context);
  const figure = {
    section_no: around.chain[0]?.section_no ?? null,
    page: partAt(sentence, mention.start)?.page ?? null,
    measure,
    fiscal_year: year,
    phase,
    amount: amount.yuan,
    raw: mention.raw,
    sentence: sentence.text,
    coverage: isBelow && said.coverage === "whole" ? null : said.coverage,
    region_code: around.regionCode,
    region_name: around.regionName,
    account: accountOf(measure) ?? budgetOf(measure, said.account),
    debt_kind: debtKind,
    value: null,
    value_unit: null,
    compared_with: null,
  };
  const isPlanned = phase === "budget";
  const { isAdjusted } = around;
  const percentages = percentagesBehind(tail, { year, isAdjusted, isPlanned });
  return [figure, ...percentages.map((one) => ({ ...figure, ...inPercent(one) }))];
}

const inPercent = ({ raw, value, comparedWith }: Percentage) => ({
  amount: null,
  raw,
  value,
  value_unit: "%" as const,
  compared_with: comparedWith,
});
