import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";
import { hostThread } from "./host-thread.js";
import type { Extract } from "./read-document.js";

/**
 * What the module of a reader does. As a process it hosts a thread that runs the same module; only there
 * what reads is loaded, and reads each document that it is sent.
 */
export async function serve(load: () => Promise<Extract>): Promise<void> {
  const [, module] = process.argv;
  if (isMainThread && module !== undefined) {
    hostThread(pathToFileURL(module));
    return;
  }
  const { serveThread } = await import("./serve-thread.js");
  serveThread(await load());
}
