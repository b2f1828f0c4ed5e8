import type { Document } from "../pipeline/document.js";
import type { Outcome } from "../pipeline/finding.js";
import type { Section } from "../pipeline/reading.js";
import type { Placed, SectionKind } from "../pipeline/records.js";
import { money } from "./amount.js";
import { type Discourse, type Meaning, meaningOf } from "./figures-meaning.js";
import { GENERAL } from "./figures-measures.js";
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
  const headings = new Set(sections.map(({ block }) => block));
  const stated = byPassage(sentences(document, (block) => headings.has(block))).flatMap((passage) =>
    statedIn(passage, sections, period),
  );
  return { value: confirmed(stated), findings: [] };
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
  const onOneThing = chain.some(({ kind }) => ON_ONE_THING.has(kind));
  const found = spokenFigures(passage, { period, sectionNo: chain[0]?.section_no ?? null });
  return onOneThing ? found.filter(({ figure }) => !GENERAL.has(figure.measure)) : found;
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
  for (const sentence of passage) {
    let discourse: Discourse = { subject, head: undefined, budgeted: false };
    for (const mention of amountMentions(sentence.text)) {
      const meaning = meaningOf(mention, discourse);
      const stated = statedFigure({ sentence, mention, meaning, around });
      if (stated !== undefined) found.push(stated);
      discourse = after(discourse, mention, meaning);
    }
    subject = discourse.subject;
  }
  return found;
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
