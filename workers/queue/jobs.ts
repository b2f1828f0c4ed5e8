import type { JobsOptions } from "bullmq";

/** The queue of documents to read; a job's id is the SHA-256 of its document. */
export const READ_QUEUE = "gongkai-read";

/** The queue of datasets to compile, each after the documents that it waits for. */
export const COMPILE_QUEUE = "gongkai-compile";

/** A document to read: where its bytes are, never the bytes. */
export interface ReadJob {
  readonly sha256: string;
  /** The first of its names, for people. */
  readonly file_name: string;
  /** The dataset that wants it. */
  readonly dataset: string;
  /** The program that submitted it: no older one reads it. */
  readonly version: string;
  /** Read it although a result is stored. */
  readonly force?: true;
  /** The job that reads the same document for another dataset: this one waits until it ended. */
  readonly after?: string;
}

/** What reading a document came to. */
export interface ReadEnd {
  readonly status: "ok" | "partial";
}

export interface CompileJob {
  readonly dataset: string;
  /** The program that submitted it: no older one compiles it. */
  readonly version: string;
}

/** What a compiled dataset holds. */
export interface Compiled {
  readonly documents: number;
  readonly ok: number;
  readonly partial: number;
  readonly failed: number;
  readonly missing: number;
}

/**
 * A job to add, under an id that says what it is.
 */
export interface ReadTask {
  readonly id: string;
  readonly data: ReadJob;
}

const DAY = 24 * 60 * 60;

/** Half an hour of tries (1 + 2 + 4 … 1,024 s, some shorter), so that most outages of a store are outlasted. */
export const RETRIES: JobsOptions = {
  attempts: 12,
  backoff: { type: "exponential", delay: 1_000, jitter: 0.5 },
  stackTraceLimit: 1,
};

/** A job during which this many workers vanished would end the next. */
export const MOST_STALLS = 10;

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
