import { GATE_HOLDS, gateOf, holdGate } from "../redis/submission-latch.js";
import { RETRIES } from "../redis/jobs.js";
import type { ReadTask } from "../redis/jobs.js";
import { standingOf } from "../redis/queues.js";
import type { Queues } from "../redis/queues.js";

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
    const some = tasks.slice(at, at + CHUNK);
    await holdGate(queues.compile, gateOf(parent.id), GATE_HOLDS);
    const restarted = await restartEnded(queues, some);
    const refused = await add(queues, parent, some);
    const followers = refused.map((task) => following(task, parent, restarted));
    await restartEnded(queues, followers);
    await add(queues, parent, followers);
  }
}

/** A job that waits until that of another dataset ended; one that reads anew does so for both. */
function following(
  { id, data }: ReadTask,
  parent: Parent,
  restarted: ReadonlySet<string>,
): ReadTask {
  const { force: _force, ...plain } = data;
  const wanted = restarted.has(id) ? plain : data;
  return { id: `${id}.${parent.id}`, data: { ...wanted, after: id } };
}

/** Adds jobs under the parent. Returns those that wait under another. */
async function add(
  queues: Queues,
  parent: Parent,
  tasks: readonly ReadTask[],
): Promise<readonly ReadTask[]> {
  if (tasks.length === 0) return [];
  const under = { id: parent.id, queue: queues.compile.qualifiedName };
  const added = await queues.read.addBulk(
    tasks.map(({ id, data }) => ({
      name: "read",
      data,
      opts: { ...RETRIES, jobId: id, parent: under, ignoreDependencyOnFailure: true },
    })),
  );
  const ids = added.map(({ id }) => String(id));
  if (ids.includes(PARENT_IS_GONE))
    throw new Error(`the job ${parent.id} was removed while documents were added to it`);
  await restartFailedMeanwhile(queues, parent, tasks);
  return tasks.filter((_, index) => ids[index] === HAS_OTHER_PARENT);
}

/** Lets ended jobs run again. Returns their ids. */
async function restartEnded(
  queues: Queues,
  tasks: readonly ReadTask[],
): Promise<ReadonlySet<string>> {
  const found = await standingOf(queues.redis, tasks.map(keysIn(queues)));
  const ended = tasks.filter((_, index) => found[index]?.ended !== undefined);
  await Promise.all(ended.map((task) => restart(queues, task)));
  return new Set(ended.map(({ id }) => id));
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
async function restart(queues: Queues, { id, data }: ReadTask): Promise<void> {
  const { redis, read, compile } = queues;
  const key = read.toKey(id);
  const isEnded = await redis.eval(FORGET, 2, key, compile.toKey("waiting-children"));
  const job = isEnded === 1 ? await read.getJob(id) : undefined;
  if (job === undefined) return;
  const [standing] = await standingOf(redis, [key]);
  if (standing?.ended === undefined) return;
  try {
    await job.updateData(data);
    await job.retry(standing.ended, { resetAttemptsMade: true, resetAttemptsStarted: true });
  } catch (error) {
    const [now] = await standingOf(redis, [key]);
    // Another submission was faster: the job runs again as it should. One that is gone is added.
    if (now?.ended !== undefined) throw error;
  }
}

/**
 * Makes an ended job forget how often its workers vanished, and the compile job that it belonged to
 * unless that still waits for documents: BullMQ would give it to no other, and make a compile job
 * that runs wait for it. All at once, since another submission may be at the same job.
 */
const FORGET = `
if redis.call("HEXISTS", KEYS[1], "finishedOn") == 0 then return 0 end
local parent = redis.call("HGET", KEYS[1], "parent")
redis.call("HDEL", KEYS[1], "stc")
if not parent or not redis.call("ZSCORE", KEYS[2], cjson.decode(parent)["id"]) then
  redis.call("HDEL", KEYS[1], "parentKey", "parent")
end
return 1
`;

function keysIn({ read }: Queues): (task: ReadTask) => string {
  return ({ id }) => read.toKey(id);
}
