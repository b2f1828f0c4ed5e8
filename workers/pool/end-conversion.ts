import { rmSync } from "node:fs";
import type { Converting } from "../../index.js";
import { codeOf } from "../../pipeline/model/errors.js";

/** Ends the processes that convert a document whose reader ends, by the number of their group, and removes their folder. */
export function endConversion(converting: Converting | null): void {
  if (converting === null) return;
  try {
    process.kill(-converting.group, "SIGKILL");
  } catch (error) {
    // All of them have ended.
    if (codeOf(error) !== "ESRCH") throw error;
  }
  rmSync(converting.folder, { recursive: true, force: true, maxRetries: 3 });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Reads in this process itself: a signal that ends it ends what converts the document too. */
export async function endingConversions<T>(
  read: (onProcess: (converting: Converting | null) => void) => Promise<T>,
): Promise<T> {
  let converting: Converting | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    endConversion(converting);
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    return await read((now) => {
      converting = now;
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
