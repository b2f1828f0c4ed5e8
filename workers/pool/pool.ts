import { UnreadableSource, failed, ocrUse } from "../../index.js";
import type { Limits, Member } from "../../index.js";
import { saidBy } from "../../pipeline/model/errors.js";
import { unreadableCode } from "../../pipeline/model/error-codes.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { openSemaphore } from "./semaphore.js";
import { ReaderFell, ReaderNotStarted, openReaders } from "./readers.js";
import type { Readers } from "./readers.js";
import type { PageDone, ReadingPlan, ToRead } from "./protocol.js";
import { whyFailed } from "./summary.js";
import { wasRead } from "./was-read.js";
import type { WasRead, WasUnpacked } from "./was-read.js";

/** Processes that read documents; one that a document brought down is replaced. */
export interface Pool {
  /**
   * Reads a document, or says why it failed: never rejects for a document's sake. Calls beyond the
   * number of readers wait their turn.
   *
   * @throws the signal's reason where it stops the reading; an Error where the pool is closed
   * @throws ReaderNotStarted
   */
  readonly read: (document: ToRead, options?: ReadOptions) => Promise<WasRead>;
  /** The same, but that of an archive it gives what is in it. */
  readonly readOrUnpack: (
    document: ToRead,
    options?: ReadOptions,
  ) => Promise<WasRead | WasUnpacked>;
  /** The files that hang on a PDF; where it exceeds a limit or brings its reader down, one that says why. */
  readonly attached: (document: ToRead) => Promise<readonly Member[]>;
  readonly close: () => Promise<void>;
}

interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told after each page that was recognized; from the first one again where it is read a second time. */
  readonly onPage?: (page: PageDone) => void;
}

export interface PoolOptions {
  /** How many documents are read at once: a process each. */
  readonly concurrency: number;
  readonly plan: ReadingPlan;
  /** The module that the process of each reader runs; it calls `serve`. */
  readonly reader: URL;
  /** Told, once for each reader, why what it recognizes is not kept. */
  readonly onCacheFault?: (reason: Bilingual<string>) => void;
}

/** The module of a reader of disclosures. */
export const READER = new URL("./reader.js", import.meta.url);

/** What reading a document may cost unless the user says otherwise. */
export const DEFAULT_LIMITS: Limits = { seconds: 300, megabytes: 2048 };

/** Opens the readers. A document that exceeds a limit fails with `timeout` or `out_of_memory`. */
export function openPool(options: PoolOptions): Pool {
  const { concurrency, plan, reader, onCacheFault = () => undefined } = options;
  const readers = openReaders({ module: reader, plan, onCacheFault });
  const gate = openSemaphore(concurrency);
  const closing = new AbortController();
  const tryIn = { readers, plan, closing: closing.signal };
  const readOrUnpack: Pool["readOrUnpack"] = async (document, wanted = {}) => {
    const leave = await gate.enter();
    const first = await tryOnce(document, { ...tryIn, ...wanted }).finally(leave);
    if ("result" in first) return first.result;
    // Other documents may be what brought it down; now there is none beside it.
    const leaveAlone = await gate.enterAlone();
    const second = await tryOnce(document, { ...tryIn, ...wanted }).finally(leaveAlone);
    return "result" in second ? second.result : fallen(document, second.fall, plan);
  };
  return {
    read: async (document, wanted) => {
      const { unpack: _, ...alone } = document;
      const read = await readOrUnpack(alone, wanted);
      if ("members" in read) throw new TypeError("A reader unpacked what it was given to read.");
      return read;
    },
    readOrUnpack: (document, wanted) => readOrUnpack({ ...document, unpack: "archive" }, wanted),
    attached: async (document) => {
      const read = await readOrUnpack({ ...document, unpack: "attached" });
      return "members" in read ? read.members : [notUnpacked(read)];
    },
    close: async () => {
      closing.abort(new Error("The pool is closed."));
      await readers.close();
    },
  };
}

