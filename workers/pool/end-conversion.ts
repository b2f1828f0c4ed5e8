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
