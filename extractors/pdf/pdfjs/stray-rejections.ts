import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { UnreadableSource } from "../../../pipeline/model/errors.js";

/** The documents in hand: each is told of a rejection that pdf.js leaves to nobody. */
const inHand = new Set<(reason: unknown) => void>();
let isListening = false;

/**
 * Reads with pdf.js, which rejects promises that nobody awaits where a file is damaged; Node.js would
 * end the process. Where several PDFs are read in one process at once, all in hand are told damaged.
 *
 * @throws UnreadableSource `damaged` where pdf.js gave up on a part of the document
 */
export async function withStrayRejections<T>(read: () => Promise<T>): Promise<T> {
  listenOnce();
  const stray = new AbortController();
  const onStray = (reason: unknown) => stray.abort(damaged(reason));
  const givenUp = once(stray.signal, "abort").then(() => Promise.reject(stray.signal.reason));
  inHand.add(onStray);
  try {
    // What was given up may be what the reading waits for; or it comes to light at its end.
    return await Promise.race([read().finally(nextTurn), givenUp]);
  } finally {
    inHand.delete(onStray);
  }
}

function damaged(reason: unknown): UnreadableSource {
  const says =
    reason instanceof Error
      ? { en: ` (${reason.message})`, zh: `（${reason.message}）` }
      : { en: "", zh: "" };
  return new UnreadableSource(
    "damaged",
    {
      en: `The PDF is damaged: a part of it cannot be read${says.en}. Fetch it again.`,
      zh: `PDF 已损坏：有一部分无法读取${says.zh}。请重新获取。`,
    },
    { cause: reason },
  );
}

/** Rejections that are not those of pdf.js end the process, as they do without this listener. */
function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  process.on("unhandledRejection", (reason) => {
    if (!isOfPdfJs(reason)) throw reason;
    for (const tell of inHand) tell(reason);
  });
}

function isOfPdfJs(reason: unknown): boolean {
  return reason instanceof Error && reason.stack?.includes("pdfjs-dist") === true;
}
