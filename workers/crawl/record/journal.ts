import { groupedBy } from "../../../pipeline/model/grouped-by.js";
import { randomBytes } from "node:crypto";
import { putSource } from "../../store/documents.js";
import { sourceKey } from "../../store/keys.js";
import type { Store } from "../../store/store.js";
import { NOTHING_KNOWN, known as knownSchema, withRows } from "./known.js";
import type { Known } from "./known.js";
import { crawlRow } from "./row.js";
import type { CrawlRow } from "./row.js";

/**
 * What is kept of the runs of one site. Each row is in the store before the next request: a run that was killed goes
 * on after the last, and is the same run.
 */
export interface Journal {
  /** When the run began: its name. */
  readonly run: string;
  /** What earlier runs came to know. */
  readonly known: Known;
  /** The rows that this run wrote before it was interrupted. */
  readonly before: readonly CrawlRow[];
  readonly add: (row: CrawlRow) => Promise<void>;
  /** Keeps an exchange, as records of WARC. */
  readonly archive: (records: Uint8Array) => Promise<void>;
  /** Ends the run: what it came to know is added to what is known. */
  readonly end: () => Promise<void>;
  readonly keep: (bytes: Uint8Array, sha256: string) => Promise<void>;
  readonly kept: (sha256: string) => Promise<Uint8Array | undefined>;
}

/** The keys of one site in a store. */
function keysOf(site: string) {
  const folder = `crawl/${site}`;
  return {
    known: `${folder}/known.json`,
    open: `${folder}/open/`,
    openRun: (run: string) => `${folder}/open/${run}/`,
    rowOf: (run: string, number: number, visitor: string) =>
      `${folder}/open/${run}/${String(number).padStart(6, "0")}-${visitor}.json`,
    ended: `${folder}/runs/`,
    endedRun: (run: string) => `${folder}/runs/${run}.jsonl`,
    exchanges: `${folder}/warc/`,
    exchange: (run: string, at: number) =>
      `${folder}/warc/${run}/${at}-${randomBytes(3).toString("hex")}.warc.gz`,
  };
}

/** The name of a site's open run; where it has none, that of a new one that begins at `now`, after all that ended. */
export async function nextRun(store: Store, site: string, now: Date): Promise<string> {
  const [run] = (await runsIn(store, site, "open")).open.keys();
  if (run !== undefined) return run;
  const { up_to } = await readKnown(store, site);
  let begins = up_to === null ? now.getTime() : Math.max(now.getTime(), beginOf(up_to) + SECOND);
  while (await hasEnded(store, site, nameOfRun(begins))) begins += SECOND;
  return nameOfRun(begins);
}

/**
 * Whether a run that was named before goes on under its name: it has ended, or no other is open and none after it has
 * ended. What is known takes up runs in their order alone.
 */
export async function goesOn(store: Store, site: string, run: string): Promise<boolean> {
  if (await hasEnded(store, site, run)) return true;
  const [open = run] = (await runsIn(store, site, "open")).open.keys();
  return open === run && isAfter(run, (await readKnown(store, site)).up_to);
}

function isAfter(run: string, upTo: string | null): boolean {
  return upTo === null || upTo < run;
}

/** Whether a run of a site has visited all that it had to. */
export async function hasEnded(store: Store, site: string, run: string): Promise<boolean> {
  return (await store.size(keysOf(site).endedRun(run))) !== undefined;
}

/** Opens the journal of a run, as `nextRun` names it: it goes on after the rows that it has. */
export async function openJournal(store: Store, site: string, run: string): Promise<Journal> {
  const keys = keysOf(site);
  await completeEnds(store, site);
  const { open } = await runsIn(store, site, "open");
  const before: CrawlRow[] = [];
  for await (const row of rowsAt(store, open.get(run) ?? [])) before.push(row);
  const known = await readKnown(store, site);
  // One who was taken for gone may add a row yet: it stands beside those of who goes on.
  const visitor = randomBytes(3).toString("hex");
  const all = [...before];
  return {
    run,
    known,
    before,
    add: async (row) => {
      all.push(row);
      await store.put(keys.rowOf(run, all.length, visitor), printed(crawlRow.parse(row)));
    },
    archive: (records) => store.put(keys.exchange(run, Date.now()), records),
    end: async () => {
      // The rows first: a process that is killed after that leaves an end that the next run completes.
      await store.put(
        keys.endedRun(run),
        Buffer.from(all.map((row) => `${JSON.stringify(row)}\n`).join("")),
      );
      await completeEnd(store, site, run);
    },
    keep: (bytes, sha256) => putSource(store, bytes, sha256),
    kept: (sha256) => store.get(sourceKey(sha256)),
  };
}

