/** The share of right values among those looked at, with an interval that holds the true share. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: an interval that holds 95 times in 100. */
const Z = 1.959964;

/** Wilson's interval for `right` of `all`; null where none was looked at. */
export function wilson(right: number, all: number): Share | null {
  if (all === 0) return null;
  const share = right / all;
  const denominator = 1 + Z ** 2 / all;
  const middle = (share + Z ** 2 / (2 * all)) / denominator;
  const half = (Z / denominator) * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** How many things are drawn, and what decides which. */
export interface Draw {
  readonly count: number;
  readonly seed: number;
}

/** Draws some of many things without putting them back, each as likely; the same for the same seed. */
export function drawn<T>(things: readonly T[], { count, seed }: Draw): readonly T[] {
  const random = numbersFrom(seed);
  return things
    .map((thing) => [random(), thing] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, thing]) => thing);
}

/** Mulberry32: numbers from 0 to 1 that a seed alone decides. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
