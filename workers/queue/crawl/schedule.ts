import { VERSION } from "../../../index.js";
import { saidBy } from "../../../pipeline/model/errors.js";
import { WrongSites } from "../../crawl/sites/read-sites.js";
import type { SitesFile } from "../../crawl/sites/schema.js";
import { sitesIn } from "../../crawl/sites/site.js";
import type { Site } from "../../crawl/sites/site.js";
import { COMPILE_KEPT, RETRIES } from "../redis/jobs.js";
import type { Queues } from "../redis/queues.js";

/** What became of the schedule: the sites that are crawled by it, and those that no longer are. */
export interface Scheduled {
  readonly sites: readonly string[];
  readonly removed: readonly string[];
}

interface Into {
  readonly dataset: string;
  /** Keep each exchange. */
  readonly warc: boolean;
}

/**
 * Has the sites of a file crawled by their cron patterns, and those that are not in it any more not.
 *
 * @throws WrongSites where a pattern is none
 */
export async function scheduleSites(
  { crawl }: Queues,
  file: SitesFile,
  { dataset, warc }: Into,
): Promise<Scheduled> {
  const sites = sitesIn(file).filter(({ schedule }) => schedule !== null);
  const names = new Set(sites.map(({ name }) => name));
  for (const site of sites) {
    const said = { ...file, sites: file.sites.filter(({ name }) => name === site.name) };
    const data = { file: said, dataset, version: VERSION, ...(warc ? { warc } : {}) };
    try {
      await crawl.upsertJobScheduler(site.name, repeatOf(site), {
        name: "crawl",
        data,
        opts: { ...RETRIES, ...COMPILE_KEPT },
      });
    } catch (cause) {
      throw wrongPattern(site, cause);
    }
  }
  const known = (await crawl.getJobSchedulers()).map(({ key }) => key);
  const removed = known.filter((key) => !names.has(key));
  for (const key of removed) await crawl.removeJobScheduler(key);
  return { sites: [...names], removed };
}

function repeatOf({ schedule, timeZone }: Site) {
  return { pattern: schedule ?? "", tz: timeZone };
}

function wrongPattern({ name, schedule }: Site, cause: unknown): unknown {
  if (!(cause instanceof Error) || "code" in cause) return cause;
  const { en, zh } = saidBy(cause);
  return new WrongSites(
    {
      en: `${name}: expected a cron pattern such as 0 30 2 * * *, found ${schedule} (${en})`,
      zh: `${name}：schedule 应为 cron 表达式，如 0 30 2 * * *，现为 ${schedule}（${zh}）`,
    },
    { cause },
  );
}
