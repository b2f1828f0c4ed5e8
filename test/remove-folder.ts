import { rm } from "node:fs/promises";

/** Removes a folder of a test; again for some seconds while a process that was killed still writes into it. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 15, retryDelay: 50 });
}
