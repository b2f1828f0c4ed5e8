import type { Seeded } from "../ocr/seeded.js";

/** What is drawn by a seed: whole numbers, and one of several things. */
export interface Draw extends Seeded {
  /** 0 to below a number. */
  readonly below: (count: number) => number;
  readonly among: <T>(things: readonly T[]) => T;
}

/** @throws where there is nothing to draw from */
export function drawing(seed: Seeded): Draw {
  const below = (count: number) => Math.floor(seed.even() * count);
  const among = <T>(things: readonly T[]): T => {
    const at = below(things.length);
    const [drawn] = things.slice(at, at + 1);
    if (drawn === undefined) throw new Error("There is nothing to draw from.");
    return drawn;
  };
  return { ...seed, below, among };
}

/** One way to spoil the bytes of a file. */
export interface Mutation {
  readonly name: string;
  readonly of: (bytes: Uint8Array, draw: Draw) => Uint8Array | Promise<Uint8Array>;
}
