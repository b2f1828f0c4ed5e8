import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { WaitingError } from "bullmq";
import type { Job } from "bullmq";
import { VERSION } from "../../../index.js";
import { DatabaseUnavailable } from "../../../exports/duckdb/load.js";
import { namesIn } from "../../../pipeline/names-in.js";
import { compileCsvFiles } from "../../dataset/compile.js";
import type { Compiled } from "../../dataset/compile.js";
import { PANEL_FOLDER, writePanelOf } from "../../dataset/panel.js";
import { compiledKey } from "../../store/keys.js";
import { DamagedStore } from "../../store/store.js";
import { aborted } from "../read/aborted.js";
import { countAwaited, isAwaiting } from "../redis/awaited.js";
import { GivenUp } from "../redis/failure.js";
import { endsWorkers } from "../redis/jobs.js";
import type { CompileEnd, CompileJob } from "../redis/jobs.js";
import { since } from "../redis/log.js";
import { closeSubmissions, openSubmissions } from "../redis/open-submissions.js";
import type { Queues } from "../redis/queues.js";
import { handBackJob, isNewer, leaveToNewer, putOff } from "../read/put-off.js";
import type { Taken } from "../read/put-off.js";
import type { Desk } from "../read/read-job.js";
import { scratchFolder } from "../../local/scratch.js";
import { unreadOf } from "./unread.js";
import { QUEUE } from "../redis/settings.js";

type Compiling = Job<CompileJob, CompileEnd, "compile">;

/**
 * Compiles a dataset when its last document ended, and publishes it in the store. The job looks
 * whether it is time, and is put off until it is. Where documents of the dataset are still to be
 * read, as after an upgrade, it queues them, waits for them too, and leaves the dataset as it is.
 *
 * @throws DelayedError, which the worker is to see
 * @throws StoreUnavailable, to be tried again
 * @throws GivenUp
 */
export async function compileJob(desk: Desk, job: Compiling, token?: string): Promise<CompileEnd> {
  const { queues } = desk;
  const { dataset, version } = job.data;
  const log = desk.log.child({ job: job.id, dataset });
  const held = { job, token, log };
  await leaveToNewer(held, version);
  if (endsWorkers(job)) throw new GivenUp(VANISHED);
  if (await isAwaiting(queues, String(job.id))) return putOff(held, untilNextLook(job));
  const next = await laterOf(queues, job);
  if (next !== undefined) return { next };
  log.info({ event: "taken", stage: "compile", attempt: job.attemptsMade + 1 });
  const start = performance.now();
  const end = await orHandBack(compileAndPublish(desk, held), desk, held);
  const told = { stage: "compile", duration_ms: since(start), ...end };
  if ("documents" in end) {
    log.info({ event: "compiled", ...told });
    return end;
  }
  const { round = 0 } = job.data;
  log.warn({ event: "incomplete", ...told, round });
  await job.updateData({ ...job.data, round: round + 1 });
  return putOff(held, Math.max(untilNextLook(job), pauseAfter(round)));
}

/** The longer a dataset has been waiting, the less a little more matters. */
function untilNextLook({ timestamp }: Compiling): number {
  const waited = Date.now() - timestamp;
  return Math.min(Math.max(waited / 8, QUEUE.compile.shortestLook), QUEUE.compile.longestLook);
}

/** What was read and is without a result nonetheless will be so again: ever more slowly. */
function pauseAfter(round: number): number {
  return round === 0
    ? 0
    : Math.min(QUEUE.compile.firstPause * 2 ** (round - 1), QUEUE.compile.longestPause);
}

/**
 * Another job that compiles the same dataset when what it waits for has ended: once is enough. One
 * that failed before, that a newer program added, or that is to wait for crawls, may take long.
 */
async function laterOf({ compile }: Queues, { id, data }: Compiling): Promise<string | undefined> {
  const waiting = await compile.getJobs(["wait", "delayed"]);
  const isLater = (other: Compiling) =>
    other.id !== id &&
    other.data.dataset === data.dataset &&
    other.attemptsMade === 0 &&
    (other.opts.delay ?? 0) === 0 &&
    !isNewer(other.data.version, VERSION);
  return waiting.find(isLater)?.id;
}

const VANISHED = {
  en: `The program ended ${QUEUE.redis.mostStalls} times while it compiled the dataset. Give workers more memory; "gongkai retry --failed" tries again.`,
  zh: `程序在编成该数据集时 ${QUEUE.redis.mostStalls} 次异常结束。请给 worker 更多内存；"gongkai retry --failed" 可重试。`,
};

/** A compile job in the hands of this worker. */
interface Held extends Taken {
  readonly job: Compiling;
}

/** Documents of a dataset are still to be read: it is not published. */
interface Incomplete {
  readonly incomplete: number;
}

async function compileAndPublish(desk: Desk, held: Held): Promise<Compiled | Incomplete> {
  const { store, queues, handBack } = desk;
  const { dataset } = held.job.data;
  const onDocument = () => handBack.throwIfAborted();
  const unread = unreadOf(queues, String(held.job.id), dataset);
  const stopped = await stoppedSubmissions(queues, dataset);
  const folder = await scratchFolder("compile");
  try {
    const { reasonOf } = unread;
    const compiled = await compileCsvFiles({ store, dataset, folder, reasonOf, onDocument });
    const incomplete = await unread.close();
    if (incomplete > 0) return { incomplete };
    handBack.throwIfAborted();
    await writePanelOf({ store, dataset, folder });
    await publish(desk, held, folder);
    await closeSubmissions(queues, stopped);
    return compiled;
  } catch (error) {
    await unread.close();
    if (error instanceof DamagedStore || error instanceof DatabaseUnavailable)
      throw new GivenUp(error.says);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The submissions to a dataset that were stopped: all that they queued has ended. What they had still
 * to queue is found in the store when the dataset is compiled.
 */
async function stoppedSubmissions(queues: Queues, dataset: string): Promise<readonly string[]> {
  const stopped: string[] = [];
  for (const { job, dataset: other } of await openSubmissions(queues))
    if (other === dataset && (await countAwaited(queues, job)) === 0) stopped.push(job);
  return stopped;
}

async function publish(desk: Desk, held: Held, folder: string): Promise<void> {
  for (const name of await publishedOf(folder)) {
    await proveHeld(desk, held);
    await desk.store.putFile(compiledKey(held.job.data.dataset, name), join(folder, name));
  }
}

/** The tables first, then the comparison: where datapackage.json stands, all that it names is there, and what is made of it. */
async function publishedOf(folder: string): Promise<readonly string[]> {
  const tables = (await readdir(folder)).filter((name) => name.endsWith(".csv")).toSorted();
  const panel = (await namesIn(join(folder, PANEL_FOLDER))).filter((name) => name.endsWith(".csv"));
  const compared = panel.length === 0 ? [] : [...panel.toSorted(), "datapackage.json"];
  return [...tables, ...compared.map((name) => `${PANEL_FOLDER}/${name}`), "datapackage.json"];
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
