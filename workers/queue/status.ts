import type { Job } from "bullmq";
import { countAwaited } from "./redis/awaited.js";
import { failureOf } from "./redis/failure.js";
import { shortId } from "./redis/jobs.js";
import type { ReadJob } from "./redis/jobs.js";
import { openSubmissions } from "./redis/open-submissions.js";
import type { Queues } from "./redis/queues.js";
import { QUEUE } from "./redis/settings.js";

/** How the work stands. Times are whole seconds. */
export interface Status {
  readonly documents: Counts;
  readonly datasets: Counts;
  /** Sites that are crawled, or are to be at their time. */
  readonly sites: Counts;
  /** Documents that ended in the last minute. */
  readonly last_minute: { readonly read: number; readonly failed: number };
  readonly oldest: {
    readonly waiting: Oldest | null;
    readonly active: Oldest | null;
  };
  readonly workers: number;
  /** Datasets that are not compiled yet. */
  readonly pending: readonly PendingDataset[];
  /** The latest first. */
  readonly failures: readonly Failure[];
}

interface Counts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  /** Of those that ended lately: Redis forgets them after a while. */
  readonly completed: number;
}

interface Oldest {
  readonly job: string;
  readonly file_name: string;
  readonly seconds: number;
}

export interface PendingDataset {
  readonly dataset: string;
  readonly job: string;
  /** Whether `gongkai submit` has not ended: it runs, or was stopped and is to be run again. */
  readonly is_being_submitted: boolean;
  /** How many documents it waits for. */
  readonly documents: number;
}

export interface Failure {
  readonly job: string;
  readonly document: string | null;
  readonly file_name: string | null;
  readonly dataset: string;
  readonly reason: string;
  /** The reason in Chinese; in English where an older program or none of ours gave it. */
  readonly reason_zh: string;
  readonly failed_at: string;
}

const MINUTE = 60_000;

/** Asks the queues how they stand. */
export async function readStatus(queues: Queues): Promise<Status> {
  const [documents, datasets, sites, last_minute, oldest, workers, pending, failures] =
    await Promise.all([
      countsOf(queues.read),
      datasetCounts(queues),
      countsOf(queues.crawl),
      lastMinute(queues),
      oldestOf(queues),
      workersOn(queues, queues.read),
      pendingDatasets(queues),
      latestFailures(queues),
    ]);
  return { documents, datasets, sites, last_minute, oldest, workers, pending, failures };
}

async function countsOf(
  queue: Queues["read"] | Queues["compile"] | Queues["crawl"],
): Promise<Counts> {
  const counts = await queue.getJobCounts();
  // A state that the server does not list holds no jobs.
  const of = (...names: readonly string[]) =>
    names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return {
    waiting: of("waiting", "wait", "paused", "prioritized"),
    active: of("active"),
    delayed: of("delayed"),
    failed: of("failed"),
    completed: of("completed"),
  };
}

/** A dataset that waits for documents is put off, and was not tried yet. */
async function datasetCounts({ compile }: Queues): Promise<Counts> {
  const counts = await countsOf(compile);
  const putOff = (await compile.getDelayed()).filter(({ attemptsMade }) => attemptsMade === 0);
  const { waiting, delayed } = counts;
  return { ...counts, waiting: waiting + putOff.length, delayed: delayed - putOff.length };
}

async function lastMinute({ redis, read }: Queues): Promise<Status["last_minute"]> {
  const from = Date.now() - MINUTE;
  const [done, failed] = await Promise.all([
    redis.zcount(read.toKey("completed"), from, "+inf"),
    redis.zcount(read.toKey("failed"), from, "+inf"),
  ]);
  return { read: done, failed };
}

async function oldestOf({ read }: Queues): Promise<Status["oldest"]> {
  const [waiting] = await read.getJobs(["wait"], 0, 0, true);
  const active = await read.getJobs(["active"]);
  const [first] = active.toSorted((a, b) => begun(a) - begun(b));
  return {
    waiting: waiting === undefined ? null : longest(waiting, waiting.timestamp),
    active: first === undefined ? null : longest(first, begun(first)),
  };
}

type Reading = Job<ReadJob, unknown>;

function begun({ processedOn, timestamp }: Reading): number {
  return processedOn ?? timestamp;
}

function longest({ id, data }: Reading, from: number): Oldest {
  const seconds = Math.max(0, Math.round((Date.now() - from) / 1_000));
  return { job: String(id), file_name: data.file_name, seconds };
}

async function pendingDatasets(queues: Queues): Promise<readonly PendingDataset[]> {
  const open = await openSubmissions(queues);
  const states = ["wait", "active", "delayed"] as const;
  const compiling = await queues.compile.getJobs([...states], 0, QUEUE.status.mostListed - 1, true);
  const known = new Map(open.map(({ job, dataset }) => [job, dataset]));
  for (const { id, data } of compiling) known.set(String(id), data.dataset);
  const isOpen = new Set(open.map(({ job }) => job));
  return Promise.all(
    [...known].slice(0, QUEUE.status.mostListed).map(async ([job, dataset]) => ({
      dataset,
      job,
      is_being_submitted: isOpen.has(job),
      documents: await countAwaited(queues, job),
    })),
  );
}

async function latestFailures({ read, compile, crawl }: Queues): Promise<readonly Failure[]> {
  const [documents, datasets, sites] = await Promise.all([
    read.getFailed(0, QUEUE.status.mostListed - 1),
    compile.getFailed(0, QUEUE.status.mostListed - 1),
    crawl.getFailed(0, QUEUE.status.mostListed - 1),
  ]);
  return [...documents, ...datasets, ...sites]
    .toSorted((a, b) => ended(b) - ended(a))
    .slice(0, QUEUE.status.mostListed)
    .map(failure);
}

function failure(job: Failed<"read"> | Failed<"compile"> | Failed<"crawl">): Failure {
  const { data } = job;
  const isRead = "sha256" in data;
  const { en: reason, zh: reason_zh } = failureOf(job.failedReason, data);
  return {
    job: String(job.id),
    document: isRead ? shortId(data.sha256) : null,
    file_name: isRead ? data.file_name : null,
    dataset: data.dataset,
    reason,
    reason_zh,
    failed_at: new Date(job.finishedOn ?? job.timestamp).toISOString(),
  };
}

/** When a job ended; one that is being tried again comes last. */
const ended = ({ finishedOn }: { readonly finishedOn?: number | undefined }): number =>
  finishedOn ?? 0;

type Failed<Q extends "read" | "compile" | "crawl"> = Awaited<
  ReturnType<Queues[Q]["getFailed"]>
>[number];

/** How many workers are connected to a queue. Redis lists those of all its databases. */
export async function workersOn(
  { redis }: Queues,
  queue: Queues["read"] | Queues["compile"] | Queues["crawl"],
): Promise<number> {
  // Redis itself takes the first database where none is named.
  const db = String(redis.options.db ?? 0);
  const workers = await queue.getWorkers();
  return workers.filter((worker) => worker["db"] === db).length;
}
