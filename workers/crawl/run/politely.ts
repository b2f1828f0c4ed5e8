import { createHash } from "node:crypto";
import { isHostOf } from "../sites/site.js";
import { pauseAskedBy } from "../fetch/visit.js";
import type { Answer, Asked } from "../fetch/visit.js";
import { EMPTY_ROW } from "../record/row.js";
import { rulesIn } from "../robots/rules.js";
import type { RobotsRules } from "../robots/rules.js";
import { CRAWL } from "../manners/settings.js";
import { isOpenAt } from "../sites/site.js";
import type { SiteEnd } from "./desk.js";
import { timeOf, write } from "./site-run.js";
import type { SiteRun } from "./site-run.js";

/** Why a run makes no more requests now. */
export function haltOf(run: SiteRun): SiteEnd | undefined {
  if (run.halted !== undefined) return run.halted;
  if (run.desk.stop.aborted) return "stopped";
  if (run.counts.requests >= run.site.budget) return "budget";
  return isOpenAt(run.site, run.desk.clock.now()) ? undefined : "hours";
}

/**
 * Asks for an address when it is its host's turn; a failure that may pass is tried again, later each time. `onFailed`
 * is told of each try that is not the last. Undefined where the run has to end before it can ask.
 */
export async function askPolitely(
  run: SiteRun,
  asked: Asked,
  onFailed: (answer: Answer) => Promise<void>,
): Promise<Answer | undefined> {
  for (let left = CRAWL.tries, pause = CRAWL.firstPause; ; left -= 1, pause *= 2) {
    const answer = await askOnce(run, asked);
    if (answer === undefined || !mayPass(answer)) return answer;
    const wanted = answer.status === null ? undefined : pauseAskedBy(answer);
    if (wanted !== undefined && wanted > CRAWL.longestPause) {
      run.halted = "asked_to_wait";
      return answer;
    }
    if (left <= 1 || haltOf(run) !== undefined) return answer;
    await onFailed(answer);
    run.desk.lanes.rest(new URL(asked.url).host, Math.max(wanted ?? 0, pause));
  }
}

async function askOnce(run: SiteRun, asked: Asked): Promise<Answer | undefined> {
  const { host, origin } = new URL(asked.url);
  const rules = await run.robots.get(origin);
  const delay = Math.max(run.site.delay, rules?.delay ?? 0);
  return run.desk.lanes.turn(host, delay, async () => {
    // Its hours may have ended, and the program may have been stopped, while it waited for its turn.
    run.halted = haltOf(run);
    if (run.halted !== undefined) return undefined;
    run.counts.requests += 1;
    const sent = { ...asked, cookie: (await run.cookies?.getCookieString(asked.url)) ?? "" };
    const answer = await run.desk.visit(sent);
    if (answer.status === null) return answer;
    for (const cookie of answer.cookies ?? [])
      await run.cookies?.setCookie(cookie, asked.url, { ignoreError: true });
    if (run.desk.archived !== undefined) await run.journal.archive(run.desk.archived(sent, answer));
    return answer;
  });
}

function mayPass(answer: Answer): boolean {
  if (answer.status === null) return answer.passing;
  return (
    answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500
  );
}

/** What a host lets this run visit: of its robots.txt, which is asked for once a day. */
export function robotsOf(run: SiteRun, origin: string): Promise<RobotsRules> {
  const known = run.robots.get(origin) ?? readRobots(run, origin);
  run.robots.set(origin, known);
  return known;
}

async function readRobots(run: SiteRun, origin: string): Promise<RobotsRules> {
  const url = `${origin}/robots.txt`;
  const before = lastRobots(run, origin);
  if (before !== undefined) {
    const bytes = before.sha256 === null ? undefined : await run.journal.kept(before.sha256);
    return rulesIn(url, before.status, textOf(bytes));
  }
  const answer = await robotsAnswer(run, url);
  if (answer === undefined) return rulesIn(url, null, "");
  const bytes = answer.status === null ? new Uint8Array() : answer.bytes;
  const sha256 = hashOf(bytes);
  await run.journal.keep(bytes, sha256);
  await write(run, {
    ...EMPTY_ROW,
    run: run.journal.run,
    site: run.site.name,
    visited_at: timeOf(run),
    url,
    sha256,
    method: "GET",
    status: answer.status,
    bytes: bytes.length,
    decision: "robots",
    reason: answer.status === null ? answer.reason : null,
  });
  return rulesIn(url, answer.status, textOf(bytes));
}

/** The rules that were read within a day: in this run or before. */
function lastRobots({ journal, desk }: SiteRun, origin: string) {
  const here = journal.before.findLast(
    ({ decision, url }) => decision === "robots" && new URL(url).origin === origin,
  );
  const last = here ?? journal.known.robots[origin];
  if (last === undefined || last.status === null || last.status >= 500) return undefined;
  return desk.clock.now() - Date.parse(last.visited_at) < CRAWL.robotsKept ? last : undefined;
}

/** Follows the redirects of a robots.txt (RFC 9309, 2.3.1.2) to hosts of the site; elsewhere it counts as unreachable. */
async function robotsAnswer(run: SiteRun, url: string): Promise<Answer | undefined> {
  let at = url;
  for (let count = 0; count <= CRAWL.redirects; count += 1) {
    const asked = {
      url: at,
      form: null,
      etag: null,
      lastModified: null,
      mostBytes: CRAWL.robotsBytes,
    };
    const answer = await askOnce(run, asked);
    if (answer === undefined || answer.status === null || answer.location === null) return answer;
    if (!isHostOf(run.site, new URL(answer.location).hostname))
      return { status: null, reason: `redirected to ${answer.location}`, passing: false };
    at = answer.location;
  }
  return { status: 404, headers: {}, bytes: new Uint8Array(), location: null };
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : Buffer.from(bytes).toString("utf8");
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
