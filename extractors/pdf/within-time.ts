import { setTimeout as wait } from "node:timers/promises";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { PDF } from "./settings.js";

/**
 * What the work gives, if it is done in time: processor time, since a machine that is busy with other things is no
 * fault of the document.
 * @param milliseconds how long the work may take; what stands still for as long will never be done
 * @throws UnreadableSource where it is not: a damaged PDF can keep its reader busy, or waiting, for ever
 */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const ended = new AbortController();
  const late = untilLate(milliseconds, ended.signal).then(() => {
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

/** Ends when that much processor time was used, or nearly none for that long. */
async function untilLate(milliseconds: number, signal: AbortSignal): Promise<void> {
  const start = processorTime();
  for (let last = start; ;) {
    await wait(milliseconds, undefined, { signal });
    const now = processorTime();
    if (now - start >= milliseconds || now - last < PDF.time.standstill * milliseconds) return;
    last = now;
  }
}

/** Processor time of this process, milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The timer that lost the race says so by an error that is of no interest. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
