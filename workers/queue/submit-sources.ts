import { UnreadableSource, sourceOf } from "../../index.js";
import { ahead } from "../../pipeline/dataset/ahead.js";
import type { Named } from "../../pipeline/dataset/named.js";
import { writeNames } from "../dataset/names.js";
import { openInput } from "../local/open-input.js";
import type { Input as FileInput } from "../local/open-input.js";
import { putSource } from "../store/documents.js";
import type { Store } from "../store/store.js";
import { SourceUnavailable, download, publicAddress } from "./download.js";
import { submit } from "./submission.js";
import type { Submitted } from "./submission.js";
import type { Queues } from "./queues.js";

/** A file, or the address of a document on the web. */
export type Input = FileInput | { readonly url: string };

export interface ToSubmit {
  readonly queues: Queues;
  readonly store: Store;
  readonly dataset: string;
  readonly force: boolean;
  readonly inputs: readonly Input[];
  /** Told of an input that cannot be opened or fetched. */
  readonly onFailure: (name: string, reason: string) => void;
  /** Told how many inputs are done with. */
  readonly onStored: (count: number) => void;
}

export interface SubmittedSources extends Omit<Submitted, "job"> {
  /** Undefined where there was nothing to submit. */
  readonly job: string | undefined;
  /** How many inputs cannot be opened or fetched. */
  readonly failed: number;
}

/** Inputs opened at once: servers and buckets are far away, documents may be large. */
const OPENED = { most: 4 };

/**
 * Puts documents into the store, their names into the dataset, and those without a result into the
 * queue. One that cannot be opened is a failed document of the dataset; one whose server is away is
 * left out, to be submitted again.
 *
 * @throws StoreUnavailable
 * @throws UnusableDatasetName
 */
export async function submitSources(to: ToSubmit): Promise<SubmittedSources> {
  const names: Named[] = [];
  let count = 0;
  let failed = 0;
  for await (const name of ahead(to.inputs, (input) => stored(to, input), OPENED)) {
    if (name !== undefined) names.push(name);
    if (name === undefined || name.failure !== undefined) failed += 1;
    count += 1;
    to.onStored(count);
  }
  if (names.length === 0) return { job: undefined, queued: 0, stored: 0, isPending: false, failed };
  const id = await writeNames(to.store, to.dataset, names);
  const documents = names.filter(({ failure }) => failure === undefined);
  return { ...(await submit(to.queues, to.store, { ...to, id, documents })), failed };
}

/** A document with its name, in the store; undefined where its server is away. */
async function stored(to: ToSubmit, input: Input): Promise<Named | undefined> {
  const opened = await ("url" in input ? fetched(input.url) : openInput(input));
  const { source } = opened;
  if ("error" in opened) {
    to.onFailure(nameOf(input), opened.error.message);
    if (opened.error instanceof SourceUnavailable) return undefined;
    return { ...source, failure: failureIn(opened.error) };
  }
  await putSource(to.store, opened.bytes, source.sha256);
  return source;
}

async function fetched(url: string) {
  try {
    const { bytes, fileName, address, retrievedAt } = await download(url);
    const found = { source_url: address, retrieved_at: retrievedAt.toISOString() };
    return { source: sourceOf(bytes, fileName, found), bytes };
  } catch (error) {
    if (!(error instanceof UnreadableSource || error instanceof SourceUnavailable)) throw error;
    const found = { source_url: publicAddress(url), retrieved_at: null };
    return { source: sourceOf(new Uint8Array(), publicAddress(url), found), error };
  }
}

function failureIn({ code, message }: UnreadableSource): NonNullable<Named["failure"]> {
  if (code === "empty" || code === "too_large") return { code, message };
  return { code: "not_found", message };
}

function nameOf(input: Input): string {
  return "url" in input ? publicAddress(input.url) : input.path;
}
