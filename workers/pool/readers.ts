import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PageDone, ReadingPlan, SaidByReader, ToRead } from "./protocol.js";
import type { Converting } from "../../index.js";
import { endConversion } from "./end-conversion.js";
import { ToldError } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { PrintedEnd, WasRead, WasUnpacked } from "./was-read.js";
import { POOL } from "./settings.js";

/** Processes that read documents, started as they are needed; one that fails is not used again. */
export interface Readers {
  /**
   * A reader that has nothing to do, and is ready.
   *
   * @throws ReaderNotStarted; the signal's reason
   */
  readonly take: (signal: AbortSignal) => Promise<Reader>;
  readonly close: () => Promise<void>;
}

/** A process that was taken to read one document. */
interface Reader {
  /** @throws ReaderFell, or the signal's reason; then the process is gone */
  readonly read: (document: ToRead, listening: Listening) => Promise<WasRead | WasUnpacked>;
}

interface Listening {
  readonly signal: AbortSignal;
  readonly onPage: (page: PageDone) => void;
}

export interface ReaderOptions {
  /** The module that each process runs; it calls `serve`. */
  readonly module: URL;
  readonly plan: ReadingPlan;
  readonly onCacheFault: (reason: Bilingual<string>) => void;
}

/** No process can be started to read: no document is to blame, and none can be read. */
export class ReaderNotStarted extends ToldError {
  override readonly name = "ReaderNotStarted";
}

/** The process that read a document ended, or holds too much memory. */
export class ReaderFell extends ToldError {
  override readonly name = "ReaderFell";
  readonly outOfMemory: boolean;
  constructor(reason: Bilingual<string>, { outOfMemory }: { readonly outOfMemory: boolean }) {
    super(reason);
    this.outOfMemory = outOfMemory;
  }
}

/** Opens readers; none is started before it is needed. */
export function openReaders(options: ReaderOptions): Readers {
  const all = new Set<ChildProcess>();
  const idle = new Set<ChildProcess>();
  const forget = (reader: ChildProcess) => all.delete(reader) && idle.delete(reader);
  const end = async (reader: ChildProcess) => {
    forget(reader);
    await killed(reader);
  };
  const onFork = (reader: ChildProcess) => {
    all.add(reader);
    endsConversions(reader);
    reader.on("exit", () => forget(reader));
    reader.on("message", (said: SaidByReader) => {
      if (said.type === "cache_fault") options.onCacheFault(said.reason);
      // What an idle reader falls by is no document's result any more; it is not used again.
      if (fallOf(said) !== undefined) void end(reader);
    });
  };
  const read = async (reader: ChildProcess, document: ToRead, listening: Listening) => {
    try {
      return await readOn(reader, document, listening);
    } catch (error) {
      await end(reader);
      throw error;
    } finally {
      if (all.has(reader)) idle.add(reader);
    }
  };
  return {
    take: async (signal) => {
      const [waiting] = idle;
      if (waiting !== undefined) idle.delete(waiting);
      const reader = waiting ?? (await started(options, { signal, onFork }));
      return { read: (document, listening) => read(reader, document, listening) };
    },
    close: async () => {
      await Promise.all(Array.from(all, end));
    },
  };
}

/** One arena of the C allocator: networks allocate much, and a reader allocates by one thread at a time. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: "1" };
/** The OCR runtime looks for it in the environment of the process, of which a thread has a copy alone. */
const NO_TELEMETRY = { ORT_DISABLE_TELEMETRY: "1" };

/** A process whose thread has loaded its module. */
async function started(
  { module, plan }: ReaderOptions,
  starting: { readonly signal: AbortSignal; readonly onFork: (reader: ChildProcess) => void },
): Promise<ChildProcess> {
  const reader = fork(fileURLToPath(module), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    env: { ...ENVIRONMENT, ...process.env, ...NO_TELEMETRY },
  });
  starting.onFork(reader);
  keepLastWords(reader);
  try {
    const ready = heard(
      reader,
      (said) => (said.type === "ready" ? said : undefined),
      starting.signal,
    );
    send(reader, plan);
    await ready;
    return reader;
  } catch (cause) {
    await killed(reader);
    starting.signal.throwIfAborted();
    throw new ReaderNotStarted(
      {
        en: `A process that reads does not start (${String(cause)}).`,
        zh: `读取文档的进程无法启动（${String(cause)}）。`,
      },
      { cause },
    );
  }
}

