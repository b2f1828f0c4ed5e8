import { VERSION } from "../../../index.js";
import { prefetch } from "../../../pipeline/dataset/write/prefetch.js";
import { hasResult } from "../../store/documents.js";
import type { Store } from "../../store/store.js";
import { awaitTheSame } from "../redis/awaited.js";
import { RETRIES } from "../redis/jobs.js";
import type { ReadTask } from "../redis/jobs.js";
import { closeSubmissions, openSubmission } from "../redis/open-submissions.js";
import type { OpenSubmission } from "../redis/open-submissions.js";
import type { Queues } from "../redis/queues.js";
import { addDocuments } from "./add-documents.js";
import { QUEUE } from "../redis/settings.js";

/** A document that a dataset wants read. */
interface Wanted {
  readonly sha256: string;
  readonly file_name: string;
}

/** What is submitted: its documents stand in the store, and so do their names. */
export interface Submission {
  readonly dataset: string;
  /** What `writeNames` returned. */
  readonly id: string;
  readonly documents: readonly Wanted[];
  /** Read documents again whose result is stored. */
  readonly force: boolean;
}

export interface Submitted {
  /** The job that compiles the dataset when the last document ended. */
  readonly job: string;
  /** How many documents are to be read. */
  readonly queued: number;
  /** How many have a result already. */
  readonly stored: number;
  /** The same was submitted before and is being worked through. */
  readonly isPending: boolean;
}

/**
 * Queues the documents of a submission that have no result yet, then the compiling of the dataset.
 * The same submission again goes on where the first was stopped.
 *
 * @throws StoreUnavailable
 */
export async function submit(
  queues: Queues,
  store: Store,
  submission: Submission,
): Promise<Submitted> {
  const { dataset, id, force } = submission;
  const documents = distinct(submission.documents);
  const tasks = await tasksOf(store, { ...submission, documents });
  const counts = { queued: tasks.length, stored: documents.length - tasks.length };
  const { job, isPending } = await runOf(queues, `${dataset}.${id}`, force);
  if (!isPending)
    return { job: await addAll(queues, { job, dataset }, tasks), ...counts, isPending };
  await closeSubmissions(queues, [job]);
  return { job, ...counts, isPending };
}

/**
 * Queues documents, and after them the job that compiles their dataset when all of them ended. Returns
 * that job: the given one, or the next of its name.
 */
export async function addAll(
  queues: Queues,
  { job, dataset }: OpenSubmission,
  tasks: readonly ReadTask[],
): Promise<string> {
  for (let at = 0; at < tasks.length; at += QUEUE.submit.chunk) {
    await openSubmission(queues, { job, dataset });
    await addDocuments(queues, job, tasks.slice(at, at + QUEUE.submit.chunk));
  }
  // One dataset at a time, also where Redis was emptied while the workers ran.
  await queues.compile.setGlobalConcurrency(1);
  const added = await compileAfter(queues, { job, dataset });
  await closeSubmissions(queues, [job]);
  return added;
}

/**
 * A compile job that is still to look at what it waits for. Where the same submission was made twice
 * at once, or completed by a retry, one of that name may run or have ended: there another follows it.
 */
async function compileAfter(queues: Queues, { job, dataset }: OpenSubmission): Promise<string> {
  const { compile } = queues;
  const found = await compile.getJob(job);
  if (found && ((await found.isWaiting()) || (await found.isDelayed()))) return job;
  // Where there is none, no other name is looked for: of two that add the same one, Redis keeps one.
  const free = found === undefined ? job : (await runOf(queues, job, true)).job;
  if (free !== job) await awaitTheSame(queues, free, job);
  await compile.add("compile", { dataset, version: VERSION }, { ...RETRIES, jobId: free });
  return free;
}

/** Has a dataset compiled in a while, once for all who ask for it meanwhile. */
export async function compileSoon({ compile }: Queues, dataset: string): Promise<void> {
  const options = {
    ...RETRIES,
    delay: QUEUE.crawl.untilCompiled,
    deduplication: { id: `${dataset}.crawled` },
  };
  await compile.add("compile", { dataset, version: VERSION }, options);
}

/**
 * The compile job of a submission: one that is pending already, unless documents are to be read anew;
 * otherwise one that is still to be added.
 */
async function runOf({ compile }: Queues, name: string, force: boolean) {
  for (let run = 1; ; run += 1) {
    const job = run === 1 ? name : `${name}.${run}`;
    const found = await compile.getJob(job);
    const isPending = found !== undefined && found.finishedOn === undefined;
    if (found === undefined || (isPending && !force)) return { job, isPending };
  }
}

function distinct(documents: readonly Wanted[]): readonly Wanted[] {
  const first = new Map<string, Wanted>();
  for (const each of documents) if (!first.has(each.sha256)) first.set(each.sha256, each);
  return [...first.values()];
}

async function tasksOf(
  store: Store,
  { documents, dataset, force }: Submission,
): Promise<readonly ReadTask[]> {
  const tasks: ReadTask[] = [];
  const asked = prefetch(
    documents,
    async ({ sha256, file_name }) =>
      !force && (await hasResult(store, sha256))
        ? undefined
        : taskOf({ sha256, file_name, dataset, version: VERSION, ...(force ? { force } : {}) }),
    { most: QUEUE.submit.asked },
  );
  for await (const task of asked) if (task !== undefined) tasks.push(task);
  return tasks;
}

function taskOf(data: ReadTask["data"]): ReadTask {
  return { id: data.sha256, data };
}
