/** `error`: a contradiction or an unreadable value; `warning`: doubtful; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** One rule of the checks: a stable name, its weight and the sentence that its facts make. */
export interface Rule<Facts = void> {
  readonly id: string;
  readonly severity: Severity;
  /** What it looks for, in one sentence: the README's table of rules is made of these. */
  readonly about: string;
  readonly say: (facts: Facts) => string;
}

/** Where in the dataset a finding points. All optional: a document may be wrong as a whole. */
export interface Where {
  readonly table_no?: number | null;
  readonly section_no?: number | null;
  readonly row?: number | null;
  readonly column?: number | null;
  readonly page?: number | null;
}

/** A doubt as data. It never drops, repairs or hides what it speaks of. */
export interface Finding extends Where {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What should stand there: computed, or stated elsewhere. */
  readonly expected?: string;
  /** What stands there. */
  readonly actual?: string;
}

/** The two sides of a contradiction, as in `Finding`. */
export interface Sides {
  readonly expected?: string;
  readonly actual?: string;
}

/** Every stage's result: what it made, and what it doubts. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** A finding of `rule`, its sentence made from `facts`, with its place and its two sides. */
export function finding<Facts>(
  rule: Rule<Facts>,
  facts: Facts,
  where: Where & Sides = {},
): Finding {
  return { rule: rule.id, severity: rule.severity, message: rule.say(facts), ...where };
}
