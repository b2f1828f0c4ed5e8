import { readFileSync } from "node:fs";
import { planOcr, sourceOf } from "../../index.js";
import { DEFAULT_LIMITS, READER, openPool } from "../../workers/pool/pool.js";
import { familyCpuSeconds, watchFamilyMemory } from "../family.js";
import type { ThreadsCost, ThreadsJob } from "./cost-figures.js";

/** Reads documents of one page by some threads, in a process of its own. Prints how fast, and its memory. */
const [, , file = ""] = process.argv;
const { files, threads }: ThreadsJob = JSON.parse(readFileSync(file, "utf8"));
const documents = files.map((name) => {
  const bytes = readFileSync(name);
  return { bytes, source: sourceOf(bytes, name) };
});
const plan = { ...(await planOcr()), limits: DEFAULT_LIMITS };
const pool = openPool({ concurrency: threads, plan, reader: READER });

/** What was not read costs nothing: no figure may come of it. */
async function readAll(all: typeof documents): Promise<void> {
  const read = await Promise.all(all.map((one) => pool.read(one)));
  for (const { summary } of read)
    if (Object.keys(summary.tables).length === 0)
      throw new Error(`A page was not read: ${summary.document.error_message ?? "no table"}`);
}

// Each thread loads its models once.
await readAll(documents.slice(0, 2 * threads));
const began = performance.now();
const before = familyCpuSeconds();
const peak = watchFamilyMemory();
await readAll(documents);
const minutes = (performance.now() - began) / 60_000;
const seconds = familyCpuSeconds() - before;
const megabytes = peak();
await pool.close();
const cost: ThreadsCost = {
  pagesPerMinute: documents.length / minutes,
  cpuSeconds: seconds / documents.length,
  megabytes,
};
process.stdout.write(JSON.stringify(cost));
