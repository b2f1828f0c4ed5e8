import type { Document } from "../../pipeline/model/document.js";
import type { Outcome } from "../../pipeline/model/finding.js";
import type { Section } from "../../pipeline/model/reading.js";
import { FIGURE_OF_NO_GOVERNMENT } from "../../pipeline/model/records/figures.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import type { Scope } from "../../pipeline/model/records/vocabulary.js";
import { money } from "../values/amount.js";
import {
  type Discourse,
  isItem,
  isOfSource,
  type Meaning,
  meaningOf,
  opensPair,
  withParts,
} from "./figures-meaning.js";
import { governmentFigures } from "./government-figures.js";
import { labelsOver } from "./government-labels.js";
import type { InReport } from "./government-period.js";
import { renamesAdjusted } from "./government-percentages.js";
import { labelled } from "./figures-measures.js";
import { type AmountMention, amountMentions } from "./figures-mention.js";
import { hasNoFigures, isOfGovernment, measuresLeftOut, sectionChain } from "./figures-scope.js";
import { chapterPeriod, type Period, phaseOf, yearBefore, yearOf } from "./figures-year.js";
import { numbered } from "../values/ordinal.js";
import { partAt, type Passage, passages, type Sentence } from "./sentence.js";
import { PROSE } from "./settings.js";

/** A figure, and whether it is said of one source of money only. */
interface Stated {
  readonly figure: Placed<"figures">;
  readonly isQualified: boolean;
}

/**
 * The money that the prose states, one row a mention, where the words before an amount say plainly which
 * measure it is. Amounts of other things, and of one source of money only, are left out.
 */
export function figures(input: {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly fiscalYear: number | null;
  readonly stage: Period["stage"];
  readonly scope: Scope | null;
  readonly regionName: string | null;
  readonly regionCode: string | null;
}): Outcome<readonly Placed<"figures">[]> {
  const { document, sections, scope, regionName, regionCode, ...period } = input;
  const ofGovernment = scope === "government" || isOfGovernment(document, sections);
  const all = passages(document, sections);
  const labels = labelsOver(
    all,
    ({ block }) => sectionChain(sections, block)[0]?.section_no ?? null,
  );
  const isAdjusted = ofGovernment && all.some((passage) => renamesAdjusted(textOf(passage)));
  const stated = all.flatMap((passage, at) => {
    const following = all
      .slice(at + 1, at + 1 + PROSE.partsWithin)
      .map(textOf)
      .join("");
    return statedIn(passage, {
      sections,
      period,
      ofGovernment,
      following,
      regionName,
      regionCode,
      isAdjusted,
      labels: labels.get(passage) ?? [],
    });
  });
  return { value: confirmed(stated), findings: [] };
}

/** What is known of the document, and what follows a passage. */
interface OfDocument {
  readonly sections: readonly Section[];
  readonly period: Period;
  readonly ofGovernment: boolean;
  readonly following: string;
  readonly regionName: string | null;
  readonly regionCode: string | null;
  readonly isAdjusted: boolean;
  readonly labels: readonly string[];
}

function statedIn(
  passage: Passage,
  { sections, period, ofGovernment, ...around }: OfDocument,
): readonly Stated[] {
  const chain = sectionChain(sections, passage.block);
  const found = spokenFigures(passage, {
    period: chapterPeriod(chain, period),
    sectionNo: chain[0]?.section_no ?? null,
    heading: headingOf(passage, chain),
  });
  const whole = ofGovernment
    ? wholeGovernment(passage, { ...around, ...period, chain, period })
    : [];
  if (found.length === 0) return whole;
  const left = measuresLeftOut(textOf(passage), chain, ofGovernment);
  return [...found.filter(({ figure }) => !left.has(figure.measure)), ...whole];
}

const textOf = ({ sentences }: Passage): string => sentences.map(({ text }) => text).join("");

/** The figures of a whole government, outside its chapters on goals and terms. */
function wholeGovernment(passage: Passage, around: InReport): readonly Stated[] {
  if (hasNoFigures(around.chain)) return [];
  const period = chapterPeriod(around.chain, around.period);
  return governmentFigures(passage, { ...around, period }).map((figure) => ({
    figure,
    isQualified: false,
  }));
}

