import { distance } from "./distance.js";
import type { Value, Values } from "./gold-values.js";

/**
 * A value of a run against the gold. It is misnamed where the gold has no record called so, but has the
 * value in one of another name that the run lacks: then not the value, but a name or code was misread.
 */
export interface Verdict {
  readonly value: Value;
  readonly is: "right" | "misnamed" | "wrong";
  /** What the gold has for it, where it has something. */
  readonly wanted: Value | null;
}

/** What each value of a run is. */
export function verdictsOf({ run, gold }: Values): readonly Verdict[] {
  const named = new Map(gold.map((value) => [value.id, value]));
  const found = new Set(run.map(({ id }) => id));
  const left = new Set(gold.filter(({ id }) => !found.has(id)));
  return run.map((value): Verdict => {
    const same = named.get(value.id);
    if (same !== undefined)
      return { value, is: same.value === value.value ? "right" : "wrong", wanted: same };
    const wanted = nearest(
      value,
      [...left].filter((candidate) => isSameValue(candidate, value)),
    );
    if (wanted === null) return { value, is: "wrong", wanted };
    left.delete(wanted);
    return { value, is: "misnamed", wanted };
  });
}

function isSameValue(a: Value, b: Value): boolean {
  return a.file === b.file && a.column === b.column && a.value === b.value;
}

function nearest({ id }: Value, candidates: readonly Value[]): Value | null {
  const far = candidates.map((candidate) => ({ candidate, by: distance(candidate.id, id) }));
  const [best] = far.sort((a, b) => a.by - b.by);
  return best?.candidate ?? null;
}

/** How many values of the gold the run has nothing for, not even under another name. */
export function lostCount({ gold }: Values, verdicts: readonly Verdict[]): number {
  const met = new Set(verdicts.map(({ wanted }) => wanted));
  return gold.filter((value) => !met.has(value)).length;
}

/** The harmonic mean of the shares of the run's values that are right, and of the gold's that were found. */
export function f1(
  { run, gold }: Values,
  verdicts: readonly Verdict[],
  ...right: readonly Verdict["is"][]
): number {
  const count = verdicts.filter(({ is }) => right.includes(is)).length;
  return run.length + gold.length === 0 ? 1 : (2 * count) / (run.length + gold.length);
}
