import type { Job } from "bullmq";
import type { PageDone } from "../../pool/protocol.js";
import type { Logger } from "../redis/log.js";
import { QUEUE } from "../redis/settings.js";

/** Tells of a document whose pages take long, in the log and as the progress of its job, in per cent. */
export function tellPages(job: Pick<Job, "updateProgress">, log: Logger): (page: PageDone) => void {
  let next = performance.now() + QUEUE.read.pagesToldEvery;
  return ({ done, all }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + QUEUE.read.pagesToldEvery;
    log.info({ event: "pages", stage: "read", done, all });
    // It is for whoever watches; the work goes on where Redis is away, and the worker tells of that.
    job.updateProgress(Math.floor((done / all) * 100)).catch(() => undefined);
  };
}
