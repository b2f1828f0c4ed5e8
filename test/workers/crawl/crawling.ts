import { openLanes } from "../../../workers/crawl/fetch/lanes.js";
import { visitsOver } from "../../../workers/crawl/fetch/visit.js";
import { CLOCK } from "../../../workers/crawl/manners/clock.js";
import type { Clock } from "../../../workers/crawl/manners/clock.js";
import { nextRun, openJournal } from "../../../workers/crawl/record/journal.js";
import { archivedBy } from "../../../workers/crawl/record/warc.js";
import type { CrawlRow } from "../../../workers/crawl/record/row.js";
import { crawlSite } from "../../../workers/crawl/run/crawl-site.js";
import type { SiteEnd } from "../../../workers/crawl/run/desk.js";
import { sitesFile } from "../../../workers/crawl/sites/schema.js";
import { sitesIn } from "../../../workers/crawl/sites/site.js";
import type { Site } from "../../../workers/crawl/sites/site.js";
import { openStore } from "../../../workers/store/open-store.js";
import type { Store } from "../../../workers/store/store.js";
import { networkOf } from "../../../workers/web/network.js";
import type { Admits } from "../../../workers/web/network.js";

/** Bytes of a document that no other number has. */
export const pretended = (number: number): Uint8Array =>
  Buffer.from(`%PDF-1.4 document ${number}\n`);

/** A site as sites.yaml says it, visited without pauses unless it says otherwise. */
export function siteOf(said: Record<string, unknown>): Site {
  const file = sitesFile.parse({
    contact: "test@example.cn",
    sites: [{ name: "one", delay: 0, ...said }],
  });
  const [site] = sitesIn(file);
  if (site === undefined) throw new Error("there is no site");
  return site;
}

export interface Crawled {
  readonly end: SiteEnd;
  readonly rows: readonly CrawlRow[];
}

/** Crawls a site of this machine. */
export async function crawled(
  site: Site,
  folder: string | Store,
  more: {
    readonly stop?: AbortSignal;
    readonly dryRun?: boolean;
    readonly admits?: Admits;
    readonly clock?: Clock;
    readonly warc?: boolean;
    readonly onRow?: (row: CrawlRow) => void;
  } = {},
): Promise<Crawled> {
  const { stop = new AbortController().signal, dryRun = false, admits = () => true } = more;
  const store = typeof folder === "string" ? await openStore(folder) : folder;
  const network = networkOf(admits);
  const rows: CrawlRow[] = [];
  const onRow = (row: CrawlRow) => {
    rows.push(row);
    more.onRow?.(row);
  };
  const visit = visitsOver(network, "gongkai/test (+test@example.cn)");
  const { clock = CLOCK, warc = false } = more;
  const archived = warc ? { archived: archivedBy("gongkai/test") } : {};
  const desk = { clock, lanes: openLanes(clock), visit, dryRun, stop, onRow, ...archived };
  try {
    const journal = await openJournal(
      store,
      site.name,
      await nextRun(store, site.name, new Date()),
    );
    return { end: await crawlSite(site, journal, desk), rows };
  } finally {
    await network.destroy();
  }
}
