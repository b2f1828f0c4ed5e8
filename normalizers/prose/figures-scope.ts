import type { Document } from "../../pipeline/model/document.js";
import type { Section } from "../../pipeline/model/reading.js";
import { type SectionKind } from "../../pipeline/model/records/vocabulary.js";
import {
  FIGURE_MEASURES,
  type FigureMeasure,
} from "../../pipeline/model/records/figure-vocabulary.js";
import { GENERAL, TOTALS } from "./figures-measures.js";
import { numbered } from "../values/ordinal.js";
import { textOf } from "../values/text.js";
import { PROSE } from "./settings.js";

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

const ON_A_FUND = /基金|国有资本|社会保险|社保|[（(]类[）)]/u;
/** A paragraph on goals, by the label that it begins with. */
const ON_GOALS = /^(?:[（(][^）)]{1,3}[）)]|\d{1,2}[、.．])?(?:预算)?绩效/u;
const ON_A_SOURCE = /财政拨款|公共预算/u;
/** A chapter of a government's budget report (预算报告): its totals are one a fund and a level. */
const GOVERNMENT_REPORT = /预算草案/u;
const GOVERNMENT_TITLE = /[预决]算草案|(?:政府|财政)(?:预算|决算)/u;
/** The money of a whole government, of which a department's measures do not speak. */
const OF_GOVERNMENT =
  /全[省市县区州旗盟](?:本级)?(?:一般公共|财政|收入|支出|政府性|国有资本|社会保险|社保|地方|总|预算)|[省市县区]本?级(?:一般公共预算|政府性基金|国有资本|社会保险|社保)|社会?保险?基金(?:预算)?(?:总?收|总?支)/u;

const ALL: ReadonlySet<FigureMeasure> = new Set(FIGURE_MEASURES);
const NONE: ReadonlySet<FigureMeasure> = new Set();

/** The section that a block stands in, then those above it. */
export function sectionChain(sections: readonly Section[], block: number): readonly Section[] {
  const chain: Section[] = [];
  let section = sections.findLast((one) => one.block <= block);
  while (section !== undefined) {
    chain.push(section);
    const { parent_no: parent } = section;
    section = sections.find(({ section_no: number }) => number === parent);
  }
  return chain;
}

/** Whether the document is a government's own: its report or a note on its budget. */
export function isOfGovernment(document: Document, sections: readonly Section[]): boolean {
  if (sections.some((one) => GOVERNMENT_REPORT.test(one.title))) return true;
  return document.blocks
    .slice(0, PROSE.titleLines)
    .some((block) => block.type === "paragraph" && isGovernmentTitle(textOf(block)));
}

function isGovernmentTitle(line: string): boolean {
  return (
    line.length <= PROSE.longestTitle &&
    numbered(line).ordinal === null &&
    !/[。；]/u.test(line) &&
    /[预决]算/u.test(line) &&
    (OF_GOVERNMENT.test(line) || GOVERNMENT_TITLE.test(line))
  );
}

/** Whether a chapter is about goals, terms or duties, whose money is no figure. */
export function hasNoFigures(chain: readonly Section[]): boolean {
  return chain.some(({ kind }) => WITHOUT_FIGURES.has(kind));
}

/**
 * The measures that a text does not state, whatever its words: `支出合计` in a chapter on one fund is that
 * fund's, in a government's report the government's.
 */
export function measuresLeftOut(
  text: string,
  chain: readonly Section[],
  ofGovernment: boolean,
): ReadonlySet<FigureMeasure> {
  const title = chain[0]?.title ?? "";
  if (hasNoFigures(chain)) return ALL;
  if (chain.some(({ kind }) => ON_ONE_THING.has(kind)) || ON_A_FUND.test(title)) return GENERAL;
  if (ofGovernment || OF_GOVERNMENT.test(text) || ON_GOALS.test(text)) return GENERAL;
  return ON_A_SOURCE.test(title) ? TOTALS : NONE;
}
