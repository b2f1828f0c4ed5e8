import type { Section } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import type { FigureCoverage, FigureMeasure } from "../../pipeline/model/records/vocabulary.js";
import { money } from "../values/amount.js";
import { type AmountMention, amountMentions } from "./figures-mention.js";
import { type Period, yearOf } from "./figures-year.js";
import { PROSE } from "./settings.js";
import { partAt, type Passage, type Sentence } from "./sentence.js";

/** What is known where a passage of a government's report stands. */
export interface InReport {
  /** Year and stage of its chapter. */
  readonly period: Period;
  readonly chain: readonly Section[];
  /** The words of the passages that follow, where the parts of a sum may stand. */
  readonly following: string;
  /** The name of the division whose government this is. */
  readonly regionName: string | null;
  /** Whether a line above heads the budget of a zone. */
  readonly ofZone: boolean;
  /** Stage and year of the whole document. */
  readonly stage: Period["stage"];
  readonly fiscalYear: number | null;
}

type Phase = Placed<"figures">["phase"];

const FUND = "(?:政府性)?基金(?:预算)?";
const GENERAL =
  "(?:地方)?(?:财政)?(?:一般公共(?:财政)?预算|一般公共|公共财政(?:预算)?|财政一般公共预算|一般预算)";
/** The measures of a government, each by a noun that is said of nothing else. */
const NOUNS: readonly (readonly [measure: FigureMeasure, noun: string])[] = [
  ["income_general_public", `${GENERAL}(?:本级)?收入`],
  ["expenditure_general_public", `${GENERAL}(?:本级)?支出`],
  ["income_government_fund", `${FUND}(?:本级)?收入`],
  ["expenditure_government_fund", `${FUND}(?:本级)?支出`],
  ["transfers_from_above", "上级(?:财政)?(?:补助|转移支付)(?:收入|补助)?"],
];
/** Income of all funds, where the first of the parts that follow is that of the general public budget. */
const ALL_INCOME = "(?:地方)?(?:公共)?财政(?:总)?(?:预算)?收入";
/** A word before the noun: when, whose, how far. Any other word makes it something else. */
const AHEAD =
  /^(?:20\d\d年[度末]?|\d{1,2}[-—至]\d{1,2}月份?|上半年|全年|本年|当年|年初|全[省市县区旗州盟域]|[省市县区旗州盟]本?级|本级|预计|预期|安排|编列|编制|完成|实现|执行|实际|累计|组织|收支|加上|其中|的)/u;
/** What an assembly has approved: everything up to the word. */
const APPROVED = /批准|批复|通过|确定|审定/gu;
const PLACE_END = /[省市县区旗州盟]/gu;
/** Words between the noun and the amount; a sum with what is carried over (收入总计) is another measure. */
const BEHIND =
  /(?:预算|决算|草案|执行|完成|实现|实际|累计|预计|预期|安排|编列|年初|全年|任务|目标|计划|数|额|拟|为|是|达|到|共|约|的)$/u;

const PATTERNS = NOUNS.map(([measure, noun]) => ({ measure, pattern: wholly(noun) }));
const ALL_INCOME_PATTERN = wholly(ALL_INCOME);

function wholly(noun: string): RegExp {
  return new RegExp(`^(?:${noun})$`, "u");
}

const NAMES_FUNDS =
  /^[，,；;]?其中[：:，,]?(?:[（(]?[一1][）)、.．])?(?:地方)?一般公共预算(?:收入)?/u;

const ORDINAL = /^(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)、.．]+|[①-⑳]|其中[：:，,]?)+/u;
/** Another year's amount, or one that was changed: it is no figure of this year and phase. */
const OF_OTHER =
  /上年|去年|同期|调整|变动|增加|减少|增长|下降|短收|超收|比\p{sc=Han}?年初|提前下达/u;
const DONE = /完成|实现|执行|实际|累计/u;
const PLANNED = /安排|预期|编列|编制|批准|批复|预算数|年初|计划|目标|任务|拟|草案/u;
const CLOSED = /决算/u;

/** A chapter on what is to be done: its figures are those of others, or of several years. */
const ON_WORK = /(?:工作|措施|任务|要求|建议)$/u;

/** Whether a line heads the budget of a zone: its figures follow until another line is a heading. */
export function headsZone(line: string): boolean {
  return line.length <= PROSE.longestTitle && ZONE.test(line) && amountMentions(line).length === 0;
}

