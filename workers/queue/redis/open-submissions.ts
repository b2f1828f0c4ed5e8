import type { Queues } from "./queues.js";

/**
 * A Redis hash of the submissions that have not added all their documents: the compile job that each
 * will add at its end, and its dataset. It is there for people, and for `gongkai retry --failed`.
 */
const KEY = "gongkai:submitting";

export interface OpenSubmission {
  readonly job: string;
  readonly dataset: string;
}

/** Marks a submission as open. */
export async function openSubmission(
  { redis }: Queues,
  { job, dataset }: OpenSubmission,
): Promise<void> {
  await redis.hset(KEY, job, dataset);
}

/** Marks submissions as complete. */
export async function closeSubmissions({ redis }: Queues, jobs: readonly string[]): Promise<void> {
  if (jobs.length > 0) await redis.hdel(KEY, ...jobs);
}

/** The submissions that run, or were stopped. */
export async function openSubmissions({ redis }: Queues): Promise<readonly OpenSubmission[]> {
  const open = await redis.hgetall(KEY);
  return Object.entries(open).map(([job, dataset]) => ({ job, dataset }));
}
