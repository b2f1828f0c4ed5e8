import { countOf } from "../../../pipeline/model/tally.js";
import { isFileAddress, keyOf, shapeOf, trapIn } from "../discover/address.js";
import type { Link } from "../discover/link.js";
import { scoreOf } from "../score/score.js";
import type { Score } from "../score/score.js";
import { SCORE } from "../score/weights.js";
import { CRAWL } from "../manners/settings.js";
import { isHostOf } from "../sites/site.js";
import type { Site } from "../sites/site.js";
import type { Evidence, Waiting } from "./frontier.js";
import { rowAbout, write } from "./site-run.js";
import type { SiteRun } from "./site-run.js";

/** The page that links stand on. */
export interface OnPage {
  readonly url: string;
  readonly depth: number;
  readonly evidence: Evidence;
}

/**
 * Decides on each link of a page: those worth a visit wait for it; files that are not taken are told. Returns how many
 * are worth one for what they are called.
 */
export async function consider(
  run: SiteRun,
  links: readonly Link[],
  page: OnPage,
): Promise<number> {
  let count = 0;
  for (const link of links) {
    const waiting = waitingFor(run.site, link, page);
    if (run.seen.has(waiting.key)) continue;
    const refusal = refusalOf(run, link, waiting);
    if (refusal === undefined && run.frontier.add(waiting)) {
      run.seen.add(waiting.key);
      if (waiting.why === "link") count += 1;
    } else
      await tell(
        run,
        waiting,
        refusal ?? { decision: "refused", reason: "too many addresses wait" },
      );
  }
  return count;
}

/** Files that are left, and what would have been visited but for a rule, are told once. */
async function tell(run: SiteRun, waiting: Waiting, said: Refusal): Promise<void> {
  const isWanted = (waiting.score?.total ?? 0) >= SCORE.follow;
  if (waiting.wants !== "file" && (said.decision === "left" || !isWanted)) return;
  run.seen.add(waiting.key);
  if (!run.done.has(waiting.key)) await write(run, rowAbout(run, waiting, said));
}

function waitingFor(site: Site, link: Link, page: OnPage): Waiting {
  const { url, form, text } = link;
  const isFile =
    isFileAddress(url) || (form !== null && link.how === "link") || fits(site.documents, url);
  const isNext = link.how === "next" && isSibling(url, page.url);
  return {
    url,
    form,
    key: keyOf(url, form),
    referrer: page.url,
    text: text === "" ? link.row || null : text,
    wants: isFile ? "file" : "page",
    depth: isNext || link.how === "list" || link.how === "frame" ? page.depth : page.depth + 1,
    redirects: 0,
    why: isNext ? "next" : link.how,
    score: scoreOf(link, page.evidence.title ?? ""),
    from: page.evidence,
  };
}

/** Whether an address goes on with the list of a page: in its folder, under its name with another number. */
function isSibling(url: string, page: string): boolean {
  return listOf(url) === listOf(page);
}

function listOf(address: string): string {
  const { host, pathname } = new URL(address);
  const at = pathname.lastIndexOf("/") + 1;
  const [name = ""] = pathname.slice(at).split(".");
  return `${host}${pathname.slice(0, at)}${(name === "" ? "index" : name).replaceAll(/_|\d/gu, "")}`;
}

interface Refusal {
  readonly decision: "refused" | "left";
  readonly reason: string;
}

function refusalOf(run: SiteRun, link: Link, waiting: Waiting): Refusal | undefined {
  const { site } = run;
  const barred = barOf(run, waiting);
  if (link.nofollow) return refused("nofollow");
  if (barred !== undefined) return refused(barred);
  if (waiting.wants === "file") {
    if (fits(site.documents, waiting.url)) return undefined;
    return isTaken(waiting.score) ? undefined : { decision: "left", reason: "score" };
  }
  if (fits(site.follow, waiting.url) || ["frame", "next", "list"].includes(waiting.why))
    return undefined;
  return (waiting.score?.total ?? 0) >= SCORE.follow
    ? undefined
    : { decision: "left", reason: "score" };
}

export function isTaken(score: Score | null): boolean {
  return (score?.total ?? 0) >= SCORE.take;
}

function refused(reason: string): Refusal {
  return { decision: "refused", reason };
}

/** The rule by which an address is not visited at all; undefined where it may be. */
export function barOf(
  { site, fruitless }: SiteRun,
  { url, depth, wants }: Pick<Waiting, "url" | "depth" | "wants">,
): string | undefined {
  const { hostname, username, password } = new URL(url);
  if (username !== "" || password !== "") return "credentials in the address";
  if (!isHostOf(site, hostname)) return "host";
  if (fits(site.ignore, url)) return "ignored";
  if (depth > site.depth) return "depth";
  const trap = trapIn(url);
  if (trap !== undefined) return trap;
  const isBarren = wants === "page" && countOf(fruitless, shapeOf(url)) >= CRAWL.fruitless;
  return isBarren ? "nothing found at addresses of this shape" : undefined;
}

function fits(patterns: readonly RegExp[], url: string): boolean {
  return patterns.some((pattern) => pattern.test(url));
}
