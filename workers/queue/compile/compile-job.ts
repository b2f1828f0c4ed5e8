import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { WaitingError } from "bullmq";
import type { Job } from "bullmq";
import { compileCsvFiles } from "../../dataset/compile.js";
import type { Compiled } from "../../dataset/compile.js";
import { compiledKey } from "../../store/keys.js";
import { DamagedStore } from "../../store/store.js";
import { aborted } from "../read/aborted.js";
import { GivenUp } from "../redis/failure.js";
import { MOST_STALLS } from "../redis/jobs.js";
import type { CompileEnd, CompileJob, Incomplete } from "../redis/jobs.js";
import { since } from "../redis/log.js";
import { handBackJob, leaveToNewer } from "../read/put-off.js";
import type { Taken } from "../read/put-off.js";
import type { Desk } from "../read/read-job.js";
import { scratchFolder } from "../../local/scratch.js";
import { unreadOf } from "./unread.js";

type Compiling = Job<CompileJob, CompileEnd, "compile" | "gate">;

/**
 * Compiles a dataset when its last document ended, and publishes it in the store. Where documents of
 * it are still to be read, as after an upgrade, these are queued, and the dataset is left as it is.
 *
 * @throws StoreUnavailable, to be tried again
 * @throws GivenUp
 */
export async function compileJob(desk: Desk, job: Compiling, token?: string): Promise<CompileEnd> {
  // The gate of a submission that was never finished: whatever was submitted is compiled.
  if (job.name === "gate") return null;
  const { dataset } = job.data;
  const log = desk.log.child({ job: job.id, dataset });
  const held = { job, token, log };
  await leaveToNewer(held, job.data.version);
  if (job.stalledCounter > MOST_STALLS) throw new GivenUp(VANISHED);
  log.info({ event: "taken", stage: "compile", attempt: job.attemptsMade + 1 });
  const start = performance.now();
  await forgetChildren(desk, job);
  const end = await orHandBack(compileAndPublish(desk, held), desk, held);
  const told = { stage: "compile", duration_ms: since(start), ...end };
  if ("documents" in end) log.info({ event: "compiled", ...told });
  else log.warn({ event: "incomplete", ...told, round: job.data.round ?? 0 });
  return end;
}

/**
 * What is known of a million children is not needed any more, and they fill the memory of Redis. One
 * that another submission has read again meanwhile would keep the job from ending.
 */
async function forgetChildren({ queues }: Desk, job: Compiling): Promise<void> {
  const key = queues.compile.toKey(String(job.id));
  await queues.redis.unlink(`${key}:processed`, `${key}:failed`, `${key}:dependencies`);
}

const VANISHED = {
  en: `The program ended ${MOST_STALLS} times while it compiled the dataset. Give workers more memory; "gongkai retry --failed" tries again.`,
  zh: `程序在编成该数据集时 ${MOST_STALLS} 次异常结束。请给 worker 更多内存；"gongkai retry --failed" 可重试。`,
};

/** A compile job in the hands of this worker. */
interface Held extends Taken {
  readonly job: Compiling;
}

async function compileAndPublish(desk: Desk, held: Held): Promise<Compiled | Incomplete> {
  const { store, queues, handBack } = desk;
  const { dataset } = held.job.data;
  const onDocument = () => handBack.throwIfAborted();
  const unread = unreadOf(queues, held.job.data);
  const folder = await scratchFolder("compile");
  try {
    const { reasonOf } = unread;
    const compiled = await compileCsvFiles({ store, dataset, folder, reasonOf, onDocument });
    const next = await unread.close();
    if (next !== undefined) return { incomplete: unread.count(), next };
    await publish(desk, held, folder);
    return compiled;
  } catch (error) {
    await unread.close();
    if (error instanceof DamagedStore) throw new GivenUp(error.says);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The tables first: where datapackage.json stands, all that it names is there. */
async function publish(desk: Desk, held: Held, folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
  for (const name of [...names.toSorted(), "datapackage.json"]) {
    await proveHeld(desk, held);
    await desk.store.putFile(compiledKey(held.job.data.dataset, name), join(folder, name));
  }
}

/**
 * A worker that was held up for longer than its lock may have an older dataset in hand than the one
 * that another published meanwhile.
 *
 * @throws WaitingError, which the worker is to see: the job is in other hands
 */
async function proveHeld({ lock }: Desk, { job, token, log }: Held): Promise<void> {
  if (token !== undefined && (await job.extendLock(token, lock)) === 1) return;
  log.warn({ event: "abandoned", stage: "compile", reason: "its lock ran out: others have it" });
  throw new WaitingError();
}

async function orHandBack<T>(work: Promise<T>, { handBack }: Desk, held: Held): Promise<T> {
  // What becomes of the work after it was handed back concerns nobody.
  work.catch(() => undefined);
  const ended = new AbortController();
  const stopped = aborted(handBack, ended.signal).then((): typeof ABORTED => ABORTED);
  try {
    const result = await Promise.race([work, stopped]);
    return result === ABORTED ? await handBackJob(held, "compile") : result;
  } finally {
    ended.abort();
  }
}

const ABORTED = Symbol("aborted");
