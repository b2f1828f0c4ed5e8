import type { Reading } from "../../pipeline/model/reading.js";

/** Computes once for each reading what several checks look at: its terms, its prose, its sums. */
export function perReading<T>(compute: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, { readonly value: T }>();
  return (reading) => {
    const found = known.get(reading);
    if (found !== undefined) return found.value;
    const value = compute(reading);
    known.set(reading, { value });
    return value;
  };
}
