import { rm } from "node:fs/promises";
import { UnreadableSource, mayHoldFiles, sourceOf, sourceWithoutBytes } from "../../../index.js";
import { prefetch } from "../../../pipeline/dataset/write/prefetch.js";
import type { Named } from "../../../pipeline/dataset/named.js";
import { hashedSource } from "../../../pipeline/dataset/source.js";
import type { Origin, Source } from "../../../pipeline/dataset/source.js";
import { emptySource } from "../../../pipeline/model/errors.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { writeNames } from "../../dataset/names.js";
import { isDeep, openMember } from "../../local/members.js";
import { openInput } from "../../local/open-input.js";
import type { Input as FileInput, Opened } from "../../local/open-input.js";
import type { ToRead } from "../../pool/protocol.js";
import { getSource, putSource, putSourceFile } from "../../store/documents.js";
import type { Store } from "../../store/store.js";
import type { Downloaded } from "../../web/download.js";
import { isOfSource } from "../../web/errors.js";
import { publicAddress } from "../../web/masked.js";
import { inScratchFolder, sweepScratch } from "../../local/scratch.js";
import { submit } from "./submission.js";
import type { Submitted } from "./submission.js";
import { archiveIn, holderIn, openUnpacker } from "./unpack-archives.js";
import type { Unpacker } from "./unpack-archives.js";
import type { Queues } from "../redis/queues.js";

/** A file, the address of a document on the web, or a document that stands in the store already. */
type Input = GivenInput | Stored;

/** What a person can give. */
export type GivenInput = FileInput | Address;

interface Stored {
  readonly sha256: string;
  readonly fileName: string;
  readonly found: Partial<Origin> & Pick<Origin, "path">;
}

interface Address {
  readonly url: string;
  /** What a manifest says of it. */
  readonly found?: Partial<Origin>;
}

