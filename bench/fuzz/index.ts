import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Progress, Task } from "./process.js";
import { TARGETS } from "./targets.js";

const USAGE = `npm run fuzz [-- OPTION...]

  --only TARGET,...  these alone, of ${Object.keys(TARGETS).join(", ")}
  --seconds NUMBER   how long each is fuzzed (30)
  --seed NUMBER      which mutants are tried (1)
  --keep DIR         where inputs that reached something new are left, and TARGET.fault (build/fuzz)
`;

const PROCESS = fileURLToPath(new URL("./process.js", import.meta.url));
/** What one input may take, in seconds, and a process, in megabytes of heap. */
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 2_048;

/** How a target ended: the last that it reported, and its fault where it had one. */
interface End {
  readonly last: Progress | undefined;
  readonly fault: string | undefined;
}

/** Fuzzes a target in a process of its own, which is killed where one input takes too long. */
async function fuzzed(task: Task): Promise<End> {
  const child = fork(PROCESS, [JSON.stringify(task)], {
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
  });
  let last: Progress | undefined;
  const watch = setTimeout(() => child.kill("SIGKILL"), MOST_SECONDS * 1000);
  child.on("message", (progress: Progress) => {
    watch.refresh();
    last = progress;
  });
  const [code, signal]: unknown[] = await once(child, "exit");
  clearTimeout(watch);
  if (signal === "SIGKILL") return { last, fault: `an input took more than ${MOST_SECONDS} s` };
  const crash = code === 0 ? undefined : `the process ended with ${String(code ?? signal)}`;
  return { last, fault: last?.fault ?? crash };
}

const { values } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(TARGETS).join(",") },
    seconds: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    keep: { type: "string", default: path.join("build", "fuzz") },
    help: { type: "boolean", default: false },
  },
});
if (values.help) process.stdout.write(USAGE);
else
  for (const target of values.only.split(",")) {
    const corpus = path.join(values.keep, target);
    const current = `${corpus}.current`;
    mkdirSync(corpus, { recursive: true });
    const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
    const { last, fault } = await fuzzed({ target, seconds, seed, corpus, current });
    const counts = `${last?.inputs ?? 0} inputs, ${last?.kept ?? 0} kept, ${last?.paths ?? 0} paths`;
    process.stdout.write(`${target}: ${counts}${fault === undefined ? "" : `; fault: ${fault}`}\n`);
    if (fault !== undefined) {
      copyFileSync(current, `${corpus}.fault`);
      process.exitCode = 1;
    }
    rmSync(current);
  }
