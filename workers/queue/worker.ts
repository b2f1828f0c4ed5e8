import type { Writable } from "node:stream";
import { Worker } from "bullmq";
import type { Job } from "bullmq";
import type { Redis } from "ioredis";
import { codeOf } from "../../pipeline/model/errors.js";
import { openPool } from "../pool/pool.js";
import type { ReadingPlan } from "../pool/protocol.js";
import { openStore } from "../store/open-store.js";
import type { Store } from "../store/store.js";
import { aborted } from "./read/aborted.js";
import { closeInTime, emptyHands } from "./redis/closing.js";
import type { Hands } from "./redis/closing.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { crawlJob } from "./crawl/crawl-job.js";
import { compileJob } from "./compile/compile-job.js";
import {
  COMPILE_KEPT,
  COMPILE_QUEUE,
  CRAWL_QUEUE,
  READ_KEPT,
  READ_QUEUE,
  shortId,
} from "./redis/jobs.js";
import type { CompileEnd, CompileJob, CrawlEnd, CrawlJob, ReadEnd, ReadJob } from "./redis/jobs.js";
import { QUEUE } from "./redis/settings.js";
import { removeAwaited } from "./redis/awaited.js";
import { keepingFailure } from "./redis/failure.js";
import { openLog } from "./redis/log.js";
import type { Logger } from "./redis/log.js";
import { masked } from "../web/masked.js";
import { queuesOn } from "./redis/queues.js";
import { readJob } from "./read/read-job.js";
import type { Desk } from "./read/read-job.js";
import { connect } from "./redis/redis.js";
import { sweepScratch } from "../local/scratch.js";
import { serverWarnings } from "./redis/server.js";

/** A process that reads documents of the queue, and compiles datasets when theirs are read. */
export interface WorkerOptions {
  readonly redis: string;
  readonly store: string;
  /** How many documents are read at once. */
  readonly concurrency: number;
  readonly plan: ReadingPlan;
  /** The module that the process of each reader runs. */
  readonly reader: URL;
  /** How long it may go on after `stop`, in milliseconds; what is not read by then is handed back. */
  readonly shutdown: number;
  /** For how long a document is held for a worker that does not answer, in milliseconds. */
  readonly lock: number;
  /** Where the log is written. */
  readonly output: Writable;
  readonly stop: AbortSignal;
}

/**
 * Works until `stop`; Redis may come later and go meanwhile.
 *
 * @throws NoSuchStore
 * @throws StoreUnavailable where the store cannot be opened
 * @throws UnsuitableRedis
 * @throws ReaderNotStarted where this process cannot read; what it had is handed back
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const log = openLog(options.output);
  const store = await openStore(options.store);
  let redis: Redis | undefined;
  try {
    redis = await connectOrStop(options, log);
    if (redis !== undefined) await workOn({ ...options, redis, openedStore: store, log });
  } finally {
    redis?.disconnect();
    await store.close();
    log.info({ event: "stopped" });
  }
}

async function connectOrStop(options: WorkerOptions, log: Logger): Promise<Redis | undefined> {
  const { redis: url, stop } = options;
  const events = {
    lost: ({ en: reason }: Bilingual<string>) =>
      log.warn({ event: "redis_lost", redis: masked(url), reason }),
    back: () => log.info({ event: "redis_back", redis: masked(url) }),
  };
  try {
    return await connect({ url, events, signal: stop });
  } catch (error) {
    if (stop.aborted) return undefined;
    throw error;
  }
}

interface Working extends Omit<WorkerOptions, "redis"> {
  readonly redis: Redis;
  readonly openedStore: Store;
  readonly log: Logger;
}

async function workOn(working: Working): Promise<void> {
  const { redis, openedStore: store, log, concurrency, lock } = working;
  for (const warning of await serverWarnings(redis)) log.warn({ event: "redis_settings", warning });
  await sweepScratch();
  const queues = queuesOn(redis);
  const onCacheFault = ({ en }: Bilingual<string>) =>
    log.warn({ event: "ocr_cache", reason: masked(en) });
  const pool = openPool({ ...working, onCacheFault });
  const handBack = new AbortController();
  const breakdown = new AbortController();
  const onBreakdown = (error: Error) => breakdown.abort(error);
  const desk = { store, pool, queues, log, lock, handBack: handBack.signal, onBreakdown };
  const hands = emptyHands();
  const workers = startWorkers(desk, working, hands);
  log.info({ event: "started", concurrency, store: store.address });
  await aborted(AbortSignal.any([working.stop, breakdown.signal]));
  await closeInTime({ workers, hands, queues, pool, handBack, log, within: working.shutdown });
  breakdown.signal.throwIfAborted();
}

type ReadWorker = Worker<ReadJob, ReadEnd, "read">;
type CompileWorker = Worker<CompileJob, CompileEnd, "compile">;
type CrawlWorker = Worker<CrawlJob, CrawlEnd>;

/** A worker whose process vanished this often on one document gives it up; `readJob` says why. */
const NEVER = 1_000_000;

