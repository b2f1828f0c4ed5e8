import { readFileSync, readdirSync } from "node:fs";

/** How often processes are looked at, in milliseconds. */
const EVERY = 500;

/** Watches a process and those that it starts; the largest memory that one of them had, in megabytes, where Linux tells it. */
export function watchMemory(root: number | undefined): { readonly stop: () => number } {
  let peak = 0;
  const look = () => {
    const processes = statuses();
    for (const { pid, megabytes } of processes)
      if (isUnder(pid, root, processes)) peak = Math.max(peak, megabytes);
  };
  const timer = setInterval(look, EVERY);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

interface Status {
  readonly pid: number;
  readonly parent: number;
  readonly megabytes: number;
}

function statuses(): readonly Status[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      const text = statusText(name);
      const number = (key: string) =>
        Number(new RegExp(`^${key}:\\s*(\\d+)`, "mu").exec(text)?.[1]);
      const megabytes = number("VmHWM") / 1024;
      return Number.isNaN(megabytes)
        ? []
        : [{ pid: Number(name), parent: number("PPid"), megabytes }];
    });
}

/** Empty where it has ended. */
function statusText(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

function isUnder(pid: number, root: number | undefined, all: readonly Status[]): boolean {
  if (pid === root) return true;
  const parent = all.find((one) => one.pid === pid)?.parent;
  return parent !== undefined && parent > 1 && isUnder(parent, root, all);
}
