import PQueue from "p-queue";
import { VERSION } from "../../../index.js";
import type { Store } from "../../store/store.js";
import { isPublic, networkOf } from "../../web/index.js";
import { CLOCK } from "../manners/clock.js";
import { openLanes } from "../fetch/lanes.js";
import { visitsOver } from "../fetch/visit.js";
import { nextRun, openJournal } from "../record/journal.js";
import type { CrawlRow } from "../record/row.js";
import { archivedBy } from "../record/warc.js";
import { PRODUCT } from "../robots/rules.js";
import { crawlSite } from "./crawl-site.js";
import type { Desk, SiteEnd } from "./desk.js";
import { CRAWL } from "../manners/settings.js";
import type { SitesFile } from "../sites/schema.js";
import type { Site } from "../sites/site.js";

export interface CrawlOptions {
  readonly file: Pick<SitesFile, "contact" | "allowPrivate">;
  readonly sites: readonly Site[];
  /** Where pages, documents and what is known of them are kept. */
  readonly store: Store;
  readonly dryRun: boolean;
  readonly stop: AbortSignal;
  readonly onRow: (row: CrawlRow) => void;
  readonly onEnd: (site: Site, end: SiteEnd) => void;
  /** Names the run of a site, as `nextRun` does; where none is given, it is asked for. */
  readonly run?: string;
  /** Keep each exchange, as archives of the web do. */
  readonly warc?: boolean;
}

/** Whom the servers see: the program, and whom to write to. */
export function userAgentOf({ contact }: Pick<SitesFile, "contact">): string {
  return `${PRODUCT}/${VERSION} (+${contact})`;
}

/** Crawls sites, several at once; each host has one connection, whichever sites share it. */
export async function crawlSites(options: CrawlOptions): Promise<void> {
  const network = networkOf(options.file.allowPrivate ? () => true : isPublic);
  const userAgent = userAgentOf(options.file);
  const desk = {
    ...options,
    clock: CLOCK,
    lanes: openLanes(CLOCK, options.stop),
    visit: visitsOver(network, userAgent),
    ...(options.warc === true ? { archived: archivedBy(userAgent) } : {}),
  };
  try {
    await crawlAt(desk, options);
  } finally {
    await network.destroy();
  }
}

/** The same at a desk of its own: with another clock, or other servers. */
export async function crawlAt(
  desk: Desk,
  { sites, store, onEnd, run }: Pick<CrawlOptions, "sites" | "store" | "onEnd" | "run">,
): Promise<void> {
  const queue = new PQueue({ concurrency: CRAWL.sitesAtOnce });
  const one = async (site: Site) => {
    const name = run ?? (await nextRun(store, site.name, new Date(desk.clock.now())));
    const journal = await openJournal(store, site.name, name);
    onEnd(site, await crawlSite(site, journal, desk));
  };
  await Promise.all(sites.map((site) => queue.add(() => one(site))));
}