/** What becomes of the message is seen by the process: one that is gone tells by its end. */
function send(reader: ChildProcess, message: ReadingPlan | ToRead): void {
  reader.send(message, () => undefined);
}

async function killed(reader: ChildProcess): Promise<void> {
  if (reader.pid === undefined || reader.exitCode !== null || reader.signalCode !== null) return;
  const exit = once(reader, "exit");
  reader.kill("SIGKILL");
  await exit;
}

/** Sends the document and waits for what is made of it. */
function readOn(
  reader: ChildProcess,
  document: ToRead,
  { signal, onPage }: Listening,
): Promise<WasRead | WasUnpacked> {
  const pieces: Uint8Array[] = [];
  const result = heard(
    reader,
    (said) => {
      if (said.type === "page") onPage(said);
      if (said.type === "printed") pieces.push(said.piece);
      return said.type === "read" ? withPieces(said.result, pieces) : undefined;
    },
    signal,
  );
  send(reader, document);
  return result;
}

function withPieces(
  result: PrintedEnd | WasUnpacked,
  pieces: readonly Uint8Array[],
): WasRead | WasUnpacked {
  if ("members" in result) return result;
  const { printed, ...end } = result;
  return { ...end, pieces: pieces.slice(-printed) };
}

/**
 * The first thing that is taken of what a reader says. Rejects where it falls before, or the signal
 * is aborted.
 */
function heard<T>(
  reader: ChildProcess,
  take: (said: SaidByReader) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      reader.off("message", onMessage).off("error", onError).off("close", onClose);
      signal?.removeEventListener("abort", stop);
      end();
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onMessage = (said: SaidByReader) => {
      const fall = fallOf(said);
      if (fall !== undefined) return onError(fall);
      const taken = take(said);
      if (taken !== undefined) settle(() => resolve(taken));
    };
    const onClose = () => onError(new ReaderFell(endOf(reader), { outOfMemory: false }));
    const stop = () => onError(signal?.reason);
    reader.on("message", onMessage).on("error", onError).on("close", onClose);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}

function fallOf(said: SaidByReader): ReaderFell | undefined {
  if (said.type === "outgrown") return new ReaderFell(OUTGROWN, { outOfMemory: true });
  return said.type === "fell" ? new ReaderFell(said.reason, said) : undefined;
}

const OUTGROWN = { en: "it outgrew its memory", zh: "它占用的内存超出限度" };

/** Has what converts the document of a reader end with it, however that ends. */
function endsConversions(reader: ChildProcess): void {
  let converting: Converting | null = null;
  reader.on("message", (said: SaidByReader) => {
    if (said.type === "converting") converting = said.converting;
  });
  reader.on("exit", () => endConversion(converting));
}

/** The last line that each process printed before it ended. */
const lastWords = new WeakMap<ChildProcess, string>();

/** Nothing that a reader prints is shown; the runtime says there why it aborts. */
function keepLastWords(reader: ChildProcess): void {
  reader.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastWords.set(reader, `${lastWords.get(reader) ?? ""}${text}`.slice(-POOL.lastWords));
  });
}

function endOf(reader: ChildProcess): Bilingual<string> {
  const { signalCode, exitCode } = reader;
  const said = lastWords.get(reader)?.trim().split("\n").at(-1);
  const rest = said === undefined ? "" : `: ${said}`;
  return signalCode === null
    ? { en: `it ended with exit code ${exitCode}${rest}`, zh: `它以退出码 ${exitCode} 结束${rest}` }
    : { en: `it ended with signal ${signalCode}${rest}`, zh: `它因信号 ${signalCode} 结束${rest}` };
}