interface Around {
  readonly period: Period;
  readonly sectionNo: number | null;
  /** What the heading right above names. */
  readonly heading: Discourse["subject"];
}

function headingOf(passage: Passage, [section]: readonly Section[]): Discourse["subject"] {
  if (section === undefined || passage.block - section.block > PROSE.nextToHeading) return null;
  return labelled(section.title);
}

/** The figures of a passage; what is spoken of goes on from sentence to sentence. */
function spokenFigures({ sentences }: Passage, around: Around): readonly Stated[] {
  const found: Stated[] = [];
  let discourse: Discourse = { ...NOTHING_SAID, subject: around.heading };
  let { fiscalYear } = around.period;
  for (const sentence of sentences) {
    if (!GOES_ON.test(sentence.text)) ({ fiscalYear } = around.period);
    const period = { stage: around.period.stage, fiscalYear };
    const spoken = sentenceFigures(sentence, opened(sentence, discourse), { ...around, period });
    found.push(...spoken.stated);
    ({ discourse } = spoken);
    fiscalYear = spoken.stated[0]?.figure.fiscal_year ?? fiscalYear;
  }
  return found;
}

const NOTHING_SAID: Discourse = {
  subject: null,
  head: undefined,
  budgeted: false,
  ofSource: false,
  item: false,
  ofItem: false,
  paired: false,
  whole: null,
};
/** Parts of what the sentence before states. */
const GOES_ON = /^其中/u;

/** What is spoken of where a sentence begins: what its label names, else what was before. */
function opened({ text }: Sentence, before: Discourse): Discourse {
  const { head, ofSource, item } = before;
  const subject = GOES_ON.test(text) ? before.subject : (before.whole ?? before.subject);
  const begun = { ...NOTHING_SAID, subject: labelOf(text) ?? subject };
  if (!GOES_ON.test(text)) return begun;
  return { ...begun, ofSource, item, head: head === "income_total" ? head : undefined };
}

function sentenceFigures(
  sentence: Sentence,
  begun: Discourse,
  around: Around,
): { readonly stated: readonly Stated[]; readonly discourse: Discourse } {
  const stated: Stated[] = [];
  let discourse = begun;
  for (const mention of amountMentions(sentence.text)) {
    discourse = withParts(discourse, mention);
    const meaning = meaningOf(mention, discourse);
    const figure = statedFigure({ sentence, mention, meaning, around });
    if (figure !== undefined) stated.push(figure);
    discourse = after(discourse, mention, meaning);
  }
  return { stated, discourse };
}

/** What is spoken of after an amount: changes, bare comparisons and asides do not change the subject. */
function after(discourse: Discourse, mention: AmountMention, meaning: Meaning): Discourse {
  const head = discourse.head === undefined ? meaning.measure : discourse.head;
  const opens = head !== "expenditure_total" && isOfSource(mention.context);
  const ofSource = discourse.ofSource || opens;
  const item = !ofSource && isItem(meaning, mention.context);
  const next = { ...discourse, head, ofSource, paired: false };
  if (meaning.isChange || mention.bracketed !== null) return next;
  if (meaning.comparedWith !== null)
    return { ...next, subject: meaning.measure ?? discourse.subject };
  return {
    ...next,
    subject: meaning.measure,
    item,
    budgeted: /预算数?[为是]?$/u.test(mention.context),
    paired: opensPair(mention.context),
  };
}

/** What an item's label alone in its sentence names (`2.公务接待费。`). */
function labelOf(text: string): Discourse["subject"] {
  return labelled(numbered(text).rest);
}

function statedFigure(said: {
  readonly sentence: Sentence;
  readonly mention: AmountMention;
  readonly meaning: Meaning;
  readonly around: Around;
}): Stated | undefined {
  const { sentence, mention, meaning, around } = said;
  const amount = money(mention.raw, mention.unit);
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
    ...FIGURE_OF_NO_GOVERNMENT,
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
  if (comparedWith === "year_spoken_of") return period.fiscalYear;
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
