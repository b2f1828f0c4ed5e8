import { add, countOf } from "../../pipeline/model/tally.js";
import { openLanes } from "../../workers/crawl/fetch/lanes.js";
import type { Answer, Visit } from "../../workers/crawl/fetch/visit.js";
import { crawlAt } from "../../workers/crawl/run/crawl-sites.js";
import { sitesFile } from "../../workers/crawl/sites/schema.js";
import { sitesIn } from "../../workers/crawl/sites/site.js";
import type { Store } from "../../workers/store/store.js";
import { line } from "../figure.js";
import type { Figure } from "../figure.js";
import { virtualClock } from "./virtual-clock.js";
import type { VirtualClock } from "./virtual-clock.js";

const SITES = 1_000;
/** Requests of a site: robots.txt, its lists, and the files of these. */
const REQUESTS = 200;
const FILES_A_LIST = 9;
/** How long a server takes, milliseconds. */
const ANSWERS_IN = 400;
const MB = 2 ** 20;

/** `npm run bench -- crawl`: 1,000 sites of 200 requests each, by a clock that runs ahead. */
export async function* crawlFigures(): AsyncGenerator<string> {
  for (const each of await measured()) yield `${line(each)}\n`;
}

async function measured(): Promise<readonly Figure[]> {
  const clock = virtualClock();
  const server = simulated(clock);
  const names = Array.from({ length: SITES }, (_, at) => `site-${at}`);
  const file = sitesFile.parse({
    contact: "bench@example.org",
    sites: names.map((name) => ({ name, start: [`http://${name}.example/0.html`] })),
  });
  const desk = { clock, lanes: openLanes(clock), visit: server.visit, dryRun: false };
  let peak = 0;
  let rows = 0;
  const onRow = () => {
    rows += 1;
    if (rows % 1_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
  };
  const ends: string[] = [];
  const sites = sitesIn(file);
  const options = { sites, store: forgetful(), onEnd: (_: unknown, end: string) => ends.push(end) };
  await clock.until(crawlAt({ ...desk, onRow, stop: new AbortController().signal }, options));
  const done = ends.filter((end) => end === "done").length;
  const [counts, gaps] = [[...server.counts.values()], [...server.gaps.values()]];
  return [
    least("sites that came to their end", done, SITES),
    least("requests of the site that was asked least", Math.min(...counts), REQUESTS),
    figure("requests of the site that was asked most", Math.max(...counts), REQUESTS),
    least("shortest pause between two requests to a host, ms", Math.min(...gaps), 3_000),
    figure("most requests to a host at once", server.most(), 1),
    figure("hours by the clock", Math.round(clock.now() / 360_000) / 10, 0),
    figure("memory at its peak, MB", Math.round(peak / MB), 0),
  ];
}

function figure(what: string, measuredNumber: number, limit: number): Figure {
  return { what, figure: String(measuredNumber), measured: measuredNumber, limit };
}

function least(what: string, measuredNumber: number, limit: number): Figure {
  return { ...figure(what, measuredNumber, limit), atLeast: true };
}

/** Servers that answer after a time, and what they saw: requests, pauses between them, requests at once. */
function simulated(clock: VirtualClock) {
  const counts = new Map<string, number>();
  const gaps = new Map<string, number>();
  const ended = new Map<string, number>();
  const open = new Map<string, number>();
  let most = 0;
  const visit: Visit = async ({ url }) => {
    const { host, pathname } = new URL(url);
    const before = ended.get(host);
    if (before !== undefined)
      gaps.set(host, Math.min(gaps.get(host) ?? Number.POSITIVE_INFINITY, clock.now() - before));
    add(counts, host, 1);
    add(open, host, 1);
    most = Math.max(most, countOf(open, host));
    await clock.sleep(ANSWERS_IN);
    add(open, host, -1);
    ended.set(host, clock.now());
    return answered(host, pathname);
  };
  return { visit, counts, gaps, most: () => most };
}

const LISTS = Math.ceil((REQUESTS - 1) / (FILES_A_LIST + 1));

function answer(body: string, status = 200): Answer {
  const headers = { "content-type": "text/html" };
  return { status, headers, bytes: Buffer.from(body), location: null };
}

function answered(host: string, path: string): Answer {
  if (path === "/robots.txt") return answer("", 404);
  if (path.endsWith(".pdf")) return answer(`%PDF-1.4 ${host}${path}`);
  const page = Number(/\d+/u.exec(path)?.[0] ?? 0);
  const last = REQUESTS - 1 - LISTS;
  const numbers = Array.from({ length: FILES_A_LIST }, (_, at) => page * FILES_A_LIST + at);
  const files = numbers
    .filter((number) => number < last)
    .map((number) => `<li><a href="/f/${number}.pdf">第${number}局2026年部门预算</a></li>`);
  const next = page + 1 < LISTS ? `<a href="/${page + 1}.html">下一页</a>` : "";
  return answer(`<title>${host} 部门预算公开</title><ul>${files.join("")}</ul>${next}`);
}

/** A store that keeps the open rows of runs alone: what is measured is the crawler's own memory. */
function forgetful(): Store {
  const kept = new Map<string, Uint8Array>();
  return {
    address: "memory:",
    put: async (key, bytes) => {
      if (key.includes("/open/")) kept.set(key, bytes);
    },
    putFile: async () => {},
    get: async (key) => kept.get(key),
    size: async (key) => kept.get(key)?.length,
    list: async function* (prefix) {
      for (const key of kept.keys()) if (key.startsWith(prefix)) yield key;
    },
    remove: async (key) => {
      kept.delete(key);
    },
    close: async () => {},
  };
}
