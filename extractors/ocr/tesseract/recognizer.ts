import { Worker as Thread } from "node:worker_threads";
import type { Worker } from "tesseract.js";
import { OcrUnavailable } from "../engine/unavailable.js";

/** How Tesseract looks at a picture: as one line, or as one whose size the picture itself is. */
export type Mode = "line" | "raw_line";

/** Tesseract with its language loaded, in a thread of its own. */
export interface Recognizer {
  /** What it reads in a PNM file, as hOCR with a choice of readings a character. */
  readonly recognize: (file: Uint8Array, mode: Mode) => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * Starts Tesseract with the language data in a folder of this machine.
 *
 * @throws OcrUnavailable where it does not start
 */
export async function openRecognizer(folder: string): Promise<Recognizer> {
  const { createWorker, OEM, PSM } = await library();
  const worker = await started((errorHandler) =>
    createWorker("chi_sim", OEM.LSTM_ONLY, { ...loadedFrom(folder), errorHandler }),
  );
  await worker.setParameters(PARAMETERS);
  const thread = threadOf(worker);
  thread.unref();
  let hasEnded = false;
  thread.once("exit", () => (hasEnded = true));

  const modes = { line: PSM.SINGLE_LINE, raw_line: PSM.RAW_LINE };
  let mode: Mode | undefined;
  const read = async (file: Uint8Array, wanted: Mode): Promise<string> => {
    if (hasEnded) throw new Error("Tesseract has ended.");
    if (mode !== wanted) await worker.setParameters({ tessedit_pageseg_mode: modes[wanted] });
    mode = wanted;
    const { data } = await worker.recognize(Buffer.from(file), {}, { text: false, hocr: true });
    return data.hocr ?? "";
  };
  // One after another: the mode is that of the whole thread.
  let last: Promise<unknown> = Promise.resolve();
  return {
    recognize: (file, wanted) => {
      const next = last.then(() => kept(thread, () => read(file, wanted)));
      last = next.catch(() => null);
      return next;
    },
    close: async () => {
      await thread.terminate();
    },
  };
}

const PARAMETERS = {
  // What each character may be besides, and where it stands.
  lstm_choice_mode: "2",
  hocr_char_boxes: "1",
  // Said, so that it is not guessed and reported for each line.
  user_defined_dpi: "300",
  debug_file: "/dev/null",
};

/** Nothing is fetched and nothing is written. */
function loadedFrom(folder: string) {
  return { langPath: folder, gzip: true, cacheMethod: "none" };
}

async function library(): Promise<typeof import("tesseract.js")> {
  try {
    return await import("tesseract.js");
  } catch (cause) {
    throw new OcrUnavailable(
      {
        en: "The package tesseract.js is missing: install it with `npm install tesseract.js@7.0.0`.",
        zh: "没有安装 tesseract.js：请用 `npm install tesseract.js@7.0.0` 安装。",
      },
      { cause },
    );
  }
}

/** What goes wrong is told to `onError`; else it is thrown where nobody can catch it. */
async function started(start: (onError: (reason: unknown) => void) => Promise<Worker>) {
  try {
    return await new Promise<Worker>((resolve, reject) => {
      start(reject).then(resolve, reject);
    });
  } catch (cause) {
    throw new OcrUnavailable(
      {
        en: `Tesseract does not start: ${String(cause)}. Install it again.`,
        zh: `Tesseract 不能启动：${String(cause)}。请重新安装。`,
      },
      { cause },
    );
  }
}

/** The thread behind a worker of tesseract.js, which its types keep back. */
function threadOf(worker: Worker): Thread {
  const thread: unknown = Reflect.get(worker, "worker");
  if (thread instanceof Thread) return thread;
  throw new TypeError("tesseract.js no longer runs in a thread of Node.js");
}

/** Keeps the process alive for as long as a thread works, and fails with the thread. */
async function kept<T>(thread: Thread, work: () => Promise<T>): Promise<T> {
  let fail: ((error: unknown) => void) | undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const end = (code: number) => fail?.(new Error(`Tesseract ended with code ${code}.`));
  const crash = (error: unknown) => fail?.(error);
  thread.on("error", crash).on("exit", end).ref();
  try {
    return await Promise.race([work(), failed]);
  } catch (error) {
    // tesseract.js rejects with texts.
    throw error instanceof Error ? error : new Error(`Tesseract: ${String(error)}`);
  } finally {
    thread.off("error", crash).off("exit", end).unref();
  }
}
