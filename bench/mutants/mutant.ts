import { seeded } from "../ocr/seeded.js";
import { drawing } from "./draw.js";
import type { Family } from "./sources.js";

/** A spoilt file, the same for a seed and a number on every machine that has the same sources. */
export interface Mutant {
  readonly number: number;
  /** What it is made of and what was done to it: `pdf, object lost`. */
  readonly making: string;
  readonly bytes: Uint8Array;
}

/** Between the numbers of two seeds: each mutant draws by itself, so that it can be made alone. */
const STRIDE = 1_000_003;

export async function mutant(
  families: readonly Family[],
  { seed, number }: { readonly seed: number; readonly number: number },
): Promise<Mutant> {
  const draw = drawing(seeded(seed * STRIDE + number));
  const family = families[number % families.length] ?? draw.among(families);
  const mutation = draw.among(family.mutations);
  const bytes = await mutation.of(await family.source(draw), draw);
  return { number, making: `${family.name}, ${mutation.name}`, bytes };
}
