import type { Section } from "../../pipeline/model/reading.js";
import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { withoutAsides } from "../values/text.js";
import type { AmountMention } from "./figures-mention.js";
import { type Period, yearOf } from "./figures-year.js";

/** What is known where a passage of a government's report stands. */
export interface InReport {
  /** Year and stage of its chapter. */
  readonly period: Period;
  readonly chain: readonly Section[];
  /** The lines over it below the headings of its chapter, nearest first. */
  readonly labels: readonly string[];
  /** The words of the passages that follow, where the parts of a sum may stand. */
  readonly following: string;
  /** The division whose government this is. */
  readonly regionName: string | null;
  readonly regionCode: string | null;
  /** Whether the report calls the adjusted budget 预算 for short. */
  readonly isAdjusted: boolean;
  /** Stage and year of the whole document. */
  readonly stage: Period["stage"];
  readonly fiscalYear: number | null;
}

export type Phase = Placed<"figures">["phase"];

/** What is to be done by the end of a year (计划完成) is planned. */
const TO_BE_DONE = /(?:安排|计划|预期|目标|力争|拟)(?:完成|实现)/u;
const DONE = /完成|实现|执行|实际|累计(?!结余)|快报/u;
const PLANNED = /安排|预期|编列|编制|批准|批复|预算数|年初|计划|目标|任务|拟|草案/u;
const CLOSED = /决算/u;
/** Money that is put aside (安排预算稳定调节基金), not planned. */
const PUT_ASIDE = /安排(?:补充)?(?=预算稳定调节基金)/gu;

/** The phase that the words of an amount name. In a chapter on what was executed 安排 alone does not say that it was planned. */
export function phaseOf(words: string, around: InReport): Phase {
  const { stage } = around;
  if (TO_BE_DONE.test(words)) return "budget";
  if (DONE.test(words))
    return stage === "final_accounts" && !/上半年/u.test(words) ? "accounts" : "execution";
  if (CLOSED.test(words)) return "accounts";
  const plain = words.replace(PUT_ASIDE, "");
  const ofExecution = phaseOfChapter(around) === "execution";
  const isPlanned = PLANNED.test(ofExecution ? plain.replace(/安排/gu, "") : plain);
  return isPlanned || /(?:收入|支出)预算数?[为是]?$/u.test(words) ? "budget" : null;
}

/** The headings over a passage, nearest first. */
export function titlesOver({ labels, chain }: InReport): readonly string[] {
  return [...labels, ...chain.map(({ title }) => title)];
}

/** What the headings over a figure say of it. */
function phaseOfChapter(around: InReport): Phase {
  const heading = titlesOver(around).join("，").replace(PUT_ASIDE, "");
  const isAccounts = around.stage === "final_accounts";
  if (/执行|完成/u.test(heading) && !/安排|草案/u.test(heading))
    return isAccounts ? "accounts" : "execution";
  if (CLOSED.test(heading) || isAccounts) return "accounts";
  return /安排|草案/u.test(heading) && !/执行|完成/u.test(heading) ? "budget" : null;
}

/** A year that is no other's to compare with. */
export const YEAR = /(?<!\d|\d[.,]|[比较与同])(20\d\d)年/gu;

/** A year that is not the date of a balance (截至2023年末). */
export const YEAR_OF_SUMS =
  /(?<!\d|\d[.,]|[比较与同]|截至)(20\d\d)年(?!度?(?:\d{1,2}月)?[末底初])/gu;

/** The year of the nearest heading that prints one alone. */
function yearOfChapter(around: InReport): number | null {
  const years = titlesOver(around).map((title) =>
    [...title.matchAll(YEAR)].map(([, year]) => year),
  );
  const [year, ...others] = new Set(years.find((found) => found.length > 0));
  return year === undefined || others.length > 0 ? null : Number(year);
}

/** What is true at a date (2023年末), not summed over a year. */
const AT_DATE: ReadonlySet<FigureMeasure | null> = new Set<FigureMeasure>([
  "debt_limit",
  "debt_balance",
  "stabilization_balance",
  "balance_social_insurance",
]);

/** Whether an amount is one that a year began with, which is of the end of the year before. */
export function isOpening(measure: FigureMeasure, context: string): boolean {
  return AT_DATE.has(measure) && /年初/u.test(context);
}

/** What has been said of the time of an amount. */
interface PeriodSaid {
  readonly measure: FigureMeasure | null;
  readonly phase: Phase;
  /** The last year that was printed. */
  readonly year: number | null;
  /** The last year that was printed otherwise than as a date. */
  readonly yearOfSums: number | null;
}

