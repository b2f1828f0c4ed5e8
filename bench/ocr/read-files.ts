import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatOf, formats } from "../../extractors/index.js";
import { extractPlanned, planOcr } from "../../index.js";
import type { OcrCache } from "../../index.js";
import { peakMegabytes } from "../spent.js";
import type { Cost, Job } from "./run.js";

/**
 * Reads the files that a job names, in a process of its own so that its memory is theirs alone. Writes
 * what is printed and what it means of each into the job's folder; prints what it cost.
 */
const [, , file = ""] = process.argv;
const job: Job = JSON.parse(readFileSync(file, "utf8"));
const kept = new Map<string, Uint8Array>();
/** So that nothing is recognized again for the dataset. */
const cache: OcrCache = {
  get: (key) => Promise.resolve(kept.get(key)),
  put: (key, result) => Promise.resolve(void kept.set(key, result)),
};
const recognition = { plan: await planOcr(job.ocr), cache };
let cpuSeconds = 0;
let megabytes = 0;
for (const [i, source] of job.files.entries()) {
  const bytes = readFileSync(source.path);
  const before = process.cpuUsage();
  const printed = await formatOf(bytes, formats).extract(bytes, recognition);
  const { user, system } = process.cpuUsage(before);
  cpuSeconds += (user + system) / 1e6;
  megabytes = peakMegabytes();
  const dataset = await extractPlanned({ bytes, fileName: source.fileName }, recognition);
  const result = JSON.stringify({ document: printed.value, dataset });
  writeFileSync(path.join(job.folder, `${i}.json`), result);
}
const cost: Cost = { cpuSeconds, megabytes };
process.stdout.write(JSON.stringify(cost));