function startWorkers(desk: Desk, { lock, concurrency, stop, reader }: Working, hands: Hands) {
  const shared = {
    connection: desk.queues.redis,
    skipVersionCheck: true,
    lockDuration: lock,
    stalledInterval: lock,
    maxStalledCount: NEVER,
    runRetryDelay: 1_000,
    metrics: { maxDataPoints: 24 * 60 },
  };
  // While some wait for the store, all readers have something to read.
  const atOnce = concurrency + Math.ceil(concurrency / 2);
  const read: ReadWorker = new Worker(
    READ_QUEUE,
    (job, token) => hands.hold(keepingFailure(job, readJob(desk, job, token))),
    {
      ...shared,
      ...READ_KEPT,
      concurrency: atOnce,
    },
  );
  const compile: CompileWorker = new Worker(
    COMPILE_QUEUE,
    (job, token) => hands.hold(keepingFailure(job, compileJob(desk, job, token))),
    { ...shared, ...COMPILE_KEPT },
  );
  const crawlDesk = { ...desk, stop, reader };
  const crawl: CrawlWorker = new Worker(
    CRAWL_QUEUE,
    (job, token) => hands.hold(keepingFailure(job, crawlJob(crawlDesk, job, token))),
    { ...shared, ...COMPILE_KEPT, concurrency: QUEUE.crawl.atOnce },
  );
  countOff(read, desk);
  tell(read, "read", desk);
  tell(compile, "compile", desk);
  tell(crawl, "crawl", desk);
  return [read, compile, crawl] as const;
}

/** Has no dataset wait longer for what ended; one whose worker dies before is found by the compile job. */
function countOff(worker: ReadWorker, { queues }: Desk): void {
  const ended = (job: Job<ReadJob, ReadEnd, "read"> | undefined) => {
    if (job?.finishedOn === undefined) return;
    removeAwaited(queues, job.data.awaitedBy, [String(job.id)]).catch(() => undefined);
  };
  worker.on("completed", ended);
  worker.on("failed", ended);
}

/** Logs how jobs end. */
function tell(
  worker: ReadWorker | CompileWorker | CrawlWorker,
  stage: string,
  { log, queues }: Desk,
): void {
  worker.on("completed", (job) => {
    const start = job.processedOn ?? Date.now();
    log.info({ event: "finished", stage, ...jobFields(job), duration_ms: Date.now() - start });
  });
  worker.on("failed", (job, error) => {
    const event = job?.finishedOn === undefined ? "retried" : "failed";
    const duration_ms = Date.now() - (job?.processedOn ?? Date.now());
    const reason = masked(error.message);
    const attempt = job?.attemptsMade;
    log.warn({ event, stage, ...(job && jobFields(job)), reason, attempt, duration_ms });
  });
  worker.on("stalled", (id) => log.warn({ event: "stalled", stage, job: id }));
  worker.on("error", (error) => {
    // While Redis is away, all fail for that one reason, which was told.
    if (queues.redis.status !== "ready" || isOfConnection(error)) return;
    log.error({ event: "fault", stage, reason: masked(error.message) });
  });
}

function jobFields({ id, data }: Job<ReadJob | CompileJob | CrawlJob, unknown>) {
  if ("sha256" in data) return { document: shortId(data.sha256), job: id };
  if ("file" in data) return { job: id, dataset: data.dataset };
  const { failure: _failure, ...dataset } = data;
  return { job: id, ...dataset };
}

function isOfConnection(error: Error): boolean {
  return (
    /^E[A-Z]+$/u.test(codeOf(error) ?? "") ||
    /Connection is closed|Socket timeout|LOADING/u.test(error.message)
  );
}
