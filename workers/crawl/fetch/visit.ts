import type { Agent, Response } from "undici";
import { pauseOf, reasonOf } from "../../web/download.js";
import { SourceRefused } from "../../web/errors.js";
import { ask, locationOf, redirected } from "../../web/follow.js";
import { CRAWL } from "../manners/settings.js";

/** One request. */
export interface Asked {
  readonly url: string;
  /** The fields of a form, encoded, where it is sent by POST. */
  readonly form: string | null;
  /** What an earlier answer said, so that the server need not send it again. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Cookies as their header has them; empty or missing where none are sent. */
  readonly cookie?: string;
  readonly mostBytes: number;
}

/** What came of one request. Bytes are unpacked; header names are lower-case. */
export type Answer = Answered | NotAnswered;

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The headers that set cookies. */
  readonly cookies?: readonly string[];
  /** Where it redirects to. */
  readonly location: string | null;
}

/** A request without an answer: `passing` where it may be answered later. */
interface NotAnswered {
  readonly status: null;
  readonly reason: string;
  readonly passing: boolean;
}

/** Makes one request and follows no redirect. */
export type Visit = (asked: Asked) => Promise<Answer>;

/** Visits over a network, as the user agent that is named; an answer may take `longest` milliseconds. */
export function visitsOver(
  network: Agent,
  userAgent: string,
  longest: number = CRAWL.longest,
): Visit {
  return async (asked) => {
    const signal = AbortSignal.timeout(longest);
    const headers = headersOf(asked, userAgent);
    try {
      const asking = { network, signal, headers, form: asked.form ?? undefined };
      return await answerOf(await ask(new URL(asked.url), asking), asked);
    } catch (error) {
      return failureOf(error, longest);
    }
  };
}

/** The milliseconds that an answer asks to wait. */
export function pauseAskedBy({ headers }: Answered): number | undefined {
  return pauseOf(headers["retry-after"] ?? null);
}

function headersOf(
  { etag, lastModified, cookie = "" }: Asked,
  userAgent: string,
): Record<string, string> {
  return {
    "user-agent": userAgent,
    accept: "*/*",
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
    ...(cookie === "" ? {} : { cookie }),
  };
}

async function answerOf(response: Response, asked: Asked): Promise<Answer> {
  const headers = Object.fromEntries(response.headers);
  const { status } = response;
  const said = { status, headers, cookies: response.headers.getSetCookie() };
  const location = locationOf(response);
  if (location !== null) {
    await response.body?.cancel();
    const to = redirected(new URL(asked.url), location).href;
    return { ...said, bytes: new Uint8Array(), location: to };
  }
  const bytes = await within(response, asked.mostBytes);
  if (bytes !== undefined) return { ...said, bytes, location: null };
  return { status: null, reason: `larger than ${asked.mostBytes} bytes`, passing: false };
}

/** The bytes of an answer, counted as they are unpacked; undefined where they are too many. */
async function within({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let count = 0;
  for await (const chunk of body ?? []) {
    count += chunk.length;
    if (count > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failureOf(error: unknown, longest: number): NotAnswered {
  const refused = [error, error instanceof Error ? error.cause : undefined].find(
    (each) => each instanceof SourceRefused,
  );
  if (refused instanceof SourceRefused)
    return {
      status: null,
      reason: "leads to an address that is not of the internet",
      passing: false,
    };
  return { status: null, reason: reasonOf(error, longest).en, passing: true };
}
