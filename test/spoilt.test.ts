import { describe, expect, test } from "vitest";
import { TARGETS, isRefusal, seedsOf } from "../bench/fuzz/targets.js";
import type { Target } from "../bench/fuzz/targets.js";

/** What never ends fails by this, in milliseconds; a busy machine is allowed many times what is usual. */
const NEVER = 600_000;
/** Places at which one bit is changed: a thousand over all readers, fewer where reading takes long. */
const FLIPS = 120;
const SLOW_FLIPS = 40;
const SLOW: ReadonlySet<string> = new Set(["pdf", "archive", "picture", "document"]);

function smallest(target: Target): Uint8Array {
  return seedsOf(target).toSorted((a, b) => a.length - b.length)[0] ?? new Uint8Array();
}

/** What a reader throws that is no refusal; undefined where it throws none. */
async function fault(target: Target, bytes: Uint8Array): Promise<unknown> {
  return target.read(bytes).then(
    () => undefined,
    (error: unknown) => (isRefusal(error) ? undefined : error),
  );
}

describe("a file that is spoilt in transit is read, or refused with a reason", () => {
  const targets = Object.entries(TARGETS);

  test.each(targets)(
    "%s, cut at every tenth",
    async (_, target) => {
      const whole = smallest(target);
      for (let tenth = 1; tenth < 10; tenth += 1)
        expect(await fault(target, whole.slice(0, (whole.length * tenth) / 10))).toBeUndefined();
    },
    NEVER,
  );

  test.each(targets)(
    "%s, with a bit changed",
    async (name, target) => {
      const whole = smallest(target);
      const times = SLOW.has(name) ? SLOW_FLIPS : FLIPS;
      for (let time = 0; time < times; time += 1) {
        const bytes = Uint8Array.from(whole);
        const at = Math.floor((whole.length * (time + 0.5)) / times);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (time % 8));
        expect(await fault(target, bytes)).toBeUndefined();
      }
    },
    NEVER,
  );
});
