import {
  COVERAGES,
  type Coverage,
  INSURANCE_FUNDS,
  type InsuranceFund,
  ITEM_CODES,
  type ItemCode,
  type Measure,
  MEASURES,
  type Phase,
} from "../../../pipeline/model/records/vocabulary.js";
import { meaningOf, wordLists } from "../../reference/word-lists.js";
import { bareLabel } from "../../values/ordinal.js";
import { canonical } from "../../values/text.js";
import { withoutBlanks } from "../columns.js";

const listOf = wordLists(new URL("./government-words.tsv", import.meta.url), [
  "phase",
  "shift",
  "fund",
  "coverage",
  "measure",
  "side",
  "filler",
  "item_code",
]);
const PHASE = listOf("phase", ["adjusted_budget", "accounts", "execution", "budget"]);
const SHIFT = listOf("shift", ["previous"]);
const FUND = listOf("fund", [...INSURANCE_FUNDS, "other"]);
const COVERAGE = listOf("coverage", COVERAGES);
const MEASURE = listOf("measure", MEASURES);
const SIDE = listOf("side", ["balance"]);
const FILLER = listOf("filler", ["filler"]);
const ITEM_CODE = listOf("item_code", ITEM_CODES);

/** 预算 in the name of a budget is no phase. */
const BUDGET_NAMES = /(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算(?![数额])/gu;
const MARKS = /[\s\d一二三四五六七八九十.．、，,：:;；（()）【】[\]/／—–-]/gu;

/** What a header says of the amounts under it, each on its own; null where it says nothing of that. */
export interface HeaderWords {
  readonly phase: Exclude<Phase, "previous"> | null;
  readonly year: number | null;
  /** Whether it is the year before the table's. */
  readonly previous: boolean;
  readonly coverage: Coverage | null;
  readonly fund: InsuranceFund | "total" | null;
  readonly itemCode: ItemCode | null;
  readonly measure: Measure | null;
  readonly balance: boolean;
  /** Whether every word of it is known: else it may mean something else than the words that are. */
  readonly whole: boolean;
}

/** A text in half-width brackets without blanks, list number and 其中. */
function plainWords(text: string): string {
  const plain = withoutBlanks(canonical(text)).replaceAll("（", "(").replaceAll("）", ")");
  return bareLabel(plain.replace(/^其中[:：]?/u, ""));
}

/** Parses a header: `2025年调整预算数` → adjusted budget of 2025. */
export function headerWords(text: string): HeaderWords {
  const plain = plainWords(text);
  const years = Array.from(plain.matchAll(/20\d\d/gu), ([year]) => Number(year));
  return {
    phase: meaningOf(PHASE, plain.replace(BUDGET_NAMES, "")),
    year: years.at(-1) ?? null,
    previous: meaningOf(SHIFT, plain) !== null && !/结[转余]/u.test(plain),
    coverage: meaningOf(COVERAGE, plain),
    fund: knownFund(meaningOf(FUND, plain)),
    itemCode: meaningOf(ITEM_CODE, plain),
    measure: meaningOf(MEASURE, plain),
    balance: meaningOf(SIDE, plain) !== null,
    whole: restOf(plain) === "",
  };
}

const KNOWN_WORDS = [FUND, COVERAGE, ITEM_CODE, MEASURE, SHIFT, PHASE, FILLER]
  .flat()
  .map(([words]) => new RegExp(words, "gu"));

/** What no known word covers. */
function restOf(plain: string): string {
  let rest = plain.replace(/20\d\d|[(（]含生育(?:保险)?[)）]/gu, "");
  for (const words of KNOWN_WORDS) rest = rest.replace(words, "");
  return rest.replace(/保险|基金/gu, "").replace(MARKS, "");
}

/** The statutory row that a label names: `二、上级补助收入` → transfers from above. */
export function itemCodeOf(label: string): ItemCode | null {
  return meaningOf(ITEM_CODE, plainWords(label));
}

const knownFund = (fund: InsuranceFund | "other" | null): InsuranceFund | null =>
  fund === "other" ? null : fund;

/** The fund of social insurance that a text names; `other`: one that the dataset has no item for. */
export function fundOf(text: string): InsuranceFund | "other" | null {
  return meaningOf(FUND, plainWords(text));
}

/** The coverage that a text names and nothing else. */
export function coverageOf(text: string): Coverage | null {
  const plain = plainWords(text);
  const coverage = meaningOf(COVERAGE, plain);
  return coverage !== null && restOf(plain) === "" ? coverage : null;
}

/** Whether a text names a balance: `年末滚存结余`. */
export function isBalance(text: string): boolean {
  return meaningOf(SIDE, plainWords(text)) !== null;
}

/** A comparison is of what it compares: the words before 比, 占 and 为. */
const compared = (text: string): string => text.split(/比|[占为完]|增减|增长|同比/u)[0] ?? "";
const isCompared = (text: string): boolean => /比|[占为]|增减|增长|%|％/u.test(text);

/** What a header says of the amounts under it; one of a comparison, of what it compares. */
export const headWords = (text: string): HeaderWords =>
  headerWords(isCompared(text) ? compared(text) : text);

/** The year and phase that the headers over a column say together, the lowest first. */
export function pathWords(
  path: readonly string[],
): Pick<HeaderWords, "phase" | "year" | "previous"> {
  const told = path.map(headWords);
  return {
    phase: told.findLast(({ phase }) => phase !== null)?.phase ?? null,
    year: told.findLast(({ year }) => year !== null)?.year ?? null,
    previous: told.some(({ previous }) => previous),
  };
}
