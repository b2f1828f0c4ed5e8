import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import { UnreadableSource } from "../../index.js";
import { masked } from "./masked.js";

/** A disclosure as a web server gave it. */
export interface Downloaded {
  readonly bytes: Uint8Array;
  /** The last part of its address. */
  readonly fileName: string;
  /** Its address, without secrets. */
  readonly address: string;
  readonly retrievedAt: Date;
}

/** A web server did not give a document, and may do so later. */
export class SourceUnavailable extends Error {
  override readonly name = "SourceUnavailable";
  /** How long the server asked to wait, in milliseconds. */
  readonly after: number | undefined;
  constructor(message: string, options: ErrorOptions & { readonly after?: number } = {}) {
    super(message, options);
    this.after = options.after;
  }
}

const LARGEST = 2 ** 31;
const LONGEST = 10 * 60_000;
const LONGEST_PAUSE = 5 * 60_000;
const RETRIES = { retries: 5, minTimeout: 1_000, maxTimeout: 60_000, randomize: true };

/**
 * Fetches a document over HTTP. What may pass is tried again, after the pause that the server asks for.
 *
 * @throws UnreadableSource `not_found` where there is none, `too_large`
 * @throws SourceUnavailable where all tries were in vain
 */
export async function download(url: string): Promise<Downloaded> {
  const bytes = await pRetry(() => tryOnce(url), {
    ...RETRIES,
    shouldRetry: ({ error }) => error instanceof SourceUnavailable,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (error instanceof SourceUnavailable && error.after !== undefined && retriesLeft > 0)
        await sleep(Math.min(error.after, LONGEST_PAUSE));
    },
  });
  return {
    bytes,
    fileName: fileNameOf(url),
    address: publicAddress(url),
    retrievedAt: new Date(),
  };
}

/** An address without who may use it. */
export function publicAddress(url: string): string {
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  return masked(parsed.href);
}

function fileNameOf(url: string): string {
  const { pathname, host } = new URL(url);
  const last = pathname.split("/").findLast((part) => part !== "") ?? host;
  try {
    return decodeURIComponent(last);
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

async function tryOnce(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(withoutUser(url), {
      headers: headersFor(url),
      signal: AbortSignal.timeout(LONGEST),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(response);
    }
    return await bodyOf(response);
  } catch (cause) {
    if (cause instanceof UnreadableSource || cause instanceof SourceUnavailable) throw cause;
    throw new SourceUnavailable(`It cannot be fetched: ${reasonOf(cause)}`, { cause });
  }
}

/** `fetch` takes no name and password in an address. */
function withoutUser(url: string): string {
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

function headersFor(url: string): Record<string, string> {
  const { username, password } = new URL(url);
  if (username === "" && password === "") return {};
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(user).toString("base64")}` };
}

function refusal({ status, headers }: Response): Error {
  const says = `The server answers ${status}.`;
  if (status !== 408 && status !== 425 && status !== 429 && status < 500)
    return new UnreadableSource("not_found", says);
  const after = pauseOf(headers.get("retry-after"));
  return new SourceUnavailable(says, after === undefined ? {} : { after });
}

/** The milliseconds of a Retry-After header: seconds, or a date. */
function pauseOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/u.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

async function bodyOf({ body, headers }: Response): Promise<Uint8Array> {
  if (Number(headers.get("content-length") ?? 0) > LARGEST) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > LARGEST) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): UnreadableSource {
  return new UnreadableSource("too_large", "It is larger than 2 GiB.");
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it takes longer than ${LONGEST / 60_000} minutes`;
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return masked(cause);
}
