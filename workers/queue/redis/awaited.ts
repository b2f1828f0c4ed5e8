import type { Queues } from "./queues.js";
import { QUEUE } from "./settings.js";

/**
 * What a compile job waits for: a Redis set with the ids of read jobs. It only saves the job from
 * looking through its whole dataset; whether that is complete is decided from the store.
 */
const awaitedKey = (job: string): string => `gongkai:awaited:${job}`;

/** Makes a compile job wait for read jobs, which are in their queue already. */
export async function addAwaited(
  { redis }: Queues,
  job: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await redis.sadd(awaitedKey(job), ...ids);
}

/** Makes a compile job wait for all that another waits for. */
export async function awaitTheSame({ redis }: Queues, job: string, other: string): Promise<void> {
  await redis.sunionstore(awaitedKey(job), awaitedKey(other));
}

/** Takes read jobs that ended from what a compile job waits for. */
export async function removeAwaited(
  { redis }: Queues,
  job: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await redis.srem(awaitedKey(job), ...ids);
}

/** How many read jobs a compile job waits for, some of which may have ended. */
export function countAwaited({ redis }: Queues, job: string): Promise<number> {
  return redis.scard(awaitedKey(job));
}

/** Whether a read job that a compile job waits for is pending still; those that ended are taken off. */
export async function isAwaiting(queues: Queues, job: string): Promise<boolean> {
  for (
    let size: number = QUEUE.redis.smallestSample;
    ;
    size = Math.min(2 * size, QUEUE.redis.largestSample)
  ) {
    const some = await queues.redis.srandmember(awaitedKey(job), size);
    if (some.length === 0) return false;
    const found = await Promise.all(some.map((id) => queues.read.getJob(id)));
    const ended = some.filter(
      (_, index) => found[index]?.finishedOn !== undefined || !found[index],
    );
    await removeAwaited(queues, job, ended);
    if (ended.length < some.length) return true;
  }
}
