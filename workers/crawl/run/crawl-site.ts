import { countOf } from "../../../pipeline/model/tally.js";
import { keyOf, shapeOf } from "../discover/address.js";
import { linksInJson } from "../discover/json-list.js";
import { pageFacts } from "../discover/page-facts.js";
import type { PageFacts } from "../discover/link.js";
import { contentOf, decoded, nameOf } from "../fetch/content.js";
import type { Answer, Answered } from "../fetch/visit.js";
import { documentsIn } from "../record/known.js";
import type { KnownAddress } from "../record/known.js";
import type { Journal } from "../record/journal.js";
import type { CrawlRow } from "../record/row.js";
import { titleScore } from "../score/score.js";
import { CRAWL } from "../manners/settings.js";
import type { Site } from "../sites/site.js";
import { barOf, consider, isTaken } from "./consider.js";
import type { Desk, SiteEnd } from "./desk.js";
import type { Waiting } from "./frontier.js";
import { askPolitely, haltOf, hashOf, robotsOf } from "./politely.js";
import { beginRun, rowAbout, write } from "./site-run.js";
import type { SiteRun } from "./site-run.js";

/**
 * Visits a site from its start pages, then the documents known from earlier runs that nothing led to. A run that was
 * interrupted goes on: what it visited is not visited again.
 */
export async function crawlSite(site: Site, journal: Journal, desk: Desk): Promise<SiteEnd> {
  const run = beginRun(site, journal, desk);
  for (const url of site.start) addStart(run, url);
  const end = (await visitAll(run)) ?? (await visitAll(withKnown(run))) ?? "done";
  if (end === "done") await journal.end();
  return end;
}

const NO_EVIDENCE = { title: null, issuer: null, published: null };

function addStart(run: SiteRun, url: string): void {
  const key = keyOf(url);
  if (run.seen.has(key)) return;
  run.seen.add(key);
  const said = { form: null, depth: 0, redirects: 0, referrer: null, text: null, score: null };
  run.frontier.add({ ...said, url, key, wants: "page", why: "start", from: NO_EVIDENCE });
}

/** Adds the documents that earlier runs found and this one did not: they may be gone. */
function withKnown(run: SiteRun): SiteRun {
  for (const known of documentsIn(run.journal.known)) {
    const { url, form, link_text: text, title, issuer, published } = known;
    const key = keyOf(url, form);
    if (run.seen.has(key) || known.gone_on !== null) continue;
    run.seen.add(key);
    const said = { depth: 0, redirects: 0, referrer: null, score: null, wants: "file" } as const;
    run.frontier.add({
      ...said,
      url,
      form,
      key,
      text,
      why: "known",
      from: { title, issuer, published },
    });
  }
  return run;
}

/** Visits what waits. Returns why it ended before that. */
async function visitAll(run: SiteRun): Promise<SiteEnd | undefined> {
  for (let next = run.frontier.next(); next !== undefined; next = run.frontier.next()) {
    const before = run.done.get(next.key);
    if (before !== undefined) await goOn(run, next, before);
    else {
      const halt = haltOf(run);
      if (halt !== undefined) return halt;
      await visit(run, next);
    }
  }
  return run.halted;
}

/** Goes on from an address that was visited before the run was interrupted. */
async function goOn(run: SiteRun, waiting: Waiting, row: CrawlRow): Promise<void> {
  if (row.decision === "redirected" && row.location !== null)
    return redirect(run, waiting, row.location);
  const { sha256 } = row;
  const bytes = sha256 === null ? undefined : await run.journal.kept(sha256);
  if (sha256 === null || bytes === undefined) return;
  const answer = { status: 200, headers: contentType(row.media_type), bytes, location: null };
  if (contentOf(answer, waiting.wants === "file") !== "document")
    await leadOn(run, waiting, { sha256, facts: factsAt(waiting, answer) });
}

async function visit(run: SiteRun, waiting: Waiting): Promise<void> {
  const barred = barOf(run, waiting);
  if (barred !== undefined) return write(run, rowAbout(run, waiting, { reason: barred }));
  const rules = await robotsOf(run, new URL(waiting.url).origin);
  if (run.halted !== undefined) return;
  if (!rules.isRead) return fail(run, waiting, UNREAD_ROBOTS);
  if (!rules.allows(waiting.url))
    return write(run, rowAbout(run, waiting, { reason: "robots.txt" }));
  const known = run.journal.known.addresses[waiting.key];
  if (run.desk.dryRun && waiting.wants === "file") {
    const reason = `dry run: would be ${wouldBe(waiting, known)}`;
    return write(run, rowAbout(run, waiting, { decision: "left", reason }));
  }
  const asked = {
    url: waiting.url,
    form: waiting.form,
    etag: known?.etag ?? null,
    lastModified: known?.last_modified ?? null,
    mostBytes: waiting.wants === "file" ? CRAWL.documentBytes : CRAWL.pageBytes,
  };
  const onFailed = (answer: Answer) => write(run, failure(run, waiting, answer));
  const answer = await askPolitely(run, asked, onFailed);
  if (answer !== undefined) await take(run, waiting, answer);
}

