/** `error`: a contradiction or an unreadable value; `warning`: doubtful; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** The same in both languages of the dataset: a text, or what makes one. */
export interface Bilingual<T> {
  readonly en: T;
  readonly zh: T;
}

/** What others say, a system or a library, in the one language that they have. */
export function inBoth(text: string): Bilingual<string> {
  return { en: text, zh: text };
}

/** A language that what is told has. */
export type Language = keyof Bilingual<unknown>;

/** What a rule found in one case, as it is published: data that JSON can hold, decimals as exact strings. */
export interface Facts {
  readonly [name: string]: Fact;
}

type Fact = string | number | boolean | null | readonly Fact[] | Facts;

/** One rule of the checks: a stable name, its weight and the sentences that its facts make. */
export interface Rule<F extends Facts = Record<string, never>> {
  readonly id: string;
  readonly severity: Severity;
  /** Whether it tells of something printed that was not understood: its document is `partial` then. */
  readonly leavesUnread?: true;
  /** Whether it tells of a table that was not read whole: sums that fail there may come of that. */
  readonly explains?: true;
  /** What brings a finding about: many of one cause in a document are told once, with how many there are. */
  readonly cause?: (facts: F) => string;
  /** What it looks for, in one sentence: the tables of rules in docs/ are made of these. */
  readonly about: Bilingual<string>;
  /** Both sentences have the same numbers and places, and official terms in Chinese. */
  readonly say: Bilingual<(facts: F) => string>;
}

/** Where in the dataset a finding points. All optional: a document may be wrong as a whole. */
export interface Where {
  readonly table_no?: number | null;
  readonly section_no?: number | null;
  readonly row?: number | null;
  readonly column?: number | null;
  readonly page?: number | null;
}

/** Another place that a finding speaks of: an addend, the other side of a contradiction. */
export interface Related extends Where {
  /** What stands there, as the facts call it. */
  readonly name: string;
}

/** What a finding may say beside its facts: its place, its two sides, the other places it speaks of. */
export interface Whereabouts extends Where {
  /** What should stand there: computed, or stated elsewhere. */
  readonly expected?: string;
  /** What stands there. */
  readonly actual?: string;
  readonly related?: readonly Related[];
}

/** A doubt as data. It never drops, repairs or hides what it speaks of. */
export interface Finding extends Whereabouts {
  readonly rule: string;
  readonly severity: Severity;
  readonly leavesUnread?: true;
  readonly explains?: true;
  /** Findings of a rule with the same cause are told once where they are many. */
  readonly cause?: string;
  /** Keys of what it tells of, which another rule may tell of too: the graver of the two is told. */
  readonly tellsOf?: readonly string[];
  readonly facts: Facts;
  readonly say: Sayings;
}

/** What a rule says of facts. Methods, since only `finding` joins them with facts, which are of the same rule. */
interface Sayings {
  en(facts: Facts): string;
  zh(facts: Facts): string;
}

/** The two sides of a contradiction, as in `Finding`. */
export type Sides = Pick<Whereabouts, "expected" | "actual">;

/** Every stage's result: what it made, and what it doubts. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** A finding of `rule` about these facts, with its place and its two sides. */
export function finding<F extends Facts>(
  rule: Rule<F>,
  facts: F,
  where: Whereabouts = {},
): Finding {
  const { id, severity, leavesUnread, explains, say } = rule;
  return {
    rule: id,
    severity,
    ...(leavesUnread === true ? { leavesUnread } : {}),
    ...(explains === true ? { explains } : {}),
    ...(rule.cause === undefined ? {} : { cause: rule.cause(facts) }),
    facts,
    say,
    ...where,
  };
}

/** A finding in words: what is published of it beside its facts. */
export function sentencesOf({ facts, say }: Finding): Bilingual<string> {
  return { en: say.en(facts), zh: say.zh(facts) };
}
