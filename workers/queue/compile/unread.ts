import { z } from "zod";
import { UnreadableSource, VERSION } from "../../../index.js";
import type { Source } from "../../../index.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { addDocuments } from "../submit/add-documents.js";
import type { Parent } from "../submit/add-documents.js";
import { failureOf } from "../redis/failure.js";
import type { CompileJob, ReadTask } from "../redis/jobs.js";
import { isNewer } from "../read/put-off.js";
import { closeParent, hurryOthers, openParent } from "../submit/submission.js";
import type { Queues } from "../redis/queues.js";

/** The documents of a dataset that are still to be read. */
export interface Unread {
  /** Why a document without a result has none; one that may get one is queued, and has no reason. */
  readonly reasonOf: (source: Source) => Promise<UnreadableSource | undefined>;
  /** How many may get a result. */
  readonly count: () => number;
  /** Queues the last of them. Returns the job that compiles the dataset when they are read. */
  readonly close: () => Promise<string | undefined>;
}

/** Queued at once: more would fill the memory. */
const CHUNK = 1_000;

/** Finds out what is still to be read of a dataset while it is compiled. */
export function unreadOf(queues: Queues, { dataset, round = 0 }: CompileJob): Unread {
  let count = 0;
  let awaitedBy: string | undefined;
  const tasks: ReadTask[] = [];
  const compilesIt = memorized((job: string) => isToCompile(queues, job, dataset));
  let parent: Promise<Parent> | undefined;
  const add = async () => {
    if (tasks.length === 0) return;
    const next = { dataset, name: `${dataset}.rest`, force: true, round: round + 1 };
    parent ??= openParent(queues, next);
    await addDocuments(queues, await parent, tasks.splice(0));
  };
  return {
    reasonOf: async ({ sha256, file_name }) => {
      const found = await lookUp(queues, sha256);
      if (found.reason !== undefined) return found.reason;
      count += 1;
      if (found.awaitedBy !== undefined && (await compilesIt(found.awaitedBy)))
        awaitedBy = found.awaitedBy;
      else tasks.push({ id: sha256, data: { sha256, file_name, dataset, version: VERSION } });
      if (tasks.length >= CHUNK) await add();
      return undefined;
    },
    count: () => count,
    close: async () => {
      await add();
      if (parent === undefined) return awaitedBy;
      await closeParent(queues, await parent, pauseOf(round));
      return (await parent).id;
    },
  };
}

const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 10 * 60_000;

/** What was read and is without a result nonetheless will be so again: ever more slowly. */
function pauseOf(round: number): number {
  return round === 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** (round - 1), LONGEST_PAUSE);
}

interface Found {
  /** What its job failed with, for good. */
  readonly reason?: UnreadableSource;
  /** The compile job that waits for it. */
  readonly awaitedBy?: string;
}

const submitted = z.object({
  version: z.string(),
  failure: z.object({ en: z.string(), zh: z.string() }).optional(),
});
const awaiting = z.object({ id: z.string() });

async function lookUp({ redis, read }: Queues, sha256: string): Promise<Found> {
  const fields = ["data", "finishedOn", "failedReason", "parent"] as const;
  const [data, finishedOn, reason, parent] = await redis.hmget(read.toKey(sha256), ...fields);
  if (typeof data !== "string") return {};
  if (typeof finishedOn !== "string")
    return typeof parent === "string" ? { awaitedBy: awaiting.parse(JSON.parse(parent)).id } : {};
  if (typeof reason !== "string") return {};
  // What an older program could not read, this one may.
  const job = submitted.parse(JSON.parse(data));
  return isNewer(VERSION, job.version) ? {} : { reason: notRead(failureOf(reason, job)) };
}

function notRead({ en, zh }: Bilingual<string>): UnreadableSource {
  return new UnreadableSource("not_read", {
    en: `It was not read: ${en} "gongkai retry --failed" tries again.`,
    zh: `没有读取：${zh}"gongkai retry --failed" 可重试。`,
  });
}

/** Whether a job waits to compile the dataset; it does not wait for a submission that was stopped. */
async function isToCompile(queues: Queues, id: string, dataset: string): Promise<boolean> {
  const job = await queues.compile.getJob(id);
  if (job?.data.dataset !== dataset || !(await job.isWaitingChildren())) return false;
  await hurryOthers(queues, dataset);
  return true;
}

function memorized<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