/** The figures of a whole government that a passage of its report states, each by a plain name. */
export function governmentFigures(
  { sentences }: Passage,
  around: InReport,
): readonly Placed<"figures">[] {
  const heading = headingOf(around);
  if (ON_WORK.test(around.chain[0]?.title ?? "")) return [];
  let said: Said = {
    ...NOTHING_SAID,
    coverage: coverageOf(heading),
    isForeign: around.ofZone || ZONE.test(heading),
  };
  return sentences.flatMap((sentence) => {
    const found = sentenceFigures(sentence, around, said);
    said = { ...found.said, spoken: said.spoken + sentence.text };
    return found.figures;
  });
}

/** What goes on from one amount to the next, until other words are said. */
interface Said {
  readonly phase: Phase;
  readonly coverage: FigureCoverage | null;
  /** Whether a zone or another place is spoken of. */
  readonly isForeign: boolean;
  readonly measure: FigureMeasure | null;
  /** The last year that was printed. */
  readonly year: number | null;
  /** The sentences of the passage so far. */
  readonly spoken: string;
}

const NOTHING_SAID: Said = {
  phase: null,
  coverage: null,
  isForeign: false,
  measure: null,
  year: null,
  spoken: "",
};

/** 基金 alone is that of an insurance where one has been named. */
const OF_INSURANCE = /保险|社保/u;
const NAMED_FUND = /政府性基金/u;

function isOfInsurance(words: string, spoken: string, around: InReport): boolean {
  return (
    /基金/u.test(words) && !NAMED_FUND.test(words) && OF_INSURANCE.test(headingOf(around) + spoken)
  );
}

function sentenceFigures(
  sentence: Sentence,
  around: InReport,
  before: Said,
): { readonly figures: readonly Placed<"figures">[]; readonly said: Said } {
  let said: Said = { ...before, phase: null, measure: null };
  const figures = amountMentions(sentence.text).flatMap((mention) => {
    if (mention.bracketed !== null) return [];
    const words = lastPart(mention.context);
    const after = sentence.text.slice(mention.start + mention.raw.length) + around.following;
    const measure = measureOf(words, after, around);
    const next = saidBy(said, mention, around);
    const isPart = next.coverage === said.coverage && measure === said.measure;
    const isRepeated = isPart && OF_WHICH.test(mention.context);
    said = { ...next, measure: measure ?? said.measure };
    if (measure === null || isRepeated || said.isForeign) return [];
    const ahead = sentence.text.slice(0, mention.start);
    if (OF_YEARS.test(ahead) || isOfInsurance(words, said.spoken + ahead, around)) return [];
    return figureOf({ sentence, mention, measure, around, said });
  });
  return { figures, said };
}