/** What would become of a file, by what earlier runs came to know of it. */
function wouldBe({ why }: Waiting, known: KnownAddress | undefined): string {
  const last = known?.versions.at(-1);
  if (known === undefined || last === undefined) return "fetched";
  const isTold = known.etag !== null || known.last_modified !== null;
  const since = isTold ? "if changed since" : "again, since its server tells no changes; seen";
  const lost = why === "known" ? "; no page leads to it any more" : "";
  return `fetched ${since} ${last.last_seen}${lost}`;
}

const UNREAD_ROBOTS: Answer = {
  status: null,
  reason: "robots.txt cannot be reached",
  passing: true,
};

/** Decides what an answer is, writes that down, and goes on from it. */
async function take(run: SiteRun, waiting: Waiting, answer: Answer): Promise<void> {
  const known = run.journal.known.addresses[waiting.key];
  if (answer.status === 304 && known !== undefined && known.sha256 !== null)
    return again(run, waiting, known);
  if (answer.status === null || answer.status >= 400) return fail(run, waiting, answer);
  run.counts.failuresInRow = 0;
  if (answer.location !== null) {
    await write(
      run,
      rowAbout(run, waiting, { ...factsOf(waiting, answer), decision: "redirected" }),
    );
    return redirect(run, waiting, answer.location);
  }
  const sha256 = hashOf(answer.bytes);
  const content = contentOf(answer, waiting.wants === "file");
  if (content === "document") return takeDocument(run, waiting, { ...answer, sha256 });
  if (content === "nothing")
    return write(
      run,
      rowAbout(run, waiting, {
        ...factsOf(waiting, answer),
        decision: "nothing",
        reason: "neither page nor document",
      }),
    );
  await run.journal.keep(answer.bytes, sha256);
  await takePage(run, waiting, { ...answer, sha256 });
}

interface Hashed extends Answered {
  readonly sha256: string;
}

async function takeDocument(run: SiteRun, waiting: Waiting, answer: Hashed): Promise<void> {
  const said = { ...factsOf(waiting, answer), file_name: nameOf(waiting.url, answer.headers) };
  // Nothing told that a file was behind this link: it is judged as one now.
  if (waiting.wants === "page" && waiting.score !== null && !isTaken(waiting.score))
    return write(run, rowAbout(run, waiting, { ...said, decision: "left", reason: "score" }));
  const { sha256 } = answer;
  await run.journal.keep(answer.bytes, sha256);
  const decision = versionOf(run, waiting, sha256);
  await write(run, rowAbout(run, waiting, { ...said, sha256, decision }));
}

/** Whether a document is the one that its address had before. */
function versionOf(run: SiteRun, { key }: Waiting, sha256: string): "unchanged" | "taken" {
  const last = run.journal.known.addresses[key]?.versions.at(-1);
  return last?.sha256 === sha256 ? "unchanged" : "taken";
}

/** A page is kept with what it leads to; one that is a disclosure itself is a document too. */
async function takePage(run: SiteRun, waiting: Waiting, answer: Hashed): Promise<void> {
  const { sha256 } = answer;
  const said = { ...factsOf(waiting, answer), sha256 };
  const other = run.bytesAt.get(sha256);
  if (other !== undefined)
    return write(
      run,
      rowAbout(run, waiting, { ...said, decision: "page", reason: `the same bytes as ${other}` }),
    );
  const facts = factsAt(waiting, answer);
  const decision = isDisclosure(facts, waiting) ? versionOf(run, waiting, sha256) : "page";
  const file_name = decision === "page" ? null : nameOf(waiting.url, answer.headers);
  await write(
    run,
    rowAbout(run, waiting, {
      ...said,
      file_name,
      decision,
      title: facts.title || waiting.from.title,
    }),
  );
  await leadOn(run, waiting, { sha256, facts });
}

/** A page that tells amounts under the title of a disclosure, without files that hold them. */
function isDisclosure(facts: PageFacts, { wants, form }: Waiting): boolean {
  if (wants === "file" || form !== null || facts.noindex || !facts.statesAmounts) return false;
  const hasFile = facts.links.some(
    (link) => !link.inMenu && /\.(?:pdf|docx?|xlsx?|zip|rar|7z|wps|et)$/iu.test(link.url),
  );
  return !hasFile && isTaken(titleScore(facts.title));
}

