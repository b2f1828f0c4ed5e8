/** Numbers that look random but are the same each time: pages are spoilt alike on every machine. */
export interface Seeded {
  /** 0 to below 1, evenly. */
  readonly even: () => number;
  /** Around 0, with a standard deviation of 1. */
  readonly normal: () => number;
}

/** The numbers that belong to a seed. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  // Mulberry32.
  const even = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // Box and Muller.
  const normal = () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  return { even, normal };
}
