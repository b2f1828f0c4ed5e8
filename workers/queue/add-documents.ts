import { READ_OPTIONS } from "./jobs.js";
import type { ReadTask } from "./jobs.js";
import { standingOf } from "./queues.js";
import type { Queues } from "./queues.js";

/** A compile job that waits for documents. */
export interface Parent {
  readonly id: string;
}

/** As many jobs as Redis takes at once without keeping others waiting. */
const CHUNK = 1_000;

/** What BullMQ gives in place of an id. */
const HAS_OTHER_PARENT = "-7";
const PARENT_IS_GONE = "-5";

/**
 * Makes a compile job wait for documents. One whose job is pending for it already is left; one
 * that ended is read again; one that is pending for another dataset is followed.
 */
export async function addDocuments(
  queues: Queues,
  parent: Parent,
  tasks: readonly ReadTask[],
): Promise<void> {
  for (let at = 0; at < tasks.length; at += CHUNK) {
    const refused = await add(queues, parent, tasks.slice(at, at + CHUNK));
    await add(
      queues,
      parent,
      refused.map((task) => following(task, parent)),
    );
  }
}

/** A job that waits until that of another dataset ended. */
export function following({ id, data }: ReadTask, parent: Parent): ReadTask {
  return { id: `${id}.${parent.id}`, data: { ...data, after: id } };
}

/** Adds jobs under the parent. Returns those that wait under another. */
async function add(
  queues: Queues,
  parent: Parent,
  tasks: readonly ReadTask[],
): Promise<readonly ReadTask[]> {
  if (tasks.length === 0) return [];
  await restartEnded(queues, tasks);
  const under = { id: parent.id, queue: queues.compile.qualifiedName };
  const added = await queues.read.addBulk(
    tasks.map(({ id, data }) => ({
      name: "read",
      data,
      opts: { ...READ_OPTIONS, jobId: id, parent: under, ignoreDependencyOnFailure: true },
    })),
  );
  const ids = added.map(({ id }) => String(id));
  if (ids.includes(PARENT_IS_GONE))
    throw new Error(`the job ${parent.id} was removed while documents were added to it`);
  await restartFailedMeanwhile(queues, parent, tasks);
  return tasks.filter((_, index) => ids[index] === HAS_OTHER_PARENT);
}

async function restartEnded(queues: Queues, tasks: readonly ReadTask[]): Promise<void> {
  const found = await standingOf(queues.redis, tasks.map(keysIn(queues)));
  await Promise.all(
    tasks.map(async (task, index) => {
      if (found[index]?.ended !== undefined) await restart(queues, task);
    }),
  );
}

/** A job that failed between the look and the adding would keep its parent waiting for ever. */
async function restartFailedMeanwhile(
  queues: Queues,
  parent: Parent,
  tasks: readonly ReadTask[],
): Promise<void> {
  const keys = tasks.map(keysIn(queues));
  const found = await standingOf(queues.redis, keys);
  const failed = tasks.filter((_, index) => found[index]?.ended === "failed");
  if (failed.length === 0) return;
  const awaited = await queues.redis.smismember(
    `${queues.compile.toKey(parent.id)}:dependencies`,
    ...failed.map(keysIn(queues)),
  );
  for (const [index, task] of failed.entries())
    if (awaited[index] === 1) await restart(queues, task);
}

/** Lets an ended job run again with what is wanted of it now. */
export async function restart(queues: Queues, { id, data }: ReadTask): Promise<void> {
  const key = queues.read.toKey(id);
  const [standing] = await standingOf(queues.redis, [key]);
  const job = await queues.read.getJob(id);
  if (job === undefined || standing?.ended === undefined) return;
  await job.updateData(data);
  await queues.redis.hdel(key, STALLED);
  try {
    await job.retry(standing.ended, { resetAttemptsMade: true, resetAttemptsStarted: true });
  } catch (error) {
    const [now] = await standingOf(queues.redis, [key]);
    // Another submission was faster: the job runs again as it should.
    if (now?.ended !== undefined) throw error;
  }
}

/** BullMQ's count of the times that a job's worker vanished. */
const STALLED = "stc";

function keysIn({ read }: Queues): (task: ReadTask) => string {
  return ({ id }) => read.toKey(id);
}