/** A page with what it says. */
interface ReadPage {
  readonly sha256: string;
  readonly facts: PageFacts;
}

/** Goes on from a page to what it leads to. */
async function leadOn(run: SiteRun, waiting: Waiting, { sha256, facts }: ReadPage): Promise<void> {
  run.bytesAt.set(sha256, waiting.url);
  const shape = shapeOf(waiting.url);
  const evidence = {
    title: facts.title || waiting.from.title,
    issuer: facts.issuer ?? waiting.from.issuer,
    published: facts.published ?? waiting.from.published,
  };
  const links = facts.nofollow ? [] : facts.links;
  const found = await consider(run, links, { url: waiting.url, depth: waiting.depth, evidence });
  const isFruitful = found > 0 || isDisclosure(facts, waiting);
  run.fruitless.set(shape, isFruitful ? 0 : countOf(run.fruitless, shape) + 1);
}

function factsAt({ url, form, from }: Waiting, answer: Answered): PageFacts {
  const text = decoded(answer);
  if (contentOf(answer, false) !== "json") return pageFacts(text, url);
  const silent = {
    issuer: null,
    published: null,
    noindex: false,
    nofollow: false,
    statesAmounts: false,
  };
  return { ...silent, title: from.title ?? "", links: linksInJson(text, { url, form }) };
}

/** An unchanged answer: a page leads on as it did, a document is seen again. */
async function again(run: SiteRun, waiting: Waiting, known: KnownAddress): Promise<void> {
  run.counts.failuresInRow = 0;
  const { sha256, etag, last_modified, media_type, versions } = known;
  const isDocument = versions.at(-1)?.sha256 === sha256;
  const said = { sha256, etag, last_modified, media_type, status: 304, method: methodOf(waiting) };
  const file_name = isDocument ? (versions.at(-1)?.file_name ?? null) : null;
  await write(
    run,
    rowAbout(run, waiting, { ...said, file_name, decision: isDocument ? "unchanged" : "page" }),
  );
  await goOn(run, waiting, rowAbout(run, waiting, { ...said, decision: "page" }));
}

/** Where a redirect leads is judged as a link to it would be. */
async function redirect(run: SiteRun, waiting: Waiting, location: string): Promise<void> {
  const next = {
    ...waiting,
    url: location,
    form: null,
    key: keyOf(location),
    redirects: waiting.redirects + 1,
  };
  // With the cookie that it hands out, what stands there is shown.
  const isShownNow = run.cookies !== undefined && next.key === waiting.key;
  if (run.seen.has(next.key) && !isShownNow) return;
  run.seen.add(next.key);
  const barred = next.redirects > CRAWL.redirects ? "redirects" : barOf(run, next);
  if (barred === undefined)
    run.frontier.add({ ...next, referrer: waiting.url, why: `redirect; ${waiting.why}` });
  else if (!run.done.has(next.key)) await write(run, rowAbout(run, next, { reason: barred }));
}

async function fail(run: SiteRun, waiting: Waiting, answer: Answer): Promise<void> {
  await write(run, failure(run, waiting, answer));
  const isAway = answer.status === null ? answer.passing : answer.status >= 500;
  run.counts.failuresInRow = isAway ? run.counts.failuresInRow + 1 : 0;
  const isLost = isAway && waiting.why === "start";
  if (isLost || run.counts.failuresInRow >= CRAWL.failuresInRow) run.halted ??= "away";
}

function failure(run: SiteRun, waiting: Waiting, answer: Answer): CrawlRow {
  if (answer.status === null)
    return rowAbout(run, waiting, {
      method: methodOf(waiting),
      decision: "failed",
      reason: answer.reason,
    });
  const decision = answer.status === 404 || answer.status === 410 ? "gone" : "failed";
  return rowAbout(run, waiting, {
    ...factsOf(waiting, answer),
    decision,
    reason: `status ${answer.status}`,
  });
}

function factsOf(
  waiting: Waiting,
  { status, headers, bytes, location }: Answered,
): Partial<CrawlRow> {
  return {
    status,
    location,
    method: methodOf(waiting),
    bytes: bytes.length,
    media_type: headers["content-type"] ?? null,
    etag: headers["etag"] ?? null,
    last_modified: headers["last-modified"] ?? null,
  };
}

function methodOf({ form }: Waiting): "GET" | "POST" {
  return form === null ? "GET" : "POST";
}

function contentType(type: string | null): Record<string, string> {
  return type === null ? {} : { "content-type": type };
}
