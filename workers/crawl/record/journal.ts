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
    rowOf: (run: string, number: number) =>
      `${folder}/open/${run}/${String(number).padStart(6, "0")}.json`,
    ended: `${folder}/runs/`,
    endedRun: (run: string) => `${folder}/runs/${run}.jsonl`,
  };
}

/** Opens the journal of a site: its open run where there is one, else a new one that begins at `now`. */
export async function openJournal(store: Store, site: string, now: Date): Promise<Journal> {
  const keys = keysOf(site);
  const { run = nameOfRun(now), rows: before } = await openRun(store, keys.open);
  const known = await readKnown(store, site);
  const all = [...before];
  return {
    run,
    known,
    before,
    add: async (row) => {
      all.push(row);
      await store.put(keys.rowOf(run, all.length), printed(crawlRow.parse(row)));
    },
    end: async () => {
      // In this order a process that is killed on the way leaves nothing that is told twice or not at all.
      await store.put(
        keys.endedRun(run),
        Buffer.from(all.map((row) => `${JSON.stringify(row)}\n`).join("")),
      );
      await store.put(keys.known, printed(withRows(known, all)));
      const rows: string[] = [];
      for await (const key of store.list(keys.open)) rows.push(key);
      for (const key of rows) await store.remove(key);
    },
    keep: (bytes, sha256) => putSource(store, bytes, sha256),
    kept: (sha256) => store.get(sourceKey(sha256)),
  };
}

/** What all ended runs of a site came to know. */
async function readKnown(store: Store, site: string): Promise<Known> {
  const bytes = await store.get(keysOf(site).known);
  return bytes === undefined ? NOTHING_KNOWN : knownSchema.parse(JSON.parse(textOf(bytes)));
}

/** What a site is known for now: its open run counts too. */
export async function readCurrent(store: Store, site: string): Promise<Known> {
  const { rows } = await openRun(store, keysOf(site).open);
  return withRows(await readKnown(store, site), rows);
}

/** All rows of a site: of its ended runs in their order, then of the open one. */
export async function* rowsOfSite(store: Store, site: string): AsyncGenerator<CrawlRow> {
  const keys = keysOf(site);
  for await (const key of store.list(keys.ended)) {
    const bytes = await store.get(key);
    for (const line of bytes === undefined ? [] : textOf(bytes).split("\n"))
      if (line !== "") yield crawlRow.parse(JSON.parse(line));
  }
  const { run, rows } = await openRun(store, keys.open);
  // A run that was killed while it ended stands in both places.
  if (run !== undefined && (await store.size(keys.endedRun(run))) === undefined) yield* rows;
}

interface OpenRun {
  readonly run?: string;
  readonly rows: readonly CrawlRow[];
}

async function openRun(store: Store, prefix: string): Promise<OpenRun> {
  const rows: CrawlRow[] = [];
  for await (const key of store.list(prefix)) {
    const bytes = await store.get(key);
    if (bytes === undefined) continue;
    rows.push(crawlRow.parse(JSON.parse(textOf(bytes))));
  }
  const [first] = rows;
  return first === undefined ? { rows } : { run: first.run, rows };
}

/** `2026-03-01T08-30-00Z`: keys have no colons. */
function nameOfRun(now: Date): string {
  return now.toISOString().replace(/\.\d+/u, "").replaceAll(":", "-");
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