/** A date tells nothing of the sums in the sentences after it, but where no other year is known. */
function yearSaid({ measure, year, yearOfSums }: PeriodSaid, around: InReport): number | null {
  if (AT_DATE.has(measure)) return year ?? yearOfChapter(around);
  return yearOfSums ?? yearOfChapter(around) ?? year;
}

/** A report on months is of the year that is running, which is its own. */
const HALF_YEAR = /上半年|\d[-—至]\d{1,2}月/u;
/** A month, a quarter or what is past of a year, whose money is not the year's. */
const PART_OF_YEAR =
  /(?<![-—至\d])(?:[1-9]|1[01])月(?:份|[末底])|(?<=20\d\d年)1?\d月份?[，,]|截至(?:20\d\d年)?(?:[1-9]|1[01])月|[一二三四1-4]季度|下半年|(?:[今本]年|年初)以来/u;
/** A half of a year that is told by its number. */
const HALF_OF = /(?<year>20\d\d)年(?:上半年|1[-—至](?:[1-9]|1[01])月)/u;
/** A year that is told from when the report was made, which is not printed. */
const RELATIVE_YEAR = /(?:^|[，,。；;])(?:去年|上年度?|明年|来年)(?:同期|全年)?[，,]/u;
const THIS_YEAR = /(?:^|[，,。；;])今年/u;

/** Whether the words up to an amount say that it is of a part of a year, or of a year that is not told. */
export function isOfOtherTime(ahead: string, { stage, fiscalYear }: InReport): boolean {
  if (PART_OF_YEAR.test(ahead) || RELATIVE_YEAR.test(ahead)) return true;
  // Accounts are reported in the year after theirs.
  if (stage === "final_accounts" && THIS_YEAR.test(ahead)) return true;
  const half = HALF_OF.exec(ahead)?.groups?.["year"];
  return half !== undefined && fiscalYear !== null && Number(half) < fiscalYear;
}

/**
 * Year and phase of a figure. In the report on a budget, what is of an earlier year was executed, and what was executed
 * is of an earlier year; where neither is printed, nothing is said.
 */
export function periodOf(
  { mention, ahead }: { readonly mention: AmountMention; readonly ahead: string },
  around: InReport,
  said: PeriodSaid,
): { readonly phase: Phase; readonly year: number | null } {
  const own = around.fiscalYear;
  const spoken = yearSpoken(mention, ahead);
  if (spoken === "several") return { phase: null, year: null };
  const year = spoken ?? yearSaid(said, around);
  const isRunning = HALF_YEAR.test(ahead);
  const isEarlier = year !== null && own !== null && year < own;
  const ofChapter = phaseOfChapter(around);
  // In a chapter on what is planned, an earlier year is what it is compared with.
  const isCompared = around.stage === "budget" && ofChapter === "budget" && isEarlier;
  const phase = said.phase ?? (isCompared ? null : ofChapter);
  if (around.stage !== "budget") {
    const isOver = phase !== "accounts" || year === null || own === null || year <= own;
    return { phase: isOver ? phase : ofRunning(ahead, around), year: year ?? own };
  }
  if (phase === "execution") {
    const executed = isRunning ? (year ?? own) : year;
    return { phase, year: executed === own && !isRunning ? null : executed };
  }
  if (phase !== null || year === null || own === null) return { phase, year: year ?? own };
  return { phase: isEarlier ? "execution" : "budget", year };
}

/** Accounts are of a year that is over: of the one after it they are not known yet, only what months of it brought. */
function ofRunning(ahead: string, around: InReport): Phase {
  return [ahead, ...titlesOver(around)].some((text) => HALF_YEAR.test(text)) ? "execution" : null;
}

/**
 * The year that a sentence prints for an amount: in its clause, else the one of what stands since the last semicolon, else
 * the one before it. A part (其中) is of the last year; of another amount it is not sure which of several it is of.
 */
function yearSpoken(mention: AmountMention, ahead: string): number | "several" | null {
  const ofClause = yearOf(mention, "", { fiscalYear: null, stage: null });
  if (ofClause !== null) return ofClause;
  const since = yearsIn(ahead.split(/[；;]/u).at(-1) ?? "");
  const years = since.length > 0 ? since : yearsIn(ahead);
  const isOne = new Set(years).size <= 1 || /其中/u.test(mention.context);
  return isOne ? (years.at(-1) ?? null) : "several";
}

const yearsIn = (text: string): readonly number[] =>
  [...withoutAsides(text).matchAll(YEAR)].map(([, year]) => Number(year));
