import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withinTime } from "../../../extractors/pdf/within-time.js";

/** The processor time of the process, as the tests say. */
let used = 0;

beforeEach(() => {
  used = 0;
  vi.spyOn(process, "cpuUsage").mockImplementation(() => ({ user: used * 1000, system: 0 }));
});
afterEach(() => vi.restoreAllMocks());

/** Work that never ends. */
const endless = new Promise<never>(() => undefined);

test("work that is done is given", async () => {
  await expect(withinTime(Promise.resolve(7), 50)).resolves.toBe(7);
});

test("what stands still never ends", async () => {
  await expect(withinTime(endless, 20)).rejects.toMatchObject({ code: "damaged" });
});

test("what used the time up has not come to an end", async () => {
  setTimeout(() => (used = 25), 10);
  await expect(withinTime(endless, 20)).rejects.toMatchObject({ code: "damaged" });
});

test("on a busy machine a document gets its time, however late", async () => {
  const timer = setInterval(() => (used += 1), 5);
  const slow = wait(150, "read");
  await expect(withinTime(slow, 40)).resolves.toBe("read");
  clearInterval(timer);
});
