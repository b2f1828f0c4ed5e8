import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hasRedis, startRedis } from "../test/workers/redis-server.js";
import { gain } from "./figure.js";
import type { Figure } from "./figure.js";
import { median } from "./measure.js";
import { pdfsLike, smallTexts } from "./inputs.js";

const ROUNDS = 3;
const PDFS = 200;
const TEXTS = 3000;

const COMMAND = fileURLToPath(new URL("../cli/gongkai.js", import.meta.url));

/** What the way over queue and store costs, against a run on one machine of the same documents. */
export async function* queueFigures(): AsyncGenerator<Figure> {
  if (!hasRedis) return;
  const pdfs = await rounds(pdfsLike(PDFS));
  const what = `documents a second over the queue against the local pool, ${PDFS} PDFs of 19 pages, two threads each`;
  yield gain(what, median(pdfs.map(({ local, queue }) => local / queue)), 0.9);
  const texts = await rounds(smallTexts(TEXTS));
  const cost = (median(texts.map(({ queue, local }) => queue - local)) / TEXTS) * 1000;
  yield {
    what: `what the queue and the store cost more a document, ms, ${TEXTS} small texts`,
    figure: cost.toFixed(2),
    measured: cost,
    limit: 0,
  };
}

/** Seconds that all documents take, by clock. */
interface Round {
  readonly local: number;
  readonly queue: number;
}

async function rounds(files: ReadonlyMap<string, Uint8Array>): Promise<readonly Round[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const input = path.join(folder, "in");
    mkdirSync(input);
    for (const [name, bytes] of files) writeFileSync(path.join(input, name), bytes);
    const times: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push({
        local: await localSeconds(input, path.join(folder, `out-${round}`)),
        queue: await queueSeconds(input, path.join(folder, `store-${round}`)),
      });
    return times;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `gongkai extract`, from the start of the process to its end. */
async function localSeconds(input: string, out: string): Promise<number> {
  const began = performance.now();
  await ended(gongkai(["extract", input, "--out", out, "--concurrency", "2"]));
  return (performance.now() - began) / 1000;
}

/** From the start of `gongkai submit` until the dataset is compiled by a worker that waits already. */
async function queueSeconds(input: string, store: string): Promise<number> {
  const redis = await startRedis({ args: ["--appendfsync", "everysec"] });
  const where = ["--redis", redis.url, "--store", store];
  const worker = gongkai(["worker", "--concurrency", "2", ...where]);
  try {
    await said(worker, '"started"');
    const began = performance.now();
    await ended(gongkai(["submit", input, "--wait", ...where]));
    return (performance.now() - began) / 1000;
  } finally {
    worker.kill("SIGTERM");
    await ended(worker);
    await redis.stop();
  }
}

function gongkai(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "pipe", "ignore"] });
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  if (child.exitCode === null) await once(child, "exit");
  if (child.exitCode !== 0) throw new Error(`${child.spawnargs.join(" ")} ended badly`);
}

/** Waits until a process has printed some text. */
async function said(child: ChildProcess, text: string): Promise<void> {
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.includes(text)) return;
  }
}
