import type {
  DebtKind,
  DebtMeasure,
  DebtPhase,
  DebtScope,
} from "../../../pipeline/model/records/vocabulary.js";
import { meaningOf, wordLists } from "../../reference/word-lists.js";
import { canonical } from "../../values/text.js";
import { numbered } from "../../values/ordinal.js";
import { withoutBlanks } from "../columns.js";

const LISTS = ["base", "modifier", "kind", "phase", "scope", "skip", "filler"] as const;
const BASES = [
  "several",
  "other",
  "limit",
  "foreign_loans",
  "deficit",
  "issue_costs",
  "interest",
  "repaid",
  "due",
  "issued",
  "balance",
] as const;
const MODIFIERS = ["early", "recalled", "own_funds", "refinancing", "swap", "new"] as const;
const PHASES = ["other", "previous_actual", "accounts", "execution", "budget"] as const;

type Base = (typeof BASES)[number];
type Modifier = (typeof MODIFIERS)[number];

const listOf = wordLists(new URL("./debt-words.tsv", import.meta.url), LISTS);
const BASE = listOf("base", BASES);
const MODIFIER = listOf("modifier", MODIFIERS);
const KIND = listOf("kind", ["general", "special"]);
const PHASE = listOf("phase", PHASES);
const SCOPE = listOf("scope", ["whole", "subordinate", "own"]);
const SKIP = listOf("skip", ["percent", "rate", "formula"]);
const FILLER = listOf("filler", ["filler"]);

/** What remains of a text that holds nothing but known words. */
const MARKS = /[\s\d一二三四五六七八九十.．、，,：:;；（()）【】[\]/／—–-]|[及和与的]/gu;

/** What a header, a label or a caption says of an amount of debt, each on its own; null where it says nothing. */
export interface Told {
  readonly base: Base | null;
  readonly modifier: Modifier | null;
  readonly kind: DebtKind | null;
  readonly phase: (typeof PHASES)[number] | null;
  readonly scope: DebtScope | null;
  readonly year: number | null;
  /** Years after (or before) that of what stands around it: 上年末 is -1. */
  readonly shift: number | null;
  /** Whether every word of it is known: else it may mean something else than the words that are. */
  readonly whole: boolean;
}

/** A measure of debt with its kind, year and phase. */
export interface Meaning {
  readonly measure: DebtMeasure;
  readonly kind: DebtKind | null;
  readonly phase: DebtPhase | null;
  readonly year: number;
  /** The year in which debt is due, of that alone. */
  readonly dueYear: number | null;
}

export const NOTHING_TOLD: Told = {
  base: null,
  modifier: null,
  kind: null,
  phase: null,
  scope: null,
  year: null,
  shift: null,
  whole: true,
};

/** A text without blanks, list number and 其中. */
export function plainText(text: string): string {
  const plain = withoutBlanks(canonical(text)).replace(/^(?:其中[：:]?|附[：:、])/u, "");
  const { rest } = numbered(plain.replace(/^([一二三四五六七八九十]+)[：:，,]/u, "$1、"));
  return rest.replace(/^其中[：:]?/u, "");
}

/** Whether a column states something else than money, and what. */
export function skipped(text: string): "percent" | "rate" | "formula" | null {
  return meaningOf(SKIP, plainText(text));
}

/** What is paid from a budget is without what is refinanced, whether that is said or not. */
const WITHOUT_REFINANCING = /[（(]不含再融资[^（()）]*[)）]/u;
const BEGINNING_OF_YEAR = /20\d\d年{0,2}初(?!预算)/u;

/** Parses a header or label: `2021年地方政府一般债券发行额` → issued, general, 2021. */
export function toldBy(text: string): Told {
  const plain = plainText(text).replace(WITHOUT_REFINANCING, "");
  const kinds = KIND.filter(([words]) => words.test(plain)).map(([, kind]) => kind);
  const years = new Set(Array.from(plain.matchAll(/20\d\d/gu), ([year]) => Number(year)));
  const [year = null] = years;
  return {
    base: meaningOf(BASE, plain),
    modifier: meaningOf(MODIFIER, plain),
    kind: kinds.length === 1 ? (kinds[0] ?? null) : null,
    phase: meaningOf(PHASE, plain),
    scope: meaningOf(SCOPE, plain),
    year: years.size !== 1 || year === null ? null : year - (BEGINNING_OF_YEAR.test(plain) ? 1 : 0),
    shift: shiftOf(plain),
    whole: years.size < 2 && kinds.length < 2 && restOf(plain) === "",
  };
}

