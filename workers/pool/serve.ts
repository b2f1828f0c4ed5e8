import { parentPort } from "node:worker_threads";
import type { ToRead } from "./pool.js";
import { readDocument } from "./read-document.js";
import type { Extract } from "./read-document.js";
import { wasRead } from "./was-read.js";

/**
 * What the module of a reading thread does: it says that it is ready, then reads each document that
 * it is sent, and hands the JSON over uncopied.
 */
export function serve(extract: Extract): void {
  const port = parentPort;
  if (port === null) throw new Error("This module runs in a thread.");
  port.on("message", async (document: ToRead) => {
    const { dataset, bug } = await readDocument(document, extract);
    const result = wasRead(dataset, bug);
    port.postMessage(result, [result.json.buffer]);
  });
  port.postMessage("ready");
}