/** Stands for the files of a PDF that could not be unpacked. */
function notUnpacked({ summary }: WasRead): Member {
  const { error_code, ...told } = summary.document;
  const code = unreadableCode(error_code);
  return { path: "*", within: null, failure: { code, says: whyFailed(told) } };
}

interface Try extends ReadOptions {
  readonly readers: Readers;
  readonly plan: ReadingPlan;
  /** Aborted when the pool is closed: then no document is to blame. */
  readonly closing: AbortSignal;
}

/** A reader ended under a document. */
interface Fall {
  readonly error: UnreadableSource;
  /** Given where one of them was the reason. */
  readonly limits: Limits | null;
}

type Tried = { readonly result: WasRead | WasUnpacked } | { readonly fall: Fall };

async function tryOnce(document: ToRead, attempt: Try): Promise<Tried> {
  const { readers, plan, signal, closing } = attempt;
  const { limits } = plan;
  const throwIfStopped = () => [closing, signal].forEach((each) => each?.throwIfAborted());
  throwIfStopped();
  const abort = new AbortController();
  const stopForCaller = () => abort.abort("caller");
  for (const each of [closing, signal]) each?.addEventListener("abort", stopForCaller);
  let recognized = 0;
  let timer: NodeJS.Timeout | undefined;
  const onPage = (page: PageDone) => {
    // A long scan takes as long as it takes; a page that does not end is what is stopped.
    timer?.refresh();
    recognized = page.done;
    attempt.onPage?.(page);
  };
  try {
    const reader = await readers.take(abort.signal);
    timer = setTimeout(() => abort.abort("timeout"), limits.seconds * 1000);
    return { result: await reader.read(document, { signal: abort.signal, onPage }) };
  } catch (error) {
    throwIfStopped();
    if (error instanceof ReaderNotStarted) throw error;
    if (abort.signal.reason === "timeout")
      return { result: fallen(document, { error: tookTooLong(limits, recognized), limits }, plan) };
    const memoryWasWhy = error instanceof ReaderFell && error.outOfMemory;
    return { fall: memoryWasWhy ? { error: tookTooMuch(limits), limits } : crash(error) };
  } finally {
    clearTimeout(timer);
    for (const each of [closing, signal]) each?.removeEventListener("abort", stopForCaller);
  }
}

function fallen({ source }: ToRead, { error, limits }: Fall, plan: ReadingPlan): WasRead {
  return wasRead(
    failed(source, error, { limits, ocr: ocrUse(plan), pdf_engine: plan.pdfEngine }),
    error.cause,
  );
}

function tookTooLong({ seconds }: Limits, recognized: number): UnreadableSource {
  const after =
    recognized === 0
      ? { en: "", zh: "" }
      : {
          en: ` after its page ${recognized} that was recognized`,
          zh: `（已识别到第 ${recognized} 页之后）`,
        };
  return new UnreadableSource("timeout", {
    en: `Reading it takes longer than ${seconds} s${after.en}. Give it more time with --timeout.`,
    zh: `读取用时超过 ${seconds} 秒${after.zh}，请用 --timeout 给更多时间。`,
  });
}

function tookTooMuch({ megabytes }: Limits): UnreadableSource {
  return new UnreadableSource("out_of_memory", {
    en: `Reading it takes more than ${megabytes} MB of memory. Give it more with --memory.`,
    zh: `读取占用内存超过 ${megabytes} MB，请用 --memory 给更多内存。`,
  });
}

function crash(cause: unknown): Fall {
  const { en, zh } = saidBy(cause);
  const says = {
    en: `It brought its reader down, twice (${en}). This is a fault of the program.`,
    zh: `它两次使读取进程崩溃（${zh}）。这是程序的错误。`,
  };
  return { error: new UnreadableSource("crashed", says, { cause }), limits: null };
}