/** Completes the ends of runs that were killed while they ended. */
export async function completeEnds(store: Store, site: string): Promise<void> {
  const { ended } = await runsIn(store, site, "open");
  for (const run of ended.keys()) await completeEnd(store, site, run);
}

/** Adds what an ended run came to know to what is known, once, then removes its open rows. */
async function completeEnd(store: Store, site: string, run: string): Promise<void> {
  const keys = keysOf(site);
  const known = await readKnown(store, site);
  if (isAfter(run, known.up_to)) {
    const ended: CrawlRow[] = [];
    for await (const row of rowsUnder(store, keys.endedRun(run))) ended.push(row);
    await store.put(keys.known, printed({ ...withRows(known, ended), up_to: run }));
  }
  const open: string[] = [];
  for await (const key of store.list(keys.openRun(run))) open.push(key);
  for (const key of open) await store.remove(key);
}

/** What all ended runs of a site came to know. */
async function readKnown(store: Store, site: string): Promise<Known> {
  const bytes = await store.get(keysOf(site).known);
  return bytes === undefined ? NOTHING_KNOWN : knownSchema.parse(JSON.parse(textOf(bytes)));
}

/** What a site is known for now: its open run counts too. */
export async function readCurrent(store: Store, site: string): Promise<Known> {
  const rows: CrawlRow[] = [];
  for await (const row of openRows(store, site)) rows.push(row);
  return withRows(await readKnown(store, site), rows);
}

/** All rows of a site: of its ended runs in their order, then of the open one. */
export async function* rowsOfSite(store: Store, site: string): AsyncGenerator<CrawlRow> {
  const keys = keysOf(site);
  for await (const key of store.list(keys.ended)) yield* rowsUnder(store, key);
  yield* openRows(store, site);
}

/** The keys of the exchanges that were kept of a site, by its ended runs. */
export async function exchangesOfSite(store: Store, site: string): Promise<KeysByRun> {
  return (await runsIn(store, site, "exchanges")).ended;
}

/** The rows of an ended run. */
async function* rowsUnder(store: Store, key: string): AsyncGenerator<CrawlRow> {
  const bytes = await store.get(key);
  for (const line of bytes === undefined ? [] : textOf(bytes).split("\n"))
    if (line !== "") yield crawlRow.parse(JSON.parse(line));
}

/** The rows of the open runs of a site. */
async function* openRows(store: Store, site: string): AsyncGenerator<CrawlRow> {
  for (const keys of (await runsIn(store, site, "open")).open.values()) yield* rowsAt(store, keys);
}

/** Rows that stand one by one. */
async function* rowsAt(store: Store, keys: readonly string[]): AsyncGenerator<CrawlRow> {
  for (const key of keys) {
    const bytes = await store.get(key);
    if (bytes !== undefined) yield crawlRow.parse(JSON.parse(textOf(bytes)));
  }
}

type KeysByRun = ReadonlyMap<string, readonly string[]>;

/** Keys by their runs, the oldest first. */
interface Runs {
  readonly open: KeysByRun;
  /** Of rows those of runs that were killed while they ended: they stand among those that ended. */
  readonly ended: KeysByRun;
}

/** What stands in the folders of a site's runs; whether one has ended is asked once. */
async function runsIn(store: Store, site: string, what: "open" | "exchanges"): Promise<Runs> {
  const keys: string[] = [];
  for await (const key of store.list(keysOf(site)[what])) keys.push(key);
  const open = new Map<string, readonly string[]>();
  const ended = new Map<string, readonly string[]>();
  for (const [run, own] of groupedBy(keys, (key) => key.split("/").at(-2) ?? ""))
    ((await hasEnded(store, site, run)) ? ended : open).set(run, own);
  return { open, ended };
}

/** Names of runs have whole seconds. */
const SECOND = 1_000;

/** `2026-03-01T08-30-00Z`: keys have no colons. */
function nameOfRun(begins: number): string {
  return new Date(begins).toISOString().replace(/\.\d+/u, "").replaceAll(":", "-");
}

function beginOf(run: string): number {
  return Date.parse(run.replace(/T(\d\d)-(\d\d)-/u, "T$1:$2:"));
}

function printed(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** The names of the sites that a store knows. */
export async function sitesKnownTo(store: Store): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const key of store.list("crawl/")) names.add(key.split("/")[1] ?? "");
  return [...names];
}
