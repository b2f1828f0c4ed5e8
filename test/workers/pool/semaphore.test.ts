import { setImmediate as soon } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSemaphore } from "../../../workers/pool/semaphore.js";

test("lets in no more than it has places, and nobody beside one who is alone; all get in", async () => {
  const visits = fc.array(fc.record({ alone: fc.boolean(), turns: fc.nat({ max: 3 }) }));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), visits, async (places, wanted) => {
      const gate = openSemaphore(places);
      const inside: boolean[] = [];
      const tooMany: boolean[] = [];
      const visit = async ({ alone, turns }: { alone: boolean; turns: number }) => {
        const leave = await (alone ? gate.enterAlone() : gate.enter());
        inside.push(alone);
        tooMany.push(inside.length > (inside.includes(true) ? 1 : places));
        for (let turn = 0; turn < turns; turn += 1) await soon();
        inside.splice(inside.indexOf(alone), 1);
        leave();
      };
      await Promise.all(wanted.map(visit));
      expect(tooMany).toEqual(wanted.map(() => false));
    }),
  );
});
