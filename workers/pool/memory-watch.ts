/** Stops what is being read when the process outgrows what all of it may take together. */
export interface MemoryWatch {
  /** Watches over one more document, until the function returned is called. */
  readonly watch: (stop: () => void) => () => void;
  /** Allows for the recognition of one more thread, until the function returned is called. */
  readonly allowRecognition: () => () => void;
  readonly stop: () => void;
}

const EVERY_MS = 100;

/** What the process itself may grow by: inputs and results that wait to be written. */
const OWN_MEGABYTES = 256;

/** What a thread holds outside its heap once it has recognized a page, whichever document that was of. */
const RECOGNITION_MEGABYTES = 512;

/**
 * Watches the memory of the process while documents are read, of which each may take so much. The
 * limit of a thread's heap says nothing of the buffers outside it, and only their sum can be seen:
 * when it is too large, all are stopped.
 */
export function watchMemory(megabytes: number): MemoryWatch {
  const stops = new Set<() => void>();
  const recognizing = new Set<symbol>();
  let before = process.memoryUsage.rss();
  const look = () => {
    const held = stops.size * megabytes + recognizing.size * RECOGNITION_MEGABYTES;
    if (process.memoryUsage.rss() <= before + (held + OWN_MEGABYTES) * MEGABYTE) return;
    for (const stop of stops) stop();
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    watch: (stop) => {
      if (stops.size === 0) {
        // What is left of earlier documents while nothing is read is nobody's who is read now.
        before = process.memoryUsage.rss();
        recognizing.clear();
      }
      stops.add(stop);
      return () => stops.delete(stop);
    },
    allowRecognition: () => {
      const one = Symbol("recognition");
      recognizing.add(one);
      return () => recognizing.delete(one);
    },
    stop: () => clearInterval(timer),
  };
}

const MEGABYTE = 1 << 20;
