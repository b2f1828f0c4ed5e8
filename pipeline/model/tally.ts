/** How often each value occurs, in the order of first appearance. */
export function tally<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) add(counts, value, 1);
  return counts;
}

/** Adds to the sum that is kept under a key. */
export function add<T>(sums: Map<T, number>, key: T, amount: number): void {
  sums.set(key, countOf(sums, key) + amount);
}

/** How often a value occurs: one that is not among the counts occurs 0 times. */
export function countOf<T>(counts: ReadonlyMap<T, number>, value: T): number {
  return counts.get(value) ?? 0;
}
