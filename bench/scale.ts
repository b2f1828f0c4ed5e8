import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sourceOf } from "../index.js";
import { DEFAULT_LIMITS, READ_THREAD, openPool } from "../workers/pool/pool.js";
import type { Pool, ToRead } from "../workers/pool/pool.js";
import { gain, ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { pdfsLike, smallTexts } from "./inputs.js";
import { median } from "./measure.js";

const ROUNDS = 5;
const DOCUMENTS = 60;

/** What more threads and more documents do to the cost of one. */
export async function* scaleFigures(): AsyncGenerator<Figure> {
  yield await threadsFigure();
  yield manyFigure();
}

async function threadsFigure(): Promise<Figure> {
  const all = Array.from(pdfsLike(DOCUMENTS), ([name, bytes]) => ({
    bytes,
    source: sourceOf(bytes, name),
  }));
  const one = openPool({ concurrency: 1, limits: DEFAULT_LIMITS, thread: READ_THREAD });
  const two = openPool({ concurrency: 2, limits: DEFAULT_LIMITS, thread: READ_THREAD });
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    ratios.push((await secondsOf(one, all)) / (await secondsOf(two, all)));
  await one.close();
  await two.close();
  return gain(
    `documents a second, two threads against one, ${DOCUMENTS} PDFs of 19 pages`,
    median(ratios.slice(1)),
    1.8,
  );
}

async function secondsOf(pool: Pool, all: readonly ToRead[]): Promise<number> {
  const began = performance.now();
  await Promise.all(all.map((document) => pool.read(document)));
  return (performance.now() - began) / 1000;
}

/** `gongkai extract` as a user runs it, of many small texts. */
function manyFigure(): Figure {
  const few = costOf(1000);
  const many = costOf(10_000);
  const what = `cost a document of 10,000 against 1,000, the whole command (${(many * 1000).toFixed(1)} ms)`;
  return ratio(what, many / few, 1.1);
}

/** Seconds a document, the start of the process among them. */
function costOf(count: number): number {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    mkdirSync(path.join(folder, "in"));
    for (const [name, bytes] of smallTexts(count))
      writeFileSync(path.join(folder, "in", name), bytes);
    const began = performance.now();
    gongkai(["extract", path.join(folder, "in"), "--out", path.join(folder, "out")]);
    return (performance.now() - began) / 1000 / count;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function gongkai(args: readonly string[]): void {
  const command = fileURLToPath(new URL("../cli/gongkai.js", import.meta.url));
  const run = spawnSync(process.execPath, [command, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr.toString("utf8").slice(-2000));
}
