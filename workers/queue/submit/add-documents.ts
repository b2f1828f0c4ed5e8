import type { Job } from "bullmq";
import { addAwaited } from "../redis/awaited.js";
import { RETRIES } from "../redis/jobs.js";
import type { ReadEnd, ReadJob, ReadTask } from "../redis/jobs.js";
import type { Queues } from "../redis/queues.js";

/**
 * Queues documents and makes a compile job wait for them; at most so many at once (`QUEUE.submit.chunk`). A document that is
 * in the queue already is read once for all who want it; one that ended is read again.
 */
export async function addDocuments(
  queues: Queues,
  compileJob: string,
  tasks: readonly ReadTask[],
): Promise<void> {
  const ids = await Promise.all(tasks.map((task) => queued(queues, compileJob, task)));
  // The jobs first: of a job that is not there the compile job would think that it ended.
  await addAwaited(queues, compileJob, ids);
}

/** Queues a document, where it is not queued already. Returns the job that reads it. */
async function queued(queues: Queues, awaitedBy: string, { id, data }: ReadTask): Promise<string> {
  const job = await queues.read.getJob(id);
  const wanted = { ...data, awaitedBy };
  if (job === undefined) {
    await queues.read.add("read", wanted, { ...RETRIES, jobId: id });
    return id;
  }
  if (job.finishedOn !== undefined) {
    if (await restarted(queues, job, wanted)) return id;
    return queued(queues, awaitedBy, { id, data });
  }
  if (!data.force || job.data.awaitedBy === awaitedBy) return id;
  // What is read now was begun before it was to be read anew.
  return queued(queues, awaitedBy, { id: `${id}.${awaitedBy}`, data: { ...data, after: id } });
}

/** Lets an ended job run again with what is wanted of it now. Returns whether it was still there, and ended. */
async function restarted(
  { read }: Queues,
  job: Job<ReadJob, ReadEnd, "read">,
  wanted: ReadJob,
): Promise<boolean> {
  try {
    const state = (await job.isFailed()) ? "failed" : "completed";
    await job.updateData({ ...wanted, forgiven: job.stalledCounter });
    await job.retry(state, { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  } catch (error) {
    // Another submission was faster, or Redis has forgotten it.
    if ((await read.getJob(String(job.id)))?.finishedOn !== undefined) throw error;
    return false;
  }
}
