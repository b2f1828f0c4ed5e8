import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { codeOf } from "../../pipeline/model/errors.js";
import { inBoth } from "../../pipeline/model/finding.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Converting } from "../../index.js";
import { endConversion } from "./end-conversion.js";
import { watchMemory } from "./memory-watch.js";
import type { ReadingPlan, Said, SaidByReader, ToRead } from "./protocol.js";
import { POOL } from "./settings.js";

/**
 * Runs a reader's process. The document is read in a thread that runs `module`, so that this one
 * always answers: it passes messages on, watches the memory, and ends when the pool does. Native code
 * that hangs or aborts takes down this process alone.
 */
export function hostThread(module: URL): void {
  // Where the channel is closed the pool is gone; only a signal ends a thread that is in native code.
  process.on("disconnect", () => {
    endConversion(converting);
    process.kill(process.pid, "SIGKILL");
  });
  // Ctrl-C and service managers signal the whole group; the pool decides when its readers end.
  process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
  process.once("message", (plan: ReadingPlan) => {
    const thread = startThread(module, plan);
    process.on("message", (document: ToRead) => thread.postMessage(document, []));
  });
}

/** What the thread's document is converted by at this moment. */
let converting: Converting | null = null;

const say = (said: SaidByReader) => process.send?.(said);
const fell = (reason: Bilingual<string>, outOfMemory: boolean) =>
  say({ type: "fell", reason, outOfMemory });

function startThread(module: URL, plan: ReadingPlan): Worker {
  const { megabytes } = plan.limits;
  setFlagsFromString(`--heap-growing-percent=${POOL.heapGrowth}`);
  const thread = new Worker(module, {
    workerData: plan,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: POOL.youngMegabytes,
    },
  });
  const memory = watchMemory(megabytes, () => say({ type: "outgrown" }));
  return thread
    .on("message", (said: Said) => {
      if (said.type === "converting") converting = said.converting;
      if (said.type === "page") memory.allowRecognition();
      say(said);
    })
    .on("error", (error) =>
      fell(inBoth(error.message), codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY"),
    )
    .on("exit", (code) =>
      fell({ en: `it ended with exit code ${code}`, zh: `它以退出码 ${code} 结束` }, false),
    );
}
