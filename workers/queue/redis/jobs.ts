import type { Job, JobsOptions } from "bullmq";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import type { SiteEnd } from "../../crawl/run/desk.js";
import type { SitesFile } from "../../crawl/sites/schema.js";
import type { Compiled } from "../../dataset/compile.js";
import { QUEUE } from "./settings.js";

/** The queue of documents to read; a job's id is the SHA-256 of its document. */
export const READ_QUEUE = "gongkai-read";

/** The queue of datasets to compile; a job's id is the dataset and the submission that asks for it. */
export const COMPILE_QUEUE = "gongkai-compile";

/** The queue of sites to crawl, which job schedulers fill; the id of a scheduler is the name of its site. */
export const CRAWL_QUEUE = "gongkai-crawl";

/** A site to crawl. */
export interface CrawlJob {
  /** What sites.yaml says of it, and of the manners of all. */
  readonly file: SitesFile;
  /** The dataset that its documents are added to. */
  readonly dataset: string;
  /** The program that scheduled it: no older one crawls it. */
  readonly version: string;
  /** Keep each exchange. */
  readonly warc?: true;
  /** The run of the site that a worker began for this job: it is finished, and not begun again. */
  readonly run?: string;
  /** As in `ReadJob`. */
  readonly failure?: Bilingual<string>;
}

/** What crawling a site came to. */
export interface CrawlEnd {
  readonly end: SiteEnd;
  /** How many documents were submitted. */
  readonly submitted: number;
}

/** A document to read: where its bytes are, never the bytes. */
export interface ReadJob {
  readonly sha256: string;
  /** The first of its names, for people. */
  readonly file_name: string;
  /** The dataset that wants it. */
  readonly dataset: string;
  /** The compile job that waits for it. */
  readonly awaitedBy: string;
  /** The program that submitted it: no older one reads it. */
  readonly version: string;
  /** Read it although a result is stored. */
  readonly force?: true;
  /** An earlier job that reads the same document: this one waits until it ended. */
  readonly after?: string;
  /** Why it failed the last time: of this BullMQ keeps the English alone. */
  readonly failure?: Bilingual<string>;
  /** How often its worker had vanished when it was last made to run again. */
  readonly forgiven?: number;
}

/** What reading a document came to. */
export interface ReadEnd {
  readonly status: "ok" | "partial";
}

export interface CompileJob {
  readonly dataset: string;
  /** The program that submitted it: no older one compiles it. */
  readonly version: string;
  /** How often it was to be compiled and was not complete. */
  readonly round?: number;
  /** As in `ReadJob`. */
  readonly failure?: Bilingual<string>;
  readonly forgiven?: number;
}

/** A dataset that is left to a later job of the same dataset. */
interface HandedOver {
  readonly next: string;
}

/** What compiling a dataset came to. */
export type CompileEnd = Compiled | HandedOver;

/** A job to add, under an id that says what it is. */
export interface ReadTask {
  readonly id: string;
  readonly data: Omit<ReadJob, "awaitedBy">;
}

const DAY = 24 * 60 * 60;

/** Half an hour of tries (1 + 2 + 4 … 1,024 s, some shorter), so that most outages of a store are outlasted. */
export const RETRIES: JobsOptions = {
  attempts: 12,
  backoff: { type: "exponential", delay: 1_000, jitter: 0.5 },
  stackTraceLimit: 1,
};

/** Whether worker after worker vanished over a job since it was last made to run again. */
export function endsWorkers({
  stalledCounter,
  data,
}: Pick<Job<{ readonly forgiven?: number }>, "stalledCounter" | "data">): boolean {
  // Of a job that was never made to run again none are forgiven.
  return stalledCounter - (data.forgiven ?? 0) > QUEUE.redis.mostStalls;
}

/** Ended jobs stay for `gongkai status`: those of the last hour, within bounds of memory. */
export const READ_KEPT = {
  removeOnComplete: { age: 60 * 60, count: 5_000 },
  removeOnFail: { age: 90 * DAY, count: 100_000 },
};

export const COMPILE_KEPT = {
  removeOnComplete: { age: 7 * DAY, count: 100 },
  removeOnFail: { age: 90 * DAY, count: 1_000 },
};

/** A document in messages: the start of its SHA-256, as in `document_id`. */
export function shortId(sha256: string): string {
  return sha256.slice(0, 16);
}
