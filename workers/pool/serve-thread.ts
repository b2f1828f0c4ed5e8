import { parentPort, workerData } from "node:worker_threads";
import type { Converting } from "../../index.js";
import { readDocument, readOrUnpack } from "./read-document.js";
import type { Extract } from "./read-document.js";
import { openRecognition } from "./recognition.js";
import type { ReadingPlan, Said, ToRead } from "./protocol.js";
import { printRead } from "./was-read.js";

/** Says that it is ready, then reads documents, tells of their pages, and hands their JSON over piece by piece. */
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
  const recognition = { ...opened, conversion, pdfEngine: plan.pdfEngine };
  port.on("message", async (document: ToRead) => {
    const how = document.unpack === undefined ? readDocument : readOrUnpack;
    const read = await how(document, extract, recognition);
    if ("members" in read) return say({ type: "read", result: read });
    const result = printRead(read, (piece) => {
      port.postMessage({ type: "printed", piece } satisfies Said, [piece.buffer]);
    });
    say({ type: "read", result });
  });
  say({ type: "ready" });
}
