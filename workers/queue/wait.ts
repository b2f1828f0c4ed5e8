import { setTimeout as sleep } from "node:timers/promises";
import { gateOf } from "./submission.js";
import type { Compiled } from "./jobs.js";
import type { Queues } from "./queues.js";

/** How a compile job ended. */
export type CompileEnd = { readonly compiled: Compiled } | { readonly reason: string };

const LOOKED_EVERY = 500;
const TOLD_EVERY = 5_000;

/** Waits until a dataset is compiled; tells from time to time how many documents are left. */
export async function waitForCompiled(
  { compile, redis }: Queues,
  id: string,
  onProgress: (left: number) => void,
): Promise<CompileEnd> {
  let told: number | undefined;
  let toldAt = 0;
  for (;;) {
    const job = await compile.getJob(id);
    if (job === undefined) return { reason: "its job was removed" };
    if (job.finishedOn !== undefined)
      return job.returnvalue === null
        ? { reason: job.failedReason }
        : { compiled: job.returnvalue };
    const children = await redis.scard(`${compile.toKey(id)}:dependencies`);
    const left = children - (await redis.exists(compile.toKey(gateOf(id))));
    if (left !== told && (left === 0 || Date.now() - toldAt > TOLD_EVERY)) {
      onProgress(left);
      told = left;
      toldAt = Date.now();
    }
    await sleep(LOOKED_EVERY);
  }
}
