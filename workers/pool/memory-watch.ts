/** Stops what is being read when the process outgrows what all of it may take together. */
export interface MemoryWatch {
  /** Watches over one more document, until the function returned is called. */
  readonly watch: (stop: () => void) => () => void;
  readonly stop: () => void;
}

const EVERY_MS = 100;

/** What the process itself may grow by: inputs and results that wait to be written. */
const OWN_MEGABYTES = 256;

/**
 * Watches the memory of the process while documents are read, of which each may take so much. The
 * limit of a thread's heap says nothing of the buffers outside it, and only their sum can be seen:
 * when it is too large, all are stopped.
 */
export function watchMemory(megabytes: number): MemoryWatch {
  const stops = new Set<() => void>();
  let before = process.memoryUsage.rss();
  const look = () => {
    const most = before + (stops.size * megabytes + OWN_MEGABYTES) * MEGABYTE;
    if (process.memoryUsage.rss() <= most) return;
    for (const stop of stops) stop();
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    watch: (stop) => {
      // What is left of earlier documents while nothing is read is nobody's who is read now.
      if (stops.size === 0) before = process.memoryUsage.rss();
      stops.add(stop);
      return () => stops.delete(stop);
    },
    stop: () => clearInterval(timer),
  };
}

const MEGABYTE = 1 << 20;
