import type { FigureCoverage } from "../../pipeline/model/records/figure-vocabulary.js";
import type { DebtKind } from "../../pipeline/model/records/vocabulary.js";
import type { AmountMention } from "./figures-mention.js";
import {
  accountIn,
  accountOfWords,
  isIncome,
  spentOf,
  type Measured,
  type Spoken,
  transfersIn,
} from "./government-measures.js";
import { lastPart } from "./government-nouns.js";
import {
  type InReport,
  type Phase,
  phaseOf,
  titlesOver,
  YEAR,
  YEAR_OF_SUMS,
} from "./government-period.js";
import { coverageOf, isOtherLevel, whoseBy, ZONE } from "./government-whose.js";
import { withoutAsides } from "../values/text.js";

/** What goes on from one amount to the next, until other words are said. */
export interface Said extends Spoken {
  readonly phase: Phase;
  readonly coverage: FigureCoverage | null;
  /** Whether it is that of a part (其中：市级…), of which what comes after the parts may be none. */
  readonly isCoverageOfPart: boolean;
  /** Whether a zone or another place is spoken of. */
  readonly isForeign: boolean;
  /** Whether the last amount had a measure. */
  readonly isKnown: boolean;
  /** Whether one insurance is spoken of, not all. */
  readonly ofOneInsurance: boolean;
  /** Whether the sentence began with one insurance: what is a part of all is that only up to its end. */
  readonly beganWithOne: boolean;
  /** The kinds of it that have been stated. */
  readonly kinds: readonly DebtKind[];
  /** Year and phase of the debt whose parts may follow. */
  readonly period: { readonly phase: Phase; readonly year: number | null } | null;
  /** The last year that was printed. */
  readonly year: number | null;
  /** The last year that was printed otherwise than as the date of a balance. */
  readonly yearOfSums: number | null;
  /** The sentences of the passage so far. */
  readonly text: string;
}

/** What the headings over a passage say before it begins. */
export function saidOver(around: InReport): Said {
  const titles = titlesOver(around);
  const { coverage, isForeign } = whoseBy(titles, around.regionName);
  const accounts = titles.map((title) => accountIn(title));
  const account = accounts.find((one) => one !== null) ?? null;
  const insurance = titles.find((title) => ONE_INSURANCE.test(title) || accountIn(title) !== null);
  const ofOne = insurance !== undefined && isOfOneInsurance(insurance, false);
  return {
    phase: null,
    coverage,
    isCoverageOfPart: false,
    isForeign,
    ofOneInsurance: ofOne,
    beganWithOne: ofOne,
    period: null,
    measure: null,
    income: null,
    transfers: null,
    account,
    chapter: account,
    debt: null,
    kinds: [],
    inParts: false,
    isService: false,
    isIssue: false,
    isFirst: true,
    isKnown: false,
    ofUnknown: false,
    year: null,
    yearOfSums: null,
    text: titles.join("，"),
  };
}

/** What a sentence without amounts says of the next: whose the budget is that it begins with. */
export function saidOf(said: Said, sentence: string): Said {
  const [opening = ""] = sentence.split(/[，,。：:、]/u);
  const coverage = accountIn(opening) === null ? null : coverageOf(opening);
  return { ...said, coverage: coverage ?? said.coverage, text: said.text + sentence };
}

/** What is left of it where a new sentence begins. */
export function atSentence(said: Said): Said {
  return {
    ...said,
    phase: null,
    measure: null,
    income: null,
    debt: null,
    kinds: [],
    inParts: false,
    period: null,
    ofOneInsurance: said.beganWithOne,
    isFirst: true,
    isKnown: said.isKnown,
    ofUnknown: false,
  };
}

/** Where parts have ended, whose money is spoken of is not said. */
function withoutPart(said: Said): Said {
  return said.isCoverageOfPart ? { ...said, coverage: null, isCoverageOfPart: false } : said;
}

/** What parts follow. */
export const OF_WHICH = /其中|含|包括/u;

