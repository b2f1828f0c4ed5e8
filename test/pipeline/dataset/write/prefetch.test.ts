import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prefetch } from "../../../../pipeline/dataset/write/prefetch.js";
import type { Prefetch } from "../../../../pipeline/dataset/write/prefetch.js";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** One among many is heavy. */
const weigh = (item: number) => (item === 5 ? 100 : 10);

/** Takes all results of some work, and tells the most that was in the making or not yet done with. */
async function run(items: readonly number[], how: Prefetch<number>) {
  const open = new Set<number>();
  const results: number[] = [];
  let most = 0;
  let heaviest = 0;
  const work = async (item: number) => {
    open.add(item);
    most = Math.max(most, open.size);
    heaviest = Math.max(
      heaviest,
      [...open].reduce((sum, each) => sum + (how.weigh?.(each) ?? 0), 0),
    );
    await wait((item * 7) % 3);
    return item;
  };
  for await (const result of prefetch(items, work, how)) {
    results.push(result);
    await wait(result % 2);
    open.delete(result);
  }
  return { results, most, heaviest };
}

describe("work ahead", () => {
  test("gives its results in order, and runs no further ahead than it may", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.integer({ min: 1, max: 5 }), async (count, allowed) => {
        const { results, most } = await run(numbers(count), { most: allowed });
        expect(results).toEqual(numbers(count));
        expect(most).toBe(Math.min(count, allowed));
      }),
      { numRuns: 20 },
    );
  });

  test("holds no more than may be held, but for one that is heavier", async () => {
    const { results, heaviest } = await run(numbers(12), { most: 8, weigh, mostWeight: 35 });
    expect([results, heaviest]).toEqual([numbers(12), 100]);
  });

  test("ends with the first failure in order, after all that was begun", async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      await wait(item === 1 ? 20 : 1);
      if (item === 1 || item === 2) throw new Error(`${item} failed`);
      await wait(40);
      ended.push(item);
      return item;
    };
    const taken: number[] = [];
    const taking = async () => {
      for await (const item of prefetch(numbers(10), work, { most: 4 })) taken.push(item);
    };
    await expect(taking()).rejects.toThrow("1 failed");
    expect([taken, ended]).toEqual([[0], [0, 3, 4]]);
  });

  test("ends what was begun where nobody takes the rest", async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      await wait(5);
      ended.push(item);
      return item;
    };
    for await (const item of prefetch(numbers(10), work, { most: 3 })) if (item === 1) break;
    expect(ended).toEqual([0, 1, 2, 3]);
  });
});
