import { readFileSync, readdirSync } from "node:fs";

/** Clock ticks of Linux a second. */
const TICKS = 100;
const KILOBYTES = 1024;
const EVERY_MS = 200;

/** CPU seconds of this process, of its children, and of those that have ended. Needs Linux. */
export function familyCpuSeconds(): number {
  const [own, ...children] = family().map(ticksOf);
  return sum([own?.own, own?.ended, ...children.map((child) => child.own)]) / TICKS;
}

/** Watches the memory of this process and its children, shared pages counted once; gives its peak in megabytes. */
export function watchFamilyMemory(): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, sum(family().map(proportionalMegabytes)));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** The process itself, then its children. */
function family(): readonly string[] {
  const children = readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" "),
  );
  return ["self", ...children.filter((pid) => pid !== "")];
}

function ticksOf(pid: string): { readonly own: number; readonly ended: number } {
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user, system, endedUser, endedSystem] = fields.split(" ").slice(11, 15).map(Number);
  return { own: sum([user, system]), ended: sum([endedUser, endedSystem]) };
}

function proportionalMegabytes(pid: string): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1]) / KILOBYTES;
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, each) => total + (each ?? Number.NaN), 0);
}
