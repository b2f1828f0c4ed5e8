import { readFileSync } from "node:fs";
import { planOcr, sourceOf } from "../index.js";
import { DEFAULT_LIMITS, READER, openPool } from "../workers/pool/pool.js";
import { familyCpuSeconds, watchFamilyMemory } from "./family.js";
import type { ProcessCost } from "./measure.js";

/** Reads a file as a run does, by a reader of its own; prints the memory and the time that both take. */
const [, , file = ""] = process.argv;
const bytes = readFileSync(file);
const plan = { ...(await planOcr()), limits: DEFAULT_LIMITS };
const pool = openPool({ concurrency: 1, plan, reader: READER });
const stopWatching = watchFamilyMemory();
const { summary } = await pool.read({ bytes, source: sourceOf(bytes, file) });
const megabytes = stopWatching();
const seconds = familyCpuSeconds();
await pool.close();
if (summary.document.status === "failed") throw new Error(String(summary.document.error_message));
process.stdout.write(JSON.stringify({ megabytes, seconds } satisfies ProcessCost));
