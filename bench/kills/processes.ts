import { existsSync, readFileSync, readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const COMMAND = fileURLToPath(new URL("../../cli/gongkai.js", import.meta.url));

/** How long readers may outlive the process that started them: as long as one takes to start on a busy machine, in milliseconds. */
const OUTLIVES = 15_000;

/** The processes that one has started; none where the system does not tell. */
export function childrenOf(pid: number | undefined): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? (readFileSync(file, "utf8").match(/\d+/gu) ?? []).map(Number) : [];
}

/** Those that still run a while after their parent has ended. */
export async function leftOf(pids: readonly number[]): Promise<readonly number[]> {
  const deadline = performance.now() + OUTLIVES;
  while (pids.some(runs) && performance.now() < deadline) await wait(50);
  return pids.filter(runs);
}

function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** How many pages were recognized and kept in a folder. */
export function pagesKept(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?:^|\/)ppocr-[^/.]*$/u.test(name),
  ).length;
}

/** What was being written when a process was killed: stores sweep it after a day. */
const UNFINISHED = /(?:^|\/)\.incoming\//u;

/** What two folders do not have in common, by path. */
export function differences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((name) => one[name] !== other[name] && !UNFINISHED.test(name));
}