export interface ToSubmit {
  readonly queues: Queues;
  readonly store: Store;
  readonly dataset: string;
  readonly force: boolean;
  readonly inputs: readonly Input[];
  /** The most bytes that are fetched of a document. */
  readonly mostBytes: number;
  /** Fetch from this machine and private networks too. */
  readonly allowPrivate: boolean;
  /** The module of the process that unpacks archives. */
  readonly reader: URL;
  /** Told of an input that cannot be opened or fetched. */
  readonly onFailure: (name: string, reason: Bilingual<string>) => void;
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
 * queue. One that cannot be opened is a failed document of the dataset; one whose server is away,
 * or that the options refuse, is left out, to be submitted again.
 *
 * @throws StoreUnavailable
 * @throws UnwritableScratch
 * @throws UnusableDatasetName
 */
export async function submitSources(to: ToSubmit): Promise<SubmittedSources> {
  const unpacker = openUnpacker(to.reader);
  return submitWith({ ...to, unpacker }).finally(unpacker.close);
}

async function submitWith(to: Omit<Storing, "fetch">): Promise<SubmittedSources> {
  if (!to.inputs.some((input) => "url" in input)) return submitAll({ ...to, fetch: noAddress });
  await sweepScratch();
  // The client takes a tenth of a second to load, and files do without.
  const { download, isPublic, networkOf } = await import("../../web/index.js");
  const network = networkOf(to.allowPrivate ? () => true : isPublic);
  const { mostBytes } = to;
  return inScratchFolder("fetch", (folder) =>
    submitAll({ ...to, fetch: (url) => download(url, { folder, mostBytes, network }) }),
  ).finally(() => network.destroy());
}

interface Storing extends ToSubmit {
  /** Fetches a document into a file, which is removed when it is in the store. */
  readonly fetch: (url: string) => Promise<Downloaded>;
  readonly unpacker: Unpacker;
}

async function noAddress(url: string): Promise<Downloaded> {
  throw new TypeError(`${url} is none of the inputs`);
}

async function submitAll(to: Storing): Promise<SubmittedSources> {
  const names: Named[] = [];
  let count = 0;
  let failed = 0;
  for await (const some of prefetch(to.inputs, (input) => stored(to, input), OPENED)) {
    names.push(...some);
    failed += Math.max(some.length === 0 ? 1 : 0, some.filter(({ failure }) => failure).length);
    count += 1;
    to.onStored(count);
  }
  if (names.length === 0) return { job: undefined, queued: 0, stored: 0, isPending: false, failed };
  const id = await writeNames(to.store, to.dataset, names);
  const documents = names.filter(({ failure }) => failure === undefined);
  return { ...(await submit(to.queues, to.store, { ...to, id, documents })), failed };
}

/** The documents of an input with their names, in the store: one, or those of an archive; none where it is left out. */
async function stored(to: Storing, input: Input): Promise<readonly Named[]> {
  const opened = await open(to, input);
  const { source } = opened;
  if ("error" in opened) {
    to.onFailure(nameOf(input), opened.error.says);
    return opened.error instanceof UnreadableSource ? [lost(source, opened.error)] : [];
  }
  const bytes = await archiveIn(opened);
  if (bytes !== undefined) {
    if ("path" in opened) await rm(opened.path);
    return unpacked(to, { source, bytes });
  }
  const holder = await holderIn(opened);
  if ("bytes" in opened) await putSource(to.store, opened.bytes, source.sha256);
  else await putSourceFile(to.store, opened.path, source).finally(() => rm(opened.path));
  const held = holder === undefined ? [] : await attached(to, { source, bytes: holder });
  return [source, ...held];
}

/** The files that hang on a PDF, in the store. */
async function attached(to: Storing, pdf: ToRead): Promise<readonly Named[]> {
  const members = await to.unpacker.attached(pdf);
  return storedAll(
    to,
    members.map((each) => openMember(pdf.source, each)),
  );
}

function open({ store, fetch }: Storing, input: Input) {
  if ("url" in input) return fetched(input, fetch);
  return "sha256" in input ? fromStore(store, input) : openInput(input);
}

async function fromStore(store: Store, { sha256, fileName, found }: Stored) {
  const bytes = await getSource(store, sha256);
  const source = sourceOf(bytes, fileName, found);
  return bytes.length === 0 ? { source, error: emptySource() } : { source, bytes };
}

/** The members of an archive in the store; of one that cannot be unpacked its name, with the reason. */
async function unpacked(to: Storing, archive: ToRead): Promise<readonly Named[]> {
  const found = await to.unpacker.unpack(archive);
  return storedAll(
    to,
    "error" in found ? [found] : found.members.map((each) => openMember(archive.source, each)),
  );
}

/** Documents in the store, each with the files that hang on it. */
async function storedAll(to: Storing, opened: readonly Opened[]): Promise<readonly Named[]> {
  const names: Named[] = [];
  for (const each of opened) {
    if ("error" in each) {
      to.onFailure(each.source.path, each.error.says);
      names.push(lost(each.source, each.error));
    } else {
      await putSource(to.store, each.bytes, each.source.sha256);
      names.push(each.source);
      if (mayHoldFiles(each.bytes) && !isDeep(each.source))
        names.push(...(await attached(to, each)));
    }
  }
  return names;
}

function lost(source: Source, error: UnreadableSource): Named {
  return { ...source, failure: failureIn(error) };
}

async function fetched({ url, found: told }: Address, fetch: Storing["fetch"]) {
  try {
    const downloaded = await fetch(url);
    const { path, fileName, address, retrievedAt } = downloaded;
    const fetchedAt = { source_url: address, retrieved_at: retrievedAt.toISOString() };
    const found = { ...told, ...fetchedAt, path: address };
    return { source: hashedSource(downloaded, fileName, found), path };
  } catch (error) {
    if (!isOfSource(error)) throw error;
    const address = publicAddress(url);
    const found = { ...told, source_url: address, retrieved_at: null, path: address };
    return { source: sourceWithoutBytes(address, found), error };
  }
}

function failureIn({ code, says }: UnreadableSource): NonNullable<Named["failure"]> {
  const told = { message: says.en, message_zh: says.zh };
  return { code, ...told };
}

function nameOf(input: Input): string {
  if ("sha256" in input) return input.found.path;
  return "url" in input ? publicAddress(input.url) : input.path;
}
