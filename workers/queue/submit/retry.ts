import { randomBytes } from "node:crypto";
import { VERSION } from "../../../index.js";
import { NoSuchFailure } from "../redis/errors.js";
import type { ReadTask } from "../redis/jobs.js";
import { openSubmissions } from "../redis/open-submissions.js";
import type { Queues } from "../redis/queues.js";
import { addAll } from "./submission.js";
import { QUEUE } from "../redis/settings.js";

export interface Retried {
  /** How many documents are read again, whatever is stored of them. */
  readonly documents: number;
  /** The datasets that are compiled again. */
  readonly datasets: readonly string[];
}

/** Tries all failed jobs again: documents are read anew, then their datasets compiled. */
export async function retryFailed(queues: Queues): Promise<Retried> {
  const tasks: ReadTask[] = [];
  for await (const task of failedReads(queues)) tasks.push(task);
  for (const job of await queues.crawl.getFailed())
    await job.retry("failed", { resetAttemptsMade: true });
  const datasets = await queues.compile.getFailed();
  for (const job of datasets) await compileAgain(job);
  const left = await closeLeft(queues);
  const retried = await readAgain(queues, tasks);
  const names = [...datasets.map(({ data }) => data.dataset), ...retried.datasets, ...left];
  return { documents: retried.documents, datasets: [...new Set(names)].toSorted() };
}

/**
 * Tries one failed job again. It is named by its id, or the first eight digits of its document's
 * SHA-256 or more.
 *
 * @throws NoSuchFailure
 */
export async function retryJob(queues: Queues, name: string): Promise<Retried> {
  const compiling = await queues.compile.getJob(name);
  if (compiling !== undefined) {
    if (!(await compiling.isFailed())) throw notFailed(name, await compiling.getState());
    await compileAgain(compiling);
    return { documents: 0, datasets: [compiling.data.dataset] };
  }
  const tasks: ReadTask[] = [];
  for await (const task of failedReads(queues)) if (isNamed(task, name)) tasks.push(task);
  if (tasks.length === 0) throw await notThere(queues, name);
  return readAgain(queues, tasks);
}

/** Queues the compile jobs of earlier runs that were stopped. Returns their datasets. */
async function closeLeft(queues: Queues): Promise<readonly string[]> {
  const open = await openSubmissions(queues);
  const left = open.filter(({ job, dataset }) => job.startsWith(`${dataset}.retry.`));
  for (const each of left) await addAll(queues, each, []);
  return left.map(({ dataset }) => dataset);
}

/** Lets a failed compile job run again, as if for the first time. */
async function compileAgain(job: Compiling): Promise<void> {
  try {
    await job.updateData({ ...job.data, forgiven: job.stalledCounter });
    await job.retry("failed", { resetAttemptsMade: true });
  } catch (error) {
    // Another process was faster: the job runs again as it should, or was removed.
    if (await job.isFailed()) throw error;
  }
}

type Compiling = Awaited<ReturnType<Queues["compile"]["getFailed"]>>[number];

function isNamed({ id, data }: ReadTask, name: string): boolean {
  return id === name || (name.length >= QUEUE.submit.shortestName && data.sha256.startsWith(name));
}

async function notThere({ read }: Queues, name: string): Promise<NoSuchFailure> {
  const job = await read.getJob(name);
  return job === undefined
    ? new NoSuchFailure({
        en: `No failed job is called ${name}. "gongkai status" lists them.`,
        zh: `没有名为 ${name} 的失败任务。"gongkai status" 会列出失败任务。`,
      })
    : notFailed(name, await job.getState());
}

function notFailed(name: string, state: string): NoSuchFailure {
  return new NoSuchFailure({
    en: `The job ${name} did not fail: it is ${state}. "gongkai submit --force" reads documents again.`,
    zh: `任务 ${name} 没有失败，其状态为 ${state}。"gongkai submit --force" 可重新读取文档。`,
  });
}

async function* failedReads({ read }: Queues): AsyncGenerator<ReadTask> {
  const total = await read.getFailedCount();
  for (let at = 0; at < total; at += QUEUE.submit.page)
    for (const { id, data } of await read.getFailed(at, at + QUEUE.submit.page - 1))
      if (id !== undefined) yield { id, data };
}

async function readAgain(queues: Queues, tasks: readonly ReadTask[]): Promise<Retried> {
  const datasets = [...new Set(tasks.map(({ data }) => data.dataset))].toSorted();
  const first = new Set(tasks.map(({ id }) => id));
  for (const dataset of datasets) {
    const mine = tasks.filter(({ data }) => data.dataset === dataset).map(anew(first));
    const job = `${dataset}.retry.${randomBytes(4).toString("hex")}`;
    await addAll(queues, { job, dataset }, mine);
  }
  return { documents: new Set(tasks.map(({ data }) => data.sha256)).size, datasets };
}

/** One that follows another that is read anew too takes over its result. */
function anew(retried: ReadonlySet<string>): (task: ReadTask) => ReadTask {
  return ({ id, data: { force: _force, failure: _failure, forgiven: _forgiven, ...before } }) => {
    const data = { ...before, version: VERSION };
    const follows = data.after !== undefined && retried.has(data.after);
    return { id, data: follows ? data : { ...data, force: true } };
  };
}
