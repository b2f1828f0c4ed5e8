import { CookieJar } from "tough-cookie";
import { keyOf } from "../discover/address.js";
import type { Journal } from "../record/journal.js";
import { EMPTY_ROW } from "../record/row.js";
import type { CrawlRow } from "../record/row.js";
import type { RobotsRules } from "../robots/rules.js";
import type { Site } from "../sites/site.js";
import type { Desk, SiteEnd } from "./desk.js";
import { openFrontier } from "./frontier.js";
import type { Frontier, Waiting } from "./frontier.js";

/** The run of one site: what it shares with others, and what it has come to so far. */
export interface SiteRun {
  readonly site: Site;
  readonly desk: Desk;
  readonly journal: Journal;
  readonly frontier: Frontier;
  /** Addresses that were decided on in this run. */
  readonly seen: Set<string>;
  /** The rows that it wrote before it was interrupted, by address: those are not visited again. */
  readonly done: ReadonlyMap<string, CrawlRow>;
  /** Pages by their bytes, each with the address that had them first. */
  readonly bytesAt: Map<string, string>;
  /** Pages of each shape since one of them led to anything. */
  readonly fruitless: Map<string, number>;
  readonly robots: Map<string, Promise<RobotsRules>>;
  /** The cookies of this call; undefined where none are kept. */
  readonly cookies: CookieJar | undefined;
  readonly counts: { requests: number; failuresInRow: number };
  /** Why the run must end before its addresses do. */
  halted: SiteEnd | undefined;
}

export function beginRun(site: Site, journal: Journal, desk: Desk): SiteRun {
  const done = new Map(
    journal.before
      .filter((row) => row.decision !== "robots" && !mayPass(row) && !leadsToItself(row))
      .map((row) => [keyOf(row.url, row.form), row]),
  );
  return {
    site,
    desk,
    journal,
    done,
    frontier: openFrontier(),
    seen: new Set(),
    bytesAt: new Map(),
    fruitless: new Map(),
    robots: new Map(),
    cookies: site.cookies ? new CookieJar() : undefined,
    counts: { requests: 0, failuresInRow: 0 },
    halted: undefined,
  };
}

/** A failure that is tried again when the run goes on. */
function mayPass({ decision, status }: CrawlRow): boolean {
  return decision === "failed" && (status === null || status === 429 || status >= 500);
}

/** Such a redirect hands out a cookie; what stands there was not seen yet. */
function leadsToItself({ url, form, location }: CrawlRow): boolean {
  return form === null && location !== null && keyOf(location) === keyOf(url);
}

/** A row about an address that waits, with what is said over it. */
export function rowAbout(run: SiteRun, waiting: Waiting, said: Partial<CrawlRow>): CrawlRow {
  const { url, form, referrer, text, depth, score, from } = waiting;
  return {
    ...EMPTY_ROW,
    run: run.journal.run,
    site: run.site.name,
    visited_at: timeOf(run),
    url,
    form,
    referrer,
    link_text: text,
    depth,
    score: score?.total ?? null,
    parts: score?.parts.join("; ") ?? null,
    ...from,
    reason: waiting.why,
    decision: "refused",
    ...said,
  };
}

/** Writes a row, before anything that depends on it is done. */
export async function write(run: SiteRun, row: CrawlRow): Promise<void> {
  await run.journal.add(row);
  run.desk.onRow(row);
}

export function timeOf({ desk }: SiteRun): string {
  return new Date(desk.clock.now()).toISOString();
}
