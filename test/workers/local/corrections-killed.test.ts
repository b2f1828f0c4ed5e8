import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { built } from "../../build.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { correctionRows } from "../../../workers/local/corrections.js";

const { at } = temporaryFolder();

/** Adds corrections without an end and prints the number of each when it is confirmed. */
const ADDING = `
const [, module, folder, first] = process.argv;
const { addCorrection } = await import(module);
for (let n = Number(first); ; n += 1) {
  const row = { document: "0".repeat(64), place: "t1/r" + n + "c1", what: "text", from: "1" };
  const long = { to: "两\\n行,\\"".repeat(n % 900), who: "李明", why: "\\\\n" };
  await addCorrection(folder, { ...row, ...long, when: "2026-03-01T08:00:00Z" });
  console.log(n);
}`;

const MODULE = pathToFileURL(built("workers/local/corrections.js")).href;

/** How often the process is killed, and within how many milliseconds of a row that it confirmed. */
const TIMES = 15;
const WITHIN = 8;

/** Adds rows from a number on until it is killed; gives the number of the last that was confirmed. */
async function addUntilKilled(first: number, confirmed: number): Promise<number> {
  const args = ["--input-type=module", "--eval", ADDING, MODULE, at(), String(first)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  let last = first - 1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last !== first + confirmed) continue;
    await wait(Math.random() * WITHIN);
    child.kill("SIGKILL");
  }
  await ended;
  expect(child.signalCode).toBe("SIGKILL");
  return last;
}

test("of a process that is killed at any moment all that it confirmed stands, in whole rows", async () => {
  const confirmed: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const first = time * 1_000;
    const last = await addUntilKilled(first, time);
    for (let n = first; n <= last; n += 1) confirmed.push(n);
    const text = await readFile(at("corrections.csv"), "utf8");
    expect(text.endsWith("\n")).toBe(true);
    expect(text.trimEnd().split("\n").every(isWhole)).toBe(true);
  }
  const rows = await correctionRows(at());
  const numbers = rows.map(({ place }) => Number(/r(\d+)/u.exec(place)?.[1]));
  expect(numbers.filter((n) => confirmed.includes(n))).toEqual(confirmed);
  // One row of each process may have been written and not confirmed.
  expect(numbers.length - confirmed.length).toBeLessThanOrEqual(TIMES);
  expect(rows.map(({ to }) => to)).toEqual(numbers.map((n) => '两\n行,"'.repeat(n % 900)));
});

/** A row has 8 fields, its head too. */
function isWhole(line: string): boolean {
  return line.replaceAll(/"(?:[^"]|"")*"/gu, "").split(",").length === 8;
}
