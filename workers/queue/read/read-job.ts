import type { Job } from "bullmq";
import { UnreadableSource, failed, printJson } from "../../../index.js";
import type { Source } from "../../../index.js";
import { hashedSource } from "../../../pipeline/dataset/source.js";
import type { Pool } from "../../pool/pool.js";
import { ReaderNotStarted } from "../../pool/readers.js";
import { whyFailed } from "../../pool/summary.js";
import type { Ended } from "../../pool/summary.js";
import { getSource, putResult, wholeResult } from "../../store/documents.js";
import { DamagedStore } from "../../store/store.js";
import type { Store } from "../../store/store.js";
import { GivenUp } from "../redis/failure.js";
import { endsWorkers, shortId } from "../redis/jobs.js";
import type { ReadEnd, ReadJob } from "../redis/jobs.js";
import { since } from "../redis/log.js";
import type { Logger } from "../redis/log.js";
import { handBackJob, leaveToNewer, putOff } from "./put-off.js";
import type { Taken } from "./put-off.js";
import type { Queues } from "../redis/queues.js";
import { tellPages } from "./tell-pages.js";
import { QUEUE } from "../redis/settings.js";

/** What a worker reads documents with. */
export interface Desk {
  readonly store: Store;
  readonly pool: Pool;
  readonly queues: Queues;
  readonly log: Logger;
  /** For how long a job is held for this worker, in milliseconds. */
  readonly lock: number;
  /** Stops the reading: documents go back to the queue. */
  readonly handBack: AbortSignal;
  /** Told where this process can read nothing more: it is to end, and others go on. */
  readonly onBreakdown: (error: Error) => void;
}

/** A read job in the hands of this worker. */
interface Held extends Taken {
  readonly job: Job<ReadJob, ReadEnd, "read">;
}

/**
 * Reads the document of a job and stores what was made of it. A document that cannot be read is
 * stored as failed and fails its job for good; its message begins with the `error_code`.
 *
 * @throws StoreUnavailable, to be tried again
 * @throws GivenUp
 */
export async function readJob(desk: Desk, job: Held["job"], token?: string): Promise<ReadEnd> {
  const { sha256, file_name } = job.data;
  const log = desk.log.child({ document: shortId(sha256), job: job.id, file_name });
  const taken = { job, token, log };
  await leaveToNewer(taken, job.data.version);
  if (job.data.after !== undefined) await waitFor(desk, taken, job.data.after);
  log.info({ event: "taken", stage: "read", attempt: job.attemptsMade + 1 });
  try {
    return ended((await storedEnd(desk, job)) ?? (await readNow(desk, taken)));
  } catch (error) {
    if (error instanceof DamagedStore) throw new GivenUp(error.says);
    throw error;
  }
}

function ended({ status, error_code, ...told }: Ended): ReadEnd {
  if (status !== "failed") return { status };
  const { en, zh } = whyFailed(told);
  throw new GivenUp({ en: `${error_code}: ${en}`, zh: `${error_code}：${zh}` });
}

/** How a document ended whose result is stored; what made workers vanish is not looked at again. */
async function storedEnd({ store }: Desk, job: Held["job"]): Promise<Ended | undefined> {
  const { sha256, force } = job.data;
  if (force || endsWorkers(job)) return undefined;
  return (await wholeResult(store, sha256))?.document;
}

async function readNow(desk: Desk, taken: Held): Promise<Ended> {
  const { job, log } = taken;
  const { sha256 } = job.data;
  const bytes = await getSource(desk.store, sha256);
  const start = performance.now();
  const source = namelessSource(sha256, bytes.length);
  const { pieces, summary, bug } = endsWorkers(job)
    ? crashed(source)
    : await readOrHandBack(desk, taken, { source, bytes });
  const { status } = summary.document;
  log.info({ event: "read", stage: "read", duration_ms: since(start), status });
  if (bug !== undefined) log.error({ event: "fault", stage: "read", stack: bug });
  const storing = performance.now();
  await putResult(desk.store, sha256, Buffer.concat(pieces));
  log.info({ event: "stored", stage: "store", duration_ms: since(storing) });
  return summary.document;
}

/** The source of bytes in the store: their names are kept apart. */
function namelessSource(sha256: string, bytes: number): Source {
  return hashedSource({ sha256, bytes }, shortId(sha256));
}

function crashed(source: Source) {
  const says = {
    en: `The program ended ${QUEUE.redis.mostStalls} times while it read the document.`,
    zh: `程序在读取该文档时 ${QUEUE.redis.mostStalls} 次异常结束。`,
  };
  const dataset = failed(source, new UnreadableSource("crashed", says));
  return {
    pieces: [Buffer.from(printJson(dataset))],
    summary: { document: dataset.document },
    bug: undefined,
  };
}

async function readOrHandBack(
  { pool, handBack, onBreakdown }: Desk,
  taken: Held,
  document: { readonly source: Source; readonly bytes: Uint8Array },
) {
  const onPage = tellPages(taken.job, taken.log);
  try {
    return await pool.read(document, { signal: handBack, onPage });
  } catch (error) {
    if (error instanceof ReaderNotStarted) onBreakdown(error);
    else if (!handBack.aborted) throw error;
    return await handBackJob(taken, "read");
  }
}

/** Puts the job off while another reads the same document. */
async function waitFor({ queues }: Desk, taken: Held, other: string): Promise<void> {
  const first = await queues.read.getJob(other);
  if (first === undefined || first.finishedOn !== undefined) return;
  const waited = Date.now() - taken.job.timestamp;
  await putOff(
    taken,
    Math.min(Math.max(waited / 4, QUEUE.read.shortestWait), QUEUE.read.longestWait),
  );
}
