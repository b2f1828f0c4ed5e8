import type { Document } from "../pipeline/document.js";
import type { Outcome } from "../pipeline/finding.js";
import type { Section } from "../pipeline/reading.js";
import type { FigureMeasure, Placed, SectionKind } from "../pipeline/records.js";
import { money } from "./amount.js";
import { type Discourse, type Meaning, meaningOf } from "./figures-meaning.js";
import { GENERAL, TOTALS } from "./figures-measures.js";
import { type AmountMention, amountMentions } from "./figures-mention.js";
import { type Period, phaseOf, yearBefore, yearOf } from "./figures-year.js";
import { partAt, type Sentence, sentences } from "./sentence.js";

/** A figure, and whether it is said of one source of money only. */
interface Stated {
  readonly figure: Placed<"figures">;
  readonly isQualified: boolean;
}

/** Chapters whose money is no budget figure: goals, definitions, lists of duties. */
const WITHOUT_FIGURES: ReadonlySet<SectionKind> = new Set([
  "duties",
  "organization",
  "performance",
  "performance_department",
  "performance_activities",
  "performance_projects",
  "performance_special_funds",
  "glossary",
]);

/** Chapters on one thing, where `一般公共预算拨款` or `支出` is a part of that thing. */
const ON_ONE_THING: ReadonlySet<SectionKind> = new Set([
  "three_public",
  "operating_costs",
  "procurement",
  "assets",
]);

/**
 * The money that the prose states, one row a mention, where the words before an amount say plainly which
 * measure it is. Amounts of other things, and of one source of money only, are left out.
 */
export function figures(input: {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly fiscalYear: number | null;
  readonly stage: Period["stage"];
}): Outcome<readonly Placed<"figures">[]> {
  const { document, sections, ...period } = input;
  const isOfGovernment = sections.some(({ title }) => GOVERNMENT_REPORT.test(title));
  const headings = new Set(sections.map(({ block }) => block));
  const stated = byPassage(sentences(document, (block) => headings.has(block))).flatMap((passage) =>
    statedIn(passage, sections, period),
  );
  const own = isOfGovernment ? stated.filter(({ figure }) => !GENERAL.has(figure.measure)) : stated;
  return { value: confirmed(own), findings: [] };
}

function byPassage(all: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const passages = new Map<number, Sentence[]>();
  for (const sentence of all)
    passages.set(sentence.passage, [...(passages.get(sentence.passage) ?? []), sentence]);
  return [...passages.values()];
}

function statedIn(
  passage: readonly Sentence[],
  sections: readonly Section[],
  period: Period,
): readonly Stated[] {
  const block = passage[0]?.parts[0]?.block;
  const chain = block === undefined ? [] : sectionChain(sections, block);
  if (chain.some(({ kind }) => WITHOUT_FIGURES.has(kind))) return [];
  const left = leftOut(passage, chain);
  const found = spokenFigures(passage, { period, sectionNo: chain[0]?.section_no ?? null });
  return found.filter(({ figure }) => !left.has(figure.measure));
}

/** A chapter of a government's budget report (预算报告): its totals are one a fund and a level. */
const GOVERNMENT_REPORT = /预算草案/u;
const NOTHING: ReadonlySet<FigureMeasure> = new Set();
const ON_A_FUND = /基金|国有资本|社会保险|社保|[（(]类[）)]/u;
const ON_A_SOURCE = /财政拨款|公共预算/u;
/** The money of a whole government, of which a department's measures do not speak. */
const OF_GOVERNMENT =
  /全[省市县区州旗盟](?:本级)?(?:一般公共|财政|收入|支出|政府性|国有资本|社会保险|社保|地方|总|预算)|[省市县区]本?级(?:一般公共预算|政府性基金|国有资本|社会保险|社保)|社会?保险?基金(?:预算)?(?:总?收|总?支)/u;

/** The measures that the words of a passage do not mean here: `支出合计` in a chapter on one fund is that fund's. */
function leftOut(
  passage: readonly Sentence[],
  chain: readonly Section[],
): ReadonlySet<FigureMeasure> {
  const title = chain[0]?.title ?? "";
  if (chain.some(({ kind }) => ON_ONE_THING.has(kind)) || ON_A_FUND.test(title)) return GENERAL;
  if (OF_GOVERNMENT.test(passage.map(({ text }) => text).join(""))) return GENERAL;
  return ON_A_SOURCE.test(title) ? TOTALS : NOTHING;
}

