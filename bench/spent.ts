import { readFileSync } from "node:fs";
import type { ProcessCost } from "./measure.js";

/** The most memory that this process has held so far. Needs Linux. */
export function peakMegabytes(): number {
  // maxRSS would be that of the process that started this one, where it held more.
  const [, kilobytes = ""] =
    /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** Prints what this process has taken so far, as `costOf` reads it. */
export function printSpent(): void {
  const { user, system } = process.cpuUsage();
  const spent: ProcessCost = { megabytes: peakMegabytes(), seconds: (user + system) / 1e6 };
  process.stdout.write(JSON.stringify(spent));
}
