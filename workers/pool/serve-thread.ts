import { parentPort, workerData } from "node:worker_threads";
import type { Converting } from "../../index.js";
import { readDocument, readOrUnpack } from "./read-document.js";
import type { Extract } from "./read-document.js";
import { openRecognition } from "./recognition.js";
import type { ReadingPlan, Said, ToRead } from "./protocol.js";
import { wasRead } from "./was-read.js";

/** Says that it is ready, then reads documents, tells of their pages, and hands the JSON over uncopied. */
export function serveThread(extract: Extract): void {
  const port = parentPort;
  if (port === null) throw new Error("This module runs in a thread.");
  const plan: ReadingPlan = workerData;
  const say = (said: Said) => port.postMessage(said);
  const opened = openRecognition(plan, {
    onPage: (done, all) => say({ type: "page", done, all }),
    onCacheFault: (reason) => say({ type: "cache_fault", reason }),
  });
  const conversion = {
    program: plan.libreOffice,
    onProcess: (converting: Converting | null) => say({ type: "converting", converting }),
  };
  const recognition = { ...opened, conversion };
  port.on("message", async (document: ToRead) => {
    const how = document.unpack === true ? readOrUnpack : readDocument;
    const read = await how(document, extract, recognition);
    if ("members" in read) return say({ type: "read", result: read });
    const said = { type: "read", result: wasRead(read.dataset, read.bug) } satisfies Said;
    port.postMessage(said, [said.result.json.buffer]);
  });
  say({ type: "ready" });
}
