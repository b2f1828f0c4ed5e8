import { POOL } from "./settings.js";

/** The watch over the memory of a reader's process. */
export interface MemoryWatch {
  /** Allows for the networks that recognize pages, which stay loaded once they are. */
  readonly allowRecognition: () => void;
}

const MEGABYTE = 1 << 20;

/**
 * Tells, once, when this process has grown by more than a document may take. The limit of a heap says
 * nothing of the buffers outside it; the resident memory of a process that reads one document at a
 * time does.
 */
export function watchMemory(megabytes: number, onOutgrown: () => void): MemoryWatch {
  const before = process.memoryUsage.rss();
  let recognition = 0;
  const timer = setInterval(() => {
    const allowed = megabytes + POOL.ownMegabytes + recognition;
    if (process.memoryUsage.rss() <= before + allowed * MEGABYTE) return;
    clearInterval(timer);
    onOutgrown();
  }, POOL.watchedEvery);
  timer.unref();
  return { allowRecognition: () => (recognition = POOL.recognitionMegabytes) };
}