/** The section that a block stands in, then those above it. */
function sectionChain(sections: readonly Section[], block: number): readonly Section[] {
  const chain: Section[] = [];
  let section = sections.findLast((one) => one.block <= block);
  while (section !== undefined) {
    chain.push(section);
    const { parent_no: parent } = section;
    section = sections.find(({ section_no: number }) => number === parent);
  }
  return chain;
}

interface Around {
  readonly period: Period;
  readonly sectionNo: number | null;
}

/** The figures of a passage; what is spoken of goes on from sentence to sentence. */
function spokenFigures(passage: readonly Sentence[], around: Around): readonly Stated[] {
  const found: Stated[] = [];
  let subject: Discourse["subject"] = null;
  let { fiscalYear } = around.period;
  for (const sentence of passage) {
    if (!sentence.text.startsWith("其中")) ({ fiscalYear } = around.period);
    const period = { stage: around.period.stage, fiscalYear };
    const spoken = sentenceFigures(sentence, subject, { ...around, period });
    found.push(...spoken.stated);
    subject = spoken.subject;
    fiscalYear = spoken.stated[0]?.figure.fiscal_year ?? fiscalYear;
  }
  return found;
}

function sentenceFigures(
  sentence: Sentence,
  subject: Discourse["subject"],
  around: Around,
): { readonly stated: readonly Stated[]; readonly subject: Discourse["subject"] } {
  const stated: Stated[] = [];
  let discourse: Discourse = { subject, head: undefined, budgeted: false };
  for (const mention of amountMentions(sentence.text)) {
    const meaning = meaningOf(mention, discourse);
    const figure = statedFigure({ sentence, mention, meaning, around });
    if (figure !== undefined) stated.push(figure);
    discourse = after(discourse, mention, meaning);
  }
  return { stated, subject: discourse.subject };
}

/** What is spoken of after an amount: changes, comparisons and asides do not change the subject. */
function after(discourse: Discourse, mention: AmountMention, meaning: Meaning): Discourse {
  const head = discourse.head === undefined ? meaning.measure : discourse.head;
  if (meaning.isChange || meaning.comparedWith !== null || mention.bracketed !== null)
    return { ...discourse, head };
  return { subject: meaning.measure, head, budgeted: /预算数?[为是]?$/u.test(mention.context) };
}

function statedFigure(said: {
  readonly sentence: Sentence;
  readonly mention: AmountMention;
  readonly meaning: Meaning;
  readonly around: Around;
}): Stated | undefined {
  const { sentence, mention, meaning, around } = said;
  const amount = money(mention.raw, null);
  if (meaning.measure === null || amount.kind !== "amount") return undefined;
  const figure = {
    section_no: around.sectionNo,
    page: partAt(sentence, mention.start)?.page ?? null,
    measure: meaning.measure,
    fiscal_year: year(said),
    phase: phaseOf(mention.context, around.period),
    amount: meaning.isNegative ? negated(amount.yuan) : amount.yuan,
    raw: mention.raw,
    sentence: sentence.text,
  };
  return { figure, isQualified: meaning.isQualified };
}

function year(said: {
  readonly sentence: Sentence;
  readonly mention: AmountMention;
  readonly meaning: Meaning;
  readonly around: Around;
}): number | null {
  const { period } = said.around;
  const { comparedWith } = said.meaning;
  if (comparedWith === "year_before") return yearBefore(period.fiscalYear);
  return comparedWith ?? yearOf(said.mention, said.sentence.text, period);
}

function negated(yuan: string): string {
  if (yuan === "0") return yuan;
  return yuan.startsWith("-") ? yuan.slice(1) : `-${yuan}`;
}

/**
 * A figure of one source of money counts where the document states the same amount of the whole: all the
 * money then comes from there.
 */
function confirmed(stated: readonly Stated[]): readonly Placed<"figures">[] {
  const whole = new Set(stated.filter((one) => !one.isQualified).map(({ figure }) => key(figure)));
  return stated
    .filter(({ figure, isQualified }) => !isQualified || whole.has(key(figure)))
    .map(({ figure }) => figure);
}

/** What makes two figures the same statement. */
function key({ measure, fiscal_year: ofYear, amount }: Placed<"figures">): string {
  return `${measure} ${ofYear} ${amount}`;
}
