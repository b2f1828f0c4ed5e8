import { readFileSync } from "node:fs";
import { extract } from "../../index.js";
import type { LengthCost, LengthJob } from "./cost-figures.js";

/** Reads a long scan and short ones, in a process of its own. Prints what a page of either costs. */
const [, , file = ""] = process.argv;
const job: LengthJob = JSON.parse(readFileSync(file, "utf8"));
const long = readFileSync(job.long);
const short = job.short.map((name) => readFileSync(name));

async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const readShort = async () => {
  for (const bytes of short) await extract(bytes);
};
const memory: number[] = [];
let pages = 0;
const onPage = (_: number, all: number) => {
  pages = all;
  memory.push(process.memoryUsage.rss() / 2 ** 20);
};
const readLong = async () => {
  await extract(long, { onPage });
};
// The models are loaded once.
await cpuSeconds(readShort);
const before = await cpuSeconds(readShort);
const whole = await cpuSeconds(readLong);
const after = await cpuSeconds(readShort);
const onePage = (before + after) / 2 / short.length;
const early = memory.slice(0, Math.ceil(memory.length / 10));
const cost: LengthCost = {
  ratio: whole / pages / onePage,
  megabytesEarly: Math.max(...early),
  megabytes: Math.max(...memory),
};
process.stdout.write(JSON.stringify(cost));
