import { CRAWL } from "../manners/settings.js";
import type { SitesFile } from "./schema.js";

/** A site with all that is said of it, defaults filled in. */
export interface Site {
  readonly name: string;
  readonly start: readonly string[];
  readonly hosts: readonly string[];
  readonly follow: readonly RegExp[];
  readonly documents: readonly RegExp[];
  readonly ignore: readonly RegExp[];
  readonly depth: number;
  readonly region: string | null;
  /** Milliseconds between two requests to a host. */
  readonly delay: number;
  /** The most requests of one run. */
  readonly budget: number;
  readonly timeZone: string;
  /** The hours in which it may be visited, as `22:00-06:00`; all where null. */
  readonly hours: string | null;
  /** Whether cookies are kept for the length of a call. */
  readonly cookies: boolean;
  /** Cron pattern of its runs; null where it has none. */
  readonly schedule: string | null;
}

/** The sites of a file that was checked. */
export function sitesIn(file: SitesFile): readonly Site[] {
  return file.sites.map((one) => {
    const { name, start, follow, documents, ignore, depth, region = null } = one;
    return {
      name,
      start,
      hosts: one.hosts ?? [...new Set(start.map((url) => new URL(url).hostname))],
      follow: follow.map(patternOf),
      documents: documents.map(patternOf),
      ignore: ignore.map(patternOf),
      depth,
      region,
      delay: secondsOr(one.delay ?? file.delay, CRAWL.delay),
      budget: one.budget ?? file.budget ?? CRAWL.budget,
      timeZone: one.timeZone ?? file.timeZone ?? "Asia/Shanghai",
      hours: one.hours ?? file.hours ?? null,
      cookies: one.cookies ?? file.cookies ?? false,
      schedule: one.schedule ?? file.schedule ?? null,
    };
  });
}

function patternOf(text: string): RegExp {
  return new RegExp(text, "iu");
}

function secondsOr(seconds: number | undefined, otherwise: number): number {
  return seconds === undefined ? otherwise : seconds * 1_000;
}

/** Whether a host is one of a site's. */
export function isHostOf(site: Pick<Site, "hosts">, hostname: string): boolean {
  return site.hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host.toLowerCase(),
  );
}

/** Whether a site may be visited at a time; `at` is milliseconds since 1970. */
export function isOpenAt(
  { hours, timeZone }: Pick<Site, "hours" | "timeZone">,
  at: number,
): boolean {
  if (hours === null) return true;
  const [from = "", to = ""] = hours.split("-");
  const now = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  return from <= to ? from <= now && now < to : from <= now || now < to;
}
