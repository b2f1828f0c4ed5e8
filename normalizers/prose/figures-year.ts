import type { Section } from "../../pipeline/model/reading.js";
import type { Stage } from "../../pipeline/model/records/vocabulary.js";
import { plausibleYear } from "../values/date.js";
import type { AmountMention } from "./figures-mention.js";
import { PROSE } from "./settings.js";

/** What is known of the document when its figures are read. */
export interface Period {
  readonly fiscalYear: number | null;
  readonly stage: Stage | null;
}

const YEAR = /(?<!\d|\d[.,]|[比较与同])(20\d\d)(?=年|预算|决算|部门|单位)/gu;
const ASIDE_YEAR = /(?:(20\d\d)年?度?|上年度?|去年|上一年度?)(?:年初)?(?:预算|决算)?数?$/u;
const YEAR_BEFORE = /上年(?:年)?[末底]|去年(?:年)?[末底]|上一年度?[末底]|年初固定资产/u;

/**
 * The year that an amount is about: the one of the bracket it stands in, of its clause, of its sentence, else the
 * document's. `上年末` is the year before.
 */
export function yearOf(mention: AmountMention, text: string, period: Period): number | null {
  const { fiscalYear } = period;
  const aside = mention.bracketed === null ? null : ASIDE_YEAR.exec(mention.bracketed);
  if (aside !== null) return aside[1] === undefined ? yearBefore(fiscalYear) : Number(aside[1]);
  const clause = lastClause(mention.context);
  if (YEAR_BEFORE.test(mention.context)) return yearBefore(fiscalYear);
  return (
    years(clause, fiscalYear).at(-1) ??
    years(text.slice(0, Math.min(mention.start, PROSE.opening)), fiscalYear).at(0) ??
    fiscalYear
  );
}

const FUND_NAMES = /(?:一般公共|公共财政|政府性基金|基金|国有资本经营)预算/gu;
const EXECUTED = /20\d\d年.{0,12}执行情况(?!.*(?:草案|安排))/u;
const CLOSED = /^(?!.*预算).*20\d\d年.*决算/u;

/** The year and stage of a chapter: in a budget too, one on the year executed or closed speaks of that. */
export function chapterPeriod(chain: readonly Section[], period: Period): Period {
  const titles = chain.map(({ title }) => title.replace(FUND_NAMES, ""));
  const past = titles.find((title) => EXECUTED.test(title) || CLOSED.test(title));
  if (past === undefined) return period;
  const [year] = years(past, period.fiscalYear);
  return { fiscalYear: year ?? period.fiscalYear, stage: "final_accounts" };
}

/** The year before, where the year is known and the one before can be spoken of. */
export function yearBefore(year: number | null): number | null {
  return year === null ? null : plausibleYear(String(year - 1));
}

function years(text: string, fiscalYear: number | null): readonly number[] {
  return [...text.matchAll(YEAR)]
    .map((match) => Number(match[1]))
    .filter((year) => fiscalYear === null || Math.abs(year - fiscalYear) <= PROSE.farthestYear);
}

/** What follows the last comma or colon. */
export function lastClause(text: string): string {
  return text.slice(
    Math.max(...["，", ",", "；", ";", "：", ":"].map((mark) => text.lastIndexOf(mark))) + 1,
  );
}

/** Whether an amount is budgeted or spent: as its clause says, else as the document is. */
export function phaseOf(context: string, { stage }: Period): "budget" | "accounts" | null {
  const clause = lastClause(context).replace(FUND_NAMES, "");
  if (clause.includes("决算")) return "accounts";
  if (clause.includes("预算")) return "budget";
  return stage === "final_accounts" ? "accounts" : stage;
}
