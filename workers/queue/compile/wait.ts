import { setTimeout as sleep } from "node:timers/promises";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { countAwaited } from "../redis/awaited.js";
import { failureOf } from "../redis/failure.js";
import type { Compiled } from "../../dataset/compile.js";
import type { CompileEnd } from "../redis/jobs.js";
import type { Queues } from "../redis/queues.js";
import { QUEUE } from "../redis/settings.js";

/** How a dataset ended that was waited for. */
type WaitEnd = { readonly compiled: Compiled } | { readonly reason: Bilingual<string> };

const REMOVED = { en: "its job was removed", zh: "其任务已被删除" };

/** Waits until a dataset is compiled, by this job or the next; tells from time to time how many documents are left. */
export async function waitForCompiled(
  queues: Queues,
  first: string,
  onProgress: (left: number) => void,
): Promise<WaitEnd> {
  let id = first;
  let told: number | undefined;
  let toldAt = 0;
  for (;;) {
    const job = await queues.compile.getJob(id);
    if (job === undefined) return { reason: REMOVED };
    if (job.finishedOn !== undefined) {
      const end: CompileEnd | null = job.returnvalue;
      if (end === null) return { reason: failureOf(job.failedReason, job.data) };
      if ("documents" in end) return { compiled: end };
      id = end.next;
      continue;
    }
    const left = await countAwaited(queues, id);
    if (left !== told && (left === 0 || Date.now() - toldAt > QUEUE.compile.toldEvery)) {
      onProgress(left);
      told = left;
      toldAt = Date.now();
    }
    await sleep(QUEUE.compile.lookedEvery);
  }
}
