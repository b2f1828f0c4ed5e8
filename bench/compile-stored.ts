import path from "node:path";
import { compileDataset } from "../workers/dataset/compile.js";
import { openStore } from "../workers/store/open-store.js";

/** Compiles the store in a folder; says how long it took, by clock and CPU, and its peak memory in KiB. */
const [, , folder = ""] = process.argv;
const store = await openStore(path.join(folder, "store"));
const began = performance.now();
const before = process.cpuUsage();
await compileDataset({ store, dataset: "bench", folder: path.join(folder, "out") });
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - began) / 1000;
const memory = process.resourceUsage().maxRSS;
process.stdout.write([seconds, (user + system) / 1e6, memory].join(" "));
