import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import type { Agent, Response } from "undici";
import { UnreadableSource } from "../../index.js";
import { inBoth } from "../../pipeline/model/finding.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { masked, publicAddress } from "./masked.js";
import { isOfSource, SourceUnavailable, UnwritableScratch } from "./errors.js";
import { fileNameOf } from "./file-name.js";
import { answerAt } from "./follow.js";
import { receive, tooLarge } from "./receive.js";
import type { Into, Received } from "./receive.js";
import { WEB } from "./settings.js";

/** A disclosure as a web server gave it, in a file. */
export interface Downloaded extends Received {
  /** Made of its address by `fileNameOf`. */
  readonly fileName: string;
  /** Its address, without secrets. */
  readonly address: string;
  readonly retrievedAt: Date;
}

export interface DownloadOptions {
  /** Where the file is written, under a name of its own; the caller removes it. */
  readonly folder: string;
  readonly network: Agent;
  /** The most bytes that are taken of a document. */
  readonly mostBytes: number;
}

const RETRIES = { retries: 5, minTimeout: 1_000, maxTimeout: 60_000, randomize: true };

let count = 0;

/**
 * Fetches a document over HTTP into a file. What may pass is tried again, after the pause that the
 * server asks for.
 *
 * @throws UnreadableSource `not_found` where there is none
 * @throws SourceRefused where it is larger than is taken, or leads to an address that is not admitted
 * @throws SourceUnavailable where all tries were in vain
 * @throws UnwritableScratch
 */
export async function download(url: string, options: DownloadOptions): Promise<Downloaded> {
  count += 1;
  const into = { path: join(options.folder, String(count)), mostBytes: options.mostBytes };
  const received = await pRetry(() => tryOnce(url, options.network, into), {
    ...RETRIES,
    shouldRetry: ({ error }) => error instanceof SourceUnavailable,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (error instanceof SourceUnavailable && error.after !== undefined && retriesLeft > 0)
        await sleep(Math.min(error.after, WEB.longestPause));
    },
  });
  return {
    ...received,
    fileName: fileNameOf(url),
    address: publicAddress(url),
    retrievedAt: new Date(),
  };
}

async function tryOnce(url: string, network: Agent, into: Into): Promise<Received> {
  try {
    const response = await answerAt(url, { network, signal: AbortSignal.timeout(WEB.longest) });
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(response);
    }
    return await bodyOf(response, into);
  } catch (cause) {
    const known = [cause, cause instanceof Error ? cause.cause : undefined].find(saysAll);
    if (known !== undefined) throw known;
    const reason = reasonOf(cause);
    const says = { en: `It cannot be fetched: ${reason.en}`, zh: `无法获取：${reason.zh}` };
    throw new SourceUnavailable(says, { cause });
  }
}

/** Errors that say all there is to say. What refuses a connection is the cause of the error of `fetch`. */
function saysAll(error: unknown): boolean {
  return isOfSource(error) || error instanceof UnwritableScratch;
}

function refusal({ status, headers }: Response): Error {
  const says = { en: `The server answers ${status}.`, zh: `服务器返回 ${status}。` };
  if (status !== 408 && status !== 425 && status !== 429 && status < 500)
    return new UnreadableSource("not_found", says);
  const after = pauseOf(headers.get("retry-after"));
  return new SourceUnavailable(says, after === undefined ? {} : { after });
}

/** The milliseconds of a Retry-After header: seconds, or a date. */
export function pauseOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/u.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

async function bodyOf({ body, headers }: Response, into: Into): Promise<Received> {
  const announced = headers.get("content-length");
  if (announced !== null && Number(announced) > into.mostBytes) {
    await body?.cancel();
    throw tooLarge(Number(announced), into.mostBytes);
  }
  return receive(body ?? noBytes(), into);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** Why nothing was answered, as far as the error says; an answer might take `longest` milliseconds. */
export function reasonOf(error: unknown, longest: number = WEB.longest): Bilingual<string> {
  if (error instanceof Error && error.name === "TimeoutError") return tooSlow(longest / 1_000);
  return inBoth(error instanceof Error ? masked(innermost(error)) : String(error));
}

function tooSlow(seconds: number): Bilingual<string> {
  return { en: `it takes longer than ${seconds} s`, zh: `耗时超过 ${seconds} 秒` };
}

function innermost({ cause, message }: Error): string {
  return cause instanceof Error ? cause.message : message;
}