function shiftOf(plain: string): number | null {
  if (/上年|年初(?!预算)/u.test(plain)) return -1;
  if (/下年/u.test(plain)) return 1;
  return /当年|本年|年末/u.test(plain) && !/20\d\d/u.test(plain) ? 0 : null;
}

const KNOWN_WORDS = [BASE, MODIFIER, KIND, PHASE, SCOPE, FILLER].flatMap((list) =>
  list.map(([words]) => new RegExp(words, "gu")),
);

/** What no known word covers. */
function restOf(plain: string): string {
  return KNOWN_WORDS.reduce((rest, word) => rest.replace(word, ""), plain).replace(MARKS, "");
}

/**
 * The meaning of a caption for columns that name no measure: its measure where it names one alone, its kind,
 * year and phase.
 */
export function toldByCaption(caption: string): Told {
  const plain = plainText(caption);
  const told = toldBy(caption);
  const named = new Set(
    BASE.filter(([words]) => words.test(plain.replaceAll("余额限额", "限额"))).map(([, b]) => b),
  );
  // Bonds of which a caption tells no more (债券分配情况表) are those that were issued.
  const issued = named.size === 0 && /债券/u.test(plain) ? "issued" : null;
  const base = named.size === 1 ? told.base : issued;
  return { ...told, base, modifier: base === null ? null : told.modifier, shift: null };
}

/**
 * What an inner text says within an outer one: each facet by the innermost that tells it. A modifier is that of
 * its own measure.
 */
export function within(outer: Told, inner: Told): Told {
  const own = inner.base !== null && inner.base !== outer.base;
  return {
    base: inner.base ?? outer.base,
    modifier: inner.modifier ?? (own ? null : outer.modifier),
    kind: inner.kind ?? outer.kind,
    phase: inner.phase ?? outer.phase,
    scope: inner.scope ?? outer.scope,
    year: inner.year ?? outer.year,
    shift: inner.year !== null ? null : (inner.shift ?? outer.shift),
    whole: outer.whole && inner.whole,
  };
}

const PLAIN: Readonly<Record<Base, DebtMeasure | null>> = {
  several: null,
  other: null,
  limit: "limit",
  foreign_loans: "foreign_loans",
  deficit: "deficit",
  issue_costs: "issue_costs",
  interest: "interest",
  repaid: "repaid",
  due: "due",
  issued: "issued",
  balance: "balance",
};
const MODIFIED: ReadonlyMap<string, DebtMeasure> = new Map([
  ["limit new", "new_limit"],
  ["limit early", "early_limit"],
  ["issued new", "issued_new"],
  ["issued refinancing", "issued_refinancing"],
  ["issued swap", "issued_swap"],
  ["repaid refinancing", "repaid_refinanced"],
  ["repaid own_funds", "repaid_own_funds"],
]);

/** The measure that a text names, or null where it names none that the dataset has. */
function measureOf({ base, modifier }: Told): DebtMeasure | null {
  if (base === null) return null;
  return modifier === null ? PLAIN[base] : (MODIFIED.get(`${base} ${modifier}`) ?? null);
}

/** What has a kind of debt only where that is said. */
const WITHOUT_TOTAL: ReadonlySet<DebtMeasure> = new Set(["foreign_loans", "deficit"]);

/** The meaning of all that is told of an amount; null where something of it is not known. */
export function meaningOfTold(told: Told): Meaning | null {
  const measure = measureOf(told);
  const { kind, phase, whole, year, shift } = told;
  if (measure === null || year === null || !whole || phase === "other") return null;
  const total = WITHOUT_TOTAL.has(measure) ? null : "total";
  const dueYear = measure === "due" ? year : null;
  return { measure, kind: kind ?? total, phase, year: year + (shift ?? 0), dueYear };
}