/** A report on months is of the year that is running, which is its own. */
const HALF_YEAR = /上半年|\d[-—至]\d{1,2}月/u;
const OF_WHICH = /其中|含/u;
/** A statement on several years. */
const OF_YEARS = /[“"]?十[二三四五]五|[三四五]年来|期间|年均|累计|近\p{sc=Han}年/u;
/** Zones have budgets of their own. */
export const ZONE =
  /开发区|经开区|高新区|高新技术|管理区|园区|产业园|新区|示范区|试验区|度假区|风景区|文旅区|保税区/u;

function saidBy(said: Said, { context }: AmountMention, around: InReport): Said {
  const words = lastPart(context);
  const coverage = coverageOf(context);
  const years = [...context.matchAll(YEAR)].map((match) => Number(match[1]));
  return {
    ...said,
    phase: phaseOf(words, around) ?? said.phase,
    coverage: coverage ?? said.coverage,
    isForeign: ZONE.test(context) || (coverage === null && said.isForeign),
    year: years.at(-1) ?? said.year,
  };
}

const YEAR = /(?<!\d|\d[.,]|[比较与同])(20\d\d)年/gu;

function measureOf(words: string, after: string, { regionName }: InReport): FigureMeasure | null {
  if (OF_OTHER.test(words)) return null;
  for (const { noun, place } of readings(words)) {
    if (place !== null && regionName !== null && !place.endsWith(regionName)) continue;
    const found = PATTERNS.find(({ pattern }) => pattern.test(noun));
    if (found !== undefined) return found.measure;
    if (ALL_INCOME_PATTERN.test(noun) && NAMES_FUNDS.test(after)) return "income_total";
  }
  return null;
}

/** The noun that is left of an amount's words, as it stands or behind the name of a place. */
function readings(
  words: string,
): readonly { readonly noun: string; readonly place: string | null }[] {
  const approved = [...words.matchAll(APPROVED)].at(-1);
  const from = approved === undefined ? 0 : approved.index + approved[0].length;
  const plain = peeled(words.slice(from), AHEAD);
  const core = peeled(plain, BEHIND);
  const places = [...core.slice(0, PROSE.longestPlace).matchAll(PLACE_END)];
  return [
    { noun: core, place: null },
    ...places.map(({ index }) => ({
      noun: peeled(core.slice(index + 1), AHEAD),
      place: core.slice(0, index + 1),
    })),
  ];
}

/** A text without the words that stand at its one end. */
function peeled(text: string, word: RegExp): string {
  let rest = text;
  for (let next = rest.replace(word, ""); next !== rest; next = rest.replace(word, "")) rest = next;
  return rest;
}

/** The words of an amount: behind the last mark that parts them from something else. */
function lastPart(words: string): string {
  return (words.split(/[；;。，,：:]/u).at(-1) ?? "").replace(ORDINAL, "");
}

function phaseOf(words: string, { stage }: InReport): Phase {
  if (DONE.test(words))
    return stage === "final_accounts" && !/上半年/u.test(words) ? "accounts" : "execution";
  if (CLOSED.test(words)) return "accounts";
  return PLANNED.test(words) || /(?:收入|支出)预算数?[为是]?$/u.test(words) ? "budget" : null;
}

/** What the headings over a figure say of it. */
function phaseOfChapter(around: InReport): Phase {
  const heading = headingOf(around);
  const isAccounts = around.stage === "final_accounts";
  if (/执行|完成/u.test(heading) && !/安排|草案/u.test(heading))
    return isAccounts ? "accounts" : "execution";
  if (CLOSED.test(heading) || isAccounts) return "accounts";
  return /安排|草案/u.test(heading) && !/执行|完成/u.test(heading) ? "budget" : null;
}

/** The year of the nearest heading that prints one alone. */
function yearOfChapter({ chain }: InReport): number | null {
  const titles = chain.map(({ title }) => [...title.matchAll(YEAR)].map((match) => match[1]));
  const years = new Set(titles.find((found) => found.length > 0));
  const [year] = years;
  return years.size === 1 && year !== undefined ? Number(year) : null;
}

const headingOf = ({ chain }: InReport): string => chain.map(({ title }) => title).join("，");

/** Whose money a word says it is: 全市 with all below it, 市级 with its transfers, 市本级 its own alone. */
export function coverageOf(words: string): FigureCoverage | null {
  const [last] = [
    ...words.matchAll(/全[省市县区旗州盟域]|[省市县区旗州盟]?本级|[省市县区旗州盟]级/gu),
  ].slice(-1);
  if (last === undefined) return null;
  if (last[0].startsWith("全")) return "whole";
  return last[0].endsWith("本级") ? "own" : "own_and_transfers";
}

function figureOf(stated: {
  readonly sentence: Sentence;
  readonly mention: AmountMention;
  readonly measure: FigureMeasure;
  readonly around: InReport;
  readonly said: Said;
}): readonly Placed<"figures">[] {
  const { sentence, mention, measure, around, said } = stated;
  const amount = money(mention.raw, mention.unit);
  const { phase, year } = periodOf(stated);
  if (amount.kind !== "amount" || year === null || phase === null) return [];
  return [
    {
      section_no: around.chain[0]?.section_no ?? null,
      page: partAt(sentence, mention.start)?.page ?? null,
      measure,
      fiscal_year: year,
      phase,
      amount: amount.yuan,
      raw: mention.raw,
      sentence: sentence.text,
      coverage: said.coverage,
    },
  ];
}

/**
 * Year and phase of a figure. In the report on a budget, what is of an earlier year was executed, and what was executed
 * is of an earlier year; where neither is printed, nothing is said.
 */
function periodOf({ sentence, mention, around, said }: Parameters<typeof figureOf>[0]): {
  readonly phase: Phase;
  readonly year: number | null;
} {
  const own = around.fiscalYear;
  const printed = yearOf(mention, sentence.text, { ...around.period, fiscalYear: null });
  const year = printed ?? said.year ?? yearOfChapter(around);
  const phase = said.phase ?? phaseOfChapter(around);
  if (around.stage !== "budget") return { phase, year: year ?? own };
  const isRunning = HALF_YEAR.test(sentence.text.slice(0, mention.start));
  if (phase === "execution") {
    const executed = isRunning ? (year ?? own) : year;
    return { phase, year: executed === own && !isRunning ? null : executed };
  }
  if (phase !== null || year === null || own === null) return { phase, year: year ?? own };
  return { phase: year < own ? "execution" : "budget", year };
}
