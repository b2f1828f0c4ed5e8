import path from "node:path";
import { compileDataset } from "../workers/dataset/compile.js";
import { openStore } from "../workers/store/open-store.js";

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
    if (documents % 50 === 0) memory.push(process.memoryUsage.rss() / 1e6);
  },
});
const { user, system } = process.cpuUsage(before);
const half = memory.length / 2;
process.stdout.write(
  [
    (performance.now() - began) / 1000,
    (user + system) / 1e6,
    process.resourceUsage().maxRSS / 1000,
    Math.max(...memory.slice(0, half)),
    Math.max(...memory.slice(half)),
  ].join(" "),
);
