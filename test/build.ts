import { execFile } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { RECOGNIZED } from "./recognized-pages.js";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Where the program stands compiled while the tests run: processes start from there. */
const BUILT = join(ROOT, "node_modules/.cache/gongkai-test");

/** What is started as a process, so that no import leads to it. */
const ENTRIES = [
  "cli/gongkai.ts",
  "workers/pool/reader.ts",
  "test/cli/process-entry.ts",
  "test/invented-reader.ts",
  "test/invented.ts",
  "test/poisoned-reader.ts",
];

const OPTIONS =
  "--ignoreConfig --noEmit false --rootDir . --module nodenext --target es2023 --types node --lib es2023 --resolveJsonModule --noCheck";

/** Compiles the program once before all tests, and forgets what other code recognized (the global setup of vitest). */
export async function setup(): Promise<void> {
  const tsc = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const run = promisify(execFile);
  // What did not change is not written again: it may be running, for another run of the tests.
  const incremental = ["--incremental", "--tsBuildInfoFile", join(BUILT, ".tsbuildinfo")];
  const options = [...OPTIONS.split(" "), ...incremental, "--outDir", BUILT];
  await run(process.execPath, [tsc, ...options, ...ENTRIES], { cwd: ROOT });
  await mkdir(BUILT, { recursive: true });
  await writeFile(join(BUILT, "package.json"), '{"type":"module"}');
  await run(process.execPath, ["scripts/copy-data.mjs", BUILT], { cwd: ROOT });
  await run(process.execPath, ["scripts/bundle.mjs", BUILT], { cwd: ROOT });
  await run(process.execPath, ["scripts/bundle-inspector.mjs", BUILT], { cwd: ROOT });
  await run(process.execPath, ["scripts/bundle-report.mjs", BUILT], { cwd: ROOT });
  await mkdir(RECOGNIZED, { recursive: true });
  for (const name of await readdir(dirname(RECOGNIZED)))
    if (name !== basename(RECOGNIZED))
      await rm(join(dirname(RECOGNIZED), name), { recursive: true, force: true });
}

/** A compiled module: `built("bin/gongkai.js")`. */
export function built(path: string): string {
  return join(BUILT, path);
}
