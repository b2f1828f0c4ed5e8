import { setTimeout as sleep } from "node:timers/promises";
import { gateOf } from "./submission.js";
import type { Compiled } from "./jobs.js";
import type { Queues } from "./queues.js";

/** How a compile job ended. */
export type CompileEnd = { readonly compiled: Compiled } | { readonly reason: string };

const LOOKED_EVERY = 500;

/** Waits until a dataset is compiled; tells how many documents are left whenever that changed. */
export async function waitForCompiled(
  { compile, redis }: Queues,
  id: string,
  onProgress: (left: number) => void,
): Promise<CompileEnd> {
  let told: number | undefined;
  for (;;) {
    const job = await compile.getJob(id);
    if (job === undefined) return { reason: "its job was removed" };
    if (job.finishedOn !== undefined)
      return job.returnvalue === null
        ? { reason: job.failedReason }
        : { compiled: job.returnvalue };
    const children = await redis.scard(`${compile.toKey(id)}:dependencies`);
    const left = children - (await redis.exists(compile.toKey(gateOf(id))));
    if (left !== told) onProgress(left);
    told = left;
    await sleep(LOOKED_EVERY);
  }
}
