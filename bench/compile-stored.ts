import path from "node:path";
import { compileDataset } from "../workers/dataset/compile.js";
import { openStore } from "../workers/store/open-store.js";
import type { CompileCost } from "./compile.js";
import { peakMegabytes } from "./spent.js";

/**
 * Compiles the store in a folder. Prints seconds by clock and by CPU, and the peak memory in MB of the
 * whole, and of the first and the second half of the documents.
 */
const [, , folder = ""] = process.argv;
const store = await openStore(path.join(folder, "store"));
const memory: number[] = [];
const began = performance.now();
const before = process.cpuUsage();
await compileDataset({
  store,
  dataset: "bench",
  folder: path.join(folder, "out"),
  onDocument: ({ documents }) => {
    if (documents % 50 === 0) memory.push(process.memoryUsage.rss() / 2 ** 20);
  },
});
const { user, system } = process.cpuUsage(before);
const half = memory.length / 2;
const cost: CompileCost = {
  seconds: (performance.now() - began) / 1000,
  cpuSeconds: (user + system) / 1e6,
  megabytes: peakMegabytes(),
  firstHalf: Math.max(...memory.slice(0, half)),
  secondHalf: Math.max(...memory.slice(half)),
};
process.stdout.write(JSON.stringify(cost));
