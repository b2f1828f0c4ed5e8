import { setTimeout as wait } from "node:timers/promises";
import { UnreadableSource } from "../../pipeline/model/errors.js";

/**
 * What the work gives, if it is done in time.
 * @throws UnreadableSource where it is not: a damaged PDF can keep its reader busy for ever
 */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const ended = new AbortController();
  const late = wait(milliseconds, undefined, { signal: ended.signal }).then(() => {
    throw new UnreadableSource("damaged", {
      en: "Reading the PDF did not come to an end: it is damaged.",
      zh: "PDF 一直读不完：它已损坏。",
    });
  });
  late.catch(ignoreAbort);
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}

/** The timer that lost the race says so by an error that is of no interest. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
