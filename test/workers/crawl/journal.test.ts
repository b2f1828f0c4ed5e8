import { afterEach, expect, test } from "vitest";
import { file, html, list, page } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import {
  exchangesOfSite,
  goesOn,
  hasEnded,
  nextRun,
  openJournal,
  rowsOfSite,
} from "../../../workers/crawl/record/journal.js";
import type { CrawlRow } from "../../../workers/crawl/record/row.js";
import type { Store } from "../../../workers/store/store.js";
import { crawled, pretended, siteOf } from "./crawling.js";

const open: Served[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A store in memory, whose process is killed at a write: that one and all later ones are not made. */
function storeKilledAt(kept: Map<string, Uint8Array>, writes = Number.POSITIVE_INFINITY): Store {
  let left = writes;
  const write = async (make: () => void) => {
    if (left <= 0) throw new Error("killed");
    left -= 1;
    make();
  };
  return {
    address: "memory:",
    put: (key, bytes) => write(() => kept.set(key, bytes)),
    putFile: () => write(() => {}),
    get: async (key) => kept.get(key),
    size: async (key) => kept.get(key)?.length,
    list: async function* (prefix) {
      yield* [...kept.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    },
    remove: (key) => write(() => kept.delete(key)),
    close: async () => {},
  };
}

const PATHS = ["/robots.txt", "/", "/1.pdf", "/2.pdf", "/gone.pdf"];

async function serveFew(): Promise<Served> {
  const links = PATHS.slice(2).map((path) => [path, "2026年部门预算公开"] as const);
  const served = await serveSite({
    replies: new Map([
      ["/", page(html("部门预算公开", list(links)))],
      ["/1.pdf", file(pretended(1))],
      ["/2.pdf", file(pretended(2))],
    ]),
  });
  open.push(served);
  return served;
}

async function rowsIn(store: Store): Promise<readonly CrawlRow[]> {
  const rows: CrawlRow[] = [];
  for await (const row of rowsOfSite(store, "one")) rows.push(row);
  return rows.filter(({ method }) => method !== "");
}

/** More writes than a run makes: of pages, documents and rows, then of its end. */
const MOST = 25;

test("a run that is killed at any of its writes is told once, and asks again for what was in flight at most", async () => {
  const served = await serveFew();
  const site = siteOf({ start: [`${served.origin}/`] });
  for (let writes = 0; writes <= MOST; writes += 1) {
    const kept = new Map<string, Uint8Array>();
    served.log.length = 0;
    const run = await nextRun(storeKilledAt(kept), "one", new Date());
    await crawled(site, storeKilledAt(kept, writes)).catch(() => undefined);
    const store = storeKilledAt(kept);
    if (!(await hasEnded(store, "one", run))) await crawled(site, store);
    const asked = served.log.map(({ path }) => path);
    expect(new Set(asked)).toEqual(new Set(PATHS));
    expect(asked.length - PATHS.length).toBeLessThanOrEqual(1);
    const told = (await rowsIn(store)).map(({ url }) => new URL(url).pathname);
    expect(told.toSorted()).toEqual(PATHS.toSorted());
  }
  const kept = new Map<string, Uint8Array>();
  await crawled(site, storeKilledAt(kept, MOST));
  expect([...kept.keys()].filter((key) => key.includes("/open/"))).toEqual([]);
});

test("a row that comes after the end of its run changes nothing that later runs came to know", async () => {
  const served = await serveFew();
  const site = siteOf({ start: [`${served.origin}/`] });
  const kept = new Map<string, Uint8Array>();
  const store = storeKilledAt(kept);
  await crawled(site, store);
  const first = [...kept.keys()].find((key) => key.includes("/runs/")) ?? "";
  const [row = ""] = Buffer.from(kept.get(first) ?? [])
    .toString("utf8")
    .split("\n");
  served.replies.set("/1.pdf", file(pretended(11)));
  await crawled(site, store);
  const late = first.replace("/runs/", "/open/").replace(".jsonl", "/000002-late.json");
  kept.set(late, Buffer.from(row));
  const known = kept.get("crawl/one/known.json");
  const { end } = await crawled(siteOf({ start: [`${served.origin}/`], budget: 1 }), store);
  expect([end, kept.get("crawl/one/known.json"), kept.has(late)]).toEqual(["budget", known, false]);
});

test("what a run came to know is known to the next, wherever the end of it was killed", async () => {
  const served = await serveFew();
  const site = siteOf({ start: [`${served.origin}/`] });
  for (let writes = 8; writes <= MOST; writes += 2) {
    const kept = new Map<string, Uint8Array>();
    await crawled(site, storeKilledAt(kept, writes)).catch(() => undefined);
    const store = storeKilledAt(kept);
    await crawled(site, store);
    await crawled(site, store);
    const last = (await rowsIn(store)).slice(-4).map(({ status }) => status);
    expect(last).toEqual([200, 304, 304, 404]);
  }
});

/** A store that holds two runs: the first has ended, the second has begun; and an exchange of each of their rows. */
async function twoRuns() {
  const served = await serveFew();
  const site = siteOf({ start: [`${served.origin}/`] });
  const kept = new Map<string, Uint8Array>();
  const store = storeKilledAt(kept);
  await crawled(site, store, { warc: true });
  await crawled(siteOf({ start: [`${served.origin}/`], budget: 3 }), store, { warc: true });
  const second = await nextRun(store, "one", new Date(0));
  return { kept, store, second };
}

test("a run has its own rows alone, whichever other is open", async () => {
  const { kept, store, second } = await twoRuns();
  const other = "2020-01-01T00-00-00Z";
  const rows = [...kept].filter(([name]) => name.includes("/open/"));
  for (const [key, bytes] of rows) kept.set(key.replace(second, other), bytes);
  expect((await openJournal(store, "one", second)).before).toHaveLength(rows.length);
  expect((await openJournal(store, "one", "2020-01-02T00-00-00Z")).before).toEqual([]);
});

test("a run is named after all that ended, whatever the clock says", async () => {
  const { store, kept } = await twoRuns();
  for (const key of [...kept.keys()].filter((name) => name.includes("/open/"))) kept.delete(key);
  kept.set("crawl/one/known.json", Buffer.from(KNOWN_UP_TO));
  expect(await nextRun(store, "one", new Date(0))).toBe("2026-03-01T09-00-00Z");
});

const KNOWN_UP_TO = '{"addresses":{},"robots":{},"up_to":"2026-03-01T08-59-59Z"}';

test("the name of the next run is told without its rows", async () => {
  const { store, second } = await twoRuns();
  const get = async (key: string) => {
    if (key.includes("/open/")) throw new Error(`asked for ${key}`);
    return store.get(key);
  };
  expect(await nextRun({ ...store, get }, "one", new Date(0))).toBe(second);
});

test("a run goes on under its name where none after it has ended and no other is open", async () => {
  const { kept, store, second } = await twoRuns();
  const ended = [...kept.keys()].flatMap((key) => /runs\/(.*)\.jsonl$/u.exec(key)?.[1] ?? []);
  const going = async (run: string) => goesOn(store, "one", run);
  expect(await Promise.all(ended.map((run) => going(run)))).toEqual([true]);
  expect([await going(second), await going("2020-01-01T00-00-00Z")]).toEqual([true, false]);
  expect(await going("2999-01-01T00-00-00Z")).toBe(false);
  for (const key of [...kept.keys()].filter((name) => name.includes("/open/"))) kept.delete(key);
  expect([await going("2999-01-01T00-00-00Z"), await going("2020-01-01T00-00-00Z")]).toEqual([
    true,
    false,
  ]);
});

test("whether a run has ended is asked once, however many exchanges it has", async () => {
  const { kept, store } = await twoRuns();
  const asked: string[] = [];
  const size = async (key: string) => {
    asked.push(key);
    return store.size(key);
  };
  const exchanges = await exchangesOfSite({ ...store, size }, "one");
  const all = [...kept.keys()].filter((key) => key.includes("/warc/"));
  expect([...exchanges.values()].map(({ length }) => length)).toEqual([5]);
  expect([all.length, asked.length]).toEqual([8, 2]);
});
