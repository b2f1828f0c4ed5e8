import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLog } from "../../../../workers/queue/redis/log.js";
import { tellPages } from "../../../../workers/queue/read/tell-pages.js";
import { collector } from "../../../cli/run.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a long scan is told of every ten seconds, in the log and with its job", () => {
  const told: unknown[] = [];
  const { stream, text } = collector();
  const job = {
    updateProgress: async (progress: unknown) => {
      told.push(progress);
      throw new Error("Redis is away");
    },
  };
  const onPage = tellPages(job, openLog(stream));
  for (let done = 1; done <= 30; done += 1) {
    vi.advanceTimersByTime(1_000);
    onPage({ done, all: 30 });
  }
  expect(told).toEqual([33, 66, 100]);
  expect(text().match(/"event":"pages"/gu)).toHaveLength(3);
  expect(text()).toContain('"done":10,"all":30');
});
