import type { Job } from "bullmq";
import { foundIn } from "../../crawl/record/found.js";
import { readCurrent } from "../../crawl/record/journal.js";
import { crawlSites } from "../../crawl/run/crawl-sites.js";
import type { SiteEnd } from "../../crawl/run/desk.js";
import { sitesFile } from "../../crawl/sites/schema.js";
import { sitesIn } from "../../crawl/sites/site.js";
import type { Site } from "../../crawl/sites/site.js";
import { handBackJob, leaveToNewer, putOff } from "../read/put-off.js";
import type { Desk } from "../read/read-job.js";
import type { CrawlEnd, CrawlJob } from "../redis/jobs.js";
import { since } from "../redis/log.js";
import { QUEUE } from "../redis/settings.js";
import { submitSources } from "../submit/submit-sources.js";
import { holdHosts } from "./host-lock.js";

/** What a worker crawls with. */
export interface CrawlDesk extends Desk {
  /** Stops visits after the request in flight: sites go back to the queue. */
  readonly stop: AbortSignal;
  /** The module of the process that unpacks archives. */
  readonly reader: URL;
}

type Crawling = Job<CrawlJob, CrawlEnd>;

/**
 * Crawls the site of a job, then submits the documents that are new. A site one of whose hosts is visited by another
 * worker waits; one that is stopped goes on where it was, at whichever worker takes it.
 *
 * @throws StoreUnavailable, to be tried again
 */
export async function crawlJob(desk: CrawlDesk, job: Crawling, token?: string): Promise<CrawlEnd> {
  const file = sitesFile.parse(job.data.file);
  const [site] = sitesIn(file);
  if (site === undefined) throw new TypeError("the job has no site");
  const log = desk.log.child({ job: job.id, site: site.name });
  const taken = { job, token, log };
  await leaveToNewer(taken, job.data.version);
  const visitor = `${job.id}.${token}`;
  const held = await holdHosts(desk.queues.redis, site.hosts, { visitor, lasts: desk.lock * 2 });
  if (held === undefined) return putOff(taken, QUEUE.crawl.untilFree);
  log.info({ event: "taken", stage: "crawl", attempt: job.attemptsMade + 1 });
  const start = performance.now();
  try {
    const stop = AbortSignal.any([desk.stop, desk.handBack, held.lost]);
    const end = await crawled(desk, { file, site, stop });
    log.info({ event: "crawled", stage: "crawl", end, duration_ms: since(start) });
    if (end === "stopped") return await handBackJob(taken, "crawl");
    return { end, submitted: await submitNew(desk, site, job.data.dataset) };
  } finally {
    await held.release();
  }
}

interface Crawl {
  readonly file: Parameters<typeof sitesIn>[0];
  readonly site: Site;
  readonly stop: AbortSignal;
}

async function crawled({ store }: CrawlDesk, { file, site, stop }: Crawl): Promise<SiteEnd> {
  let end: SiteEnd = "stopped";
  await crawlSites({
    file,
    sites: [site],
    store,
    dryRun: false,
    stop,
    onRow: () => undefined,
    onEnd: (_, ended) => {
      end = ended;
    },
  });
  return end;
}

/** Submits the documents that were not submitted before; a worker that is killed here leaves them to the next run. */
async function submitNew(desk: CrawlDesk, site: Site, dataset: string): Promise<number> {
  const { store, queues, reader, log } = desk;
  const key = `crawl/${site.name}/submitted-${dataset}.json`;
  const stored = await store.get(key);
  const before = new Set<unknown>(
    stored === undefined ? [] : JSON.parse(Buffer.from(stored).toString("utf8")),
  );
  const found = foundIn(await readCurrent(store, site.name), site.region);
  const inputs = found
    .filter(({ found: { path } }) => !before.has(path))
    .map(({ sha256, fileName, found: origin }) => ({ sha256, fileName, found: origin }));
  if (inputs.length === 0) return 0;
  await submitSources({
    queues,
    store,
    dataset,
    reader,
    inputs,
    force: false,
    mostBytes: 0,
    allowPrivate: false,
    onFailure: (name, { en: reason }) => log.warn({ event: "not_submitted", name, reason }),
    onStored: () => undefined,
  });
  await store.put(key, Buffer.from(JSON.stringify(found.map(({ found: { path } }) => path))));
  return inputs.length;
}
