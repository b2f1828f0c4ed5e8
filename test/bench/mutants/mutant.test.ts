import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { mutant } from "../../../bench/mutants/mutant.js";
import { families } from "../../../bench/mutants/sources.js";

const COUNT = 24;
const from = families();

async function hashes(seed: number): Promise<readonly string[]> {
  const all: string[] = [];
  for (let number = 0; number < COUNT; number += 1) {
    const { making, bytes } = await mutant(from, { seed, number });
    all.push(`${making} ${createHash("sha256").update(bytes).digest("hex")}`);
  }
  return all;
}

test("mutants of a seed are the same each time, and those of another are others", async () => {
  const once = await hashes(7);
  expect(await hashes(7)).toEqual(once);
  const others = new Set(await hashes(8));
  expect(once.filter((one) => others.has(one))).toEqual([]);
});

test("a sixth of them are pictures", () => {
  const pictures = from.filter(({ name }) => name === "picture" || name === "scan");
  expect(pictures.length / from.length).toBeCloseTo(1 / 6);
});

test("what is done to any file of its family can be done", async () => {
  const draw = { seed: 3, number: 0 };
  for (const family of from)
    for (const mutation of family.mutations) {
      const { bytes } = await mutant([{ ...family, mutations: [mutation] }], draw);
      expect(bytes).toBeInstanceOf(Uint8Array);
    }
}, 300_000);