const ONE_INSURANCE = /(?:养老|医疗|工伤|失业|生育|护理)保险(?:基金|预算|收支|$)|医保基金/u;
const ALL_INSURANCE = /社会?保险?(?:险|障)?基金/u;

function isOfOneInsurance(words: string, before: boolean): boolean {
  if (ALL_INSURANCE.test(words)) return false;
  if (ONE_INSURANCE.test(words)) return true;
  const account = accountOfWords(words);
  return before && (account === null || account === "social_insurance");
}

/** What is said once the words of an amount are read. */
export function saidBy(before: Said, { context }: AmountMention, around: InReport): Said {
  const goesOn = before.isFirst ? context.startsWith("其中") : !/[；;]/u.test(context);
  const said = goesOn ? before : withoutPart(before);
  const outside = withoutAsides(context);
  const words = lastPart(context);
  const coverage = coverageOf(outside);
  const ofOneInsurance = isOfOneInsurance(words, said.ofOneInsurance);
  const isForeign = ZONE.test(outside) || isOtherLevel(outside, around.regionName);
  const isOwn = around.regionName !== null && outside.includes(around.regionName);
  return {
    ...said,
    phase: phaseOf(words, around) ?? said.phase,
    coverage: coverage ?? said.coverage,
    isCoverageOfPart: coverage === null ? said.isCoverageOfPart : isOfPart(coverage, outside, said),
    kinds: coverage === null || coverage === said.coverage ? said.kinds : [],
    transfers: transfersIn(words) ?? said.transfers,
    account: accountOfWords(context) ?? said.account,
    isForeign: isForeign || (coverage === null && !isOwn && said.isForeign),
    ofUnknown: OF_WHICH.test(outside) ? !said.isKnown : said.ofUnknown,
    ofOneInsurance,
    beganWithOne: said.isFirst ? ofOneInsurance : said.beganWithOne,
    isService: isService(words) ?? said.isService,
    year: lastYear(context, YEAR) ?? said.year,
    yearOfSums: lastYear(context, YEAR_OF_SUMS) ?? said.yearOfSums,
  };
}

/** Whether a coverage is that of a part of a sum of another. */
function isOfPart(coverage: FigureCoverage, words: string, said: Said): boolean {
  if (coverage === said.coverage) return said.isCoverageOfPart;
  return OF_WHICH.test(words) || said.isCoverageOfPart;
}

function lastYear(words: string, years: RegExp): number | null {
  const last = [...words.matchAll(years)].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}

/** What is said once it is known what an amount is. */
export function saidAfter(said: Said, measured: Measured | null): Said {
  const isPart = measured?.debtKind === "general" || measured?.debtKind === "special";
  const isSpent = measured !== null && measured.measure === spentOf(said.income);
  const isNewIncome = measured !== null && isIncome(measured.measure);
  const income = isNewIncome ? measured.measure : isSpent ? null : said.income;
  const ofDebt = measured?.measure.startsWith("debt_") === true ? measured : null;
  return {
    ...said,
    measure: measured?.measure ?? said.measure,
    income,
    debt: isPart && said.debt !== null ? said.debt : ofDebt,
    kinds: isPart ? [...said.kinds, measured.debtKind] : [],
    inParts: isPart,
    isKnown: measured !== null,
    ofUnknown: said.ofUnknown && (measured === null || isPart),
    isIssue: said.isIssue || measured?.measure === "debt_issued",
    isFirst: false,
  };
}

/** What falls due is not repaid yet. */
const DUE = /到期|需|应[偿归还付]|待/u;

/** Whether principal and interest of all debt that was repaid may follow; null where the words say nothing of it. */
function isService(words: string): boolean | null {
  if (/一般债|专项债/u.test(words)) return false;
  if (/本息|还本付息/u.test(words) && DUE.test(words)) return false;
  if (/本息|还本付息/u.test(words)) return /偿还|归还|还本付息(?:支出)?$/u.test(words);
  return /收入|新增|发行|限额|余额/u.test(words) ? false : null;
}
