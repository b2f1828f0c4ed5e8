import { describe, expect, test } from "vitest";
import { inBoth } from "../../../../pipeline/model/finding.js";
import type { Bilingual } from "../../../../pipeline/model/finding.js";
import { GivenUp, failureOf, keepingFailure } from "../../../../workers/queue/redis/failure.js";
import { StoreUnavailable } from "../../../../workers/store/store.js";

const FULL = { en: "the store is full", zh: "存储已满" };

interface Data {
  readonly dataset: string;
  readonly failure?: Bilingual<string>;
}

async function failing(error: Error): Promise<never> {
  throw error;
}

/** What a job holds after its work failed with an error. */
async function dataAfter(error: Error, data: Data = { dataset: "a" }): Promise<Data> {
  let held = data;
  const job = {
    data,
    updateData: async (changed: Data) => {
      held = changed;
    },
  };
  await expect(keepingFailure(job, failing(error))).rejects.toBe(error);
  return held;
}

describe("why a job failed", () => {
  test.each([
    ["is given up", new GivenUp(FULL)],
    ["is tried again", new StoreUnavailable(FULL)],
  ])("is kept in both languages where it %s", async (_, error) => {
    const data = await dataAfter(error);
    expect(data).toEqual({ dataset: "a", failure: FULL });
    expect(failureOf(error.message, data)).toEqual(FULL);
  });

  test("is thrown as it was where it cannot be kept", async () => {
    const error = new GivenUp(FULL);
    const job = { data: {}, updateData: () => failing(new Error("OOM")) };
    await expect(keepingFailure(job, failing(error))).rejects.toBe(error);
  });

  test("is English where nobody said it in Chinese", async () => {
    const data = await dataAfter(new Error("a socket was closed"));
    expect(failureOf("a socket was closed", data)).toEqual(inBoth("a socket was closed"));
  });

  test("is never that of an earlier try", async () => {
    const before = await dataAfter(new StoreUnavailable(FULL));
    const data = await dataAfter(new Error("a socket was closed"), before);
    expect(failureOf("a socket was closed", data)).toEqual(inBoth("a socket was closed"));
  });

  test("of a job that an older program failed is its English", () => {
    expect(failureOf("damaged: cut short", {})).toEqual(inBoth("damaged: cut short"));
  });
});
