import type { Job } from "bullmq";
import { foundIn } from "../../crawl/record/found.js";
import {
  completeEnds,
  goesOn,
  hasEnded,
  nextRun,
  readCurrent,
} from "../../crawl/record/journal.js";
import { readSubmitted, writeSubmitted } from "../../crawl/record/submitted.js";
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
import { compileSoon } from "../submit/submission.js";
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
  if (held === undefined) return putOff(taken, Math.min(QUEUE.crawl.untilFree, desk.lock));
  log.info({ event: "taken", stage: "crawl", attempt: job.attemptsMade + 1 });
  const start = performance.now();
  try {
    const stop = AbortSignal.any([desk.stop, desk.handBack, held.lost]);
    const end = await crawled(desk, {
      file,
      site,
      stop,
      run: await runOf(desk, job, site),
      warc: job.data.warc === true,
    });
    log.info({ event: "crawled", stage: "crawl", end, duration_ms: since(start) });
    if (end === "stopped") return await handBackJob(taken, "crawl");
    return { end, submitted: await submitNew(desk, site, job.data.dataset) };
  } finally {
    await held.release();
  }
}

/**
 * The run of a job, remembered in it: a worker that is killed after its end leaves nothing to visit again. Where other
 * runs of the site came before the job was tried again, it takes the one that is next now.
 */
async function runOf({ store }: CrawlDesk, job: Crawling, site: Site): Promise<string> {
  const before = job.data.run;
  if (before !== undefined && (await goesOn(store, site.name, before))) return before;
  const run = await nextRun(store, site.name, new Date());
  await job.updateData({ ...job.data, run });
  return run;
}

interface Crawl {
  readonly file: Parameters<typeof sitesIn>[0];
  readonly site: Site;
  readonly stop: AbortSignal;
  readonly run: string;
  readonly warc: boolean;
}

async function crawled(
  { store }: CrawlDesk,
  { file, site, stop, run, warc }: Crawl,
): Promise<SiteEnd> {
  if (await hasEnded(store, site.name, run)) {
    // Its end may have failed midway: what it found is to be known when it is submitted.
    await completeEnds(store, site.name);
    return "done";
  }
  let end: SiteEnd = "stopped";
  await crawlSites({
    file,
    sites: [site],
    store,
    dryRun: false,
    stop,
    run,
    warc,
    onRow: () => undefined,
    onEnd: (_, ended) => {
      end = ended;
    },
  });
  return end;
}

/**
 * Submits the documents that were not submitted before. Where there are none the dataset is compiled all the same, in a
 * while: what was seen, and what is gone, stands in it.
 */
async function submitNew(desk: CrawlDesk, site: Site, dataset: string): Promise<number> {
  const { store, queues, reader, log } = desk;
  const before = await readSubmitted(store, site.name, dataset);
  // The dataset may be compiled before all of it is submitted: it has the site from now on.
  if (before === undefined) await writeSubmitted(store, { site: site.name, dataset }, []);
  const found = foundIn(await readCurrent(store, site.name), site.region);
  const inputs = found
    .filter(({ found: { path } }) => before?.has(path) !== true)
    .map(({ sha256, fileName, found: origin }) => ({ sha256, fileName, found: origin }));
  if (inputs.length > 0)
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
  const paths = found.map(({ found: { path } }) => path);
  await writeSubmitted(store, { site: site.name, dataset }, paths);
  if (inputs.length === 0 && found.length > 0) await compileSoon(queues, dataset);
  return inputs.length;
}
