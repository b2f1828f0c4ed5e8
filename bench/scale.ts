import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { planOcr, sourceOf } from "../index.js";
import { DEFAULT_LIMITS, READER, openPool } from "../workers/pool/pool.js";
import type { Pool } from "../workers/pool/pool.js";
import type { ToRead } from "../workers/pool/protocol.js";
import { familyCpuSeconds } from "./family.js";
import { gain, ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { pdfsLike, smallTexts } from "./inputs.js";
import { median } from "./measure.js";

const ROUNDS = 5;
const DOCUMENTS = 60;

/** What more threads and more documents do to the cost of one. */
export async function* scaleFigures(): AsyncGenerator<Figure> {
  yield* await threadsFigures();
  yield manyFigure();
}

async function threadsFigures(): Promise<readonly Figure[]> {
  const all = Array.from(pdfsLike(DOCUMENTS), ([name, bytes]) => ({
    bytes,
    source: sourceOf(bytes, name),
  }));
  const plan = { ...(await planOcr()), limits: DEFAULT_LIMITS };
  const one = openPool({ concurrency: 1, plan, reader: READER });
  const two = openPool({ concurrency: 2, plan, reader: READER });
  const rounds: { readonly one: Cost; readonly two: Cost }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    rounds.push({ one: await costOfReading(one, all), two: await costOfReading(two, all) });
  await one.close();
  await two.close();
  const counted = rounds.slice(1);
  const gains = counted.map((round) => round.one.seconds / round.two.seconds);
  const costs = counted.map((round) => round.two.cpuSeconds / round.one.cpuSeconds);
  const cores = counted.map((round) => round.one.cpuSeconds / round.one.seconds);
  const what = `documents a second, two readers against one, ${DOCUMENTS} PDFs of 19 pages`;
  return [
    gain(what, median(gains), 1.8),
    ratio(
      "processors that one reader keeps busy, with what collects its garbage",
      median(cores),
      0,
    ),
    ratio("processor time a document, two readers against one", median(costs), 1.1),
  ];
}

interface Cost {
  readonly seconds: number;
  /** Of all readers. */
  readonly cpuSeconds: number;
}

async function costOfReading(pool: Pool, all: readonly ToRead[]): Promise<Cost> {
  const began = performance.now();
  const before = familyCpuSeconds();
  await Promise.all(all.map((document) => pool.read(document)));
  return {
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: familyCpuSeconds() - before,
  };
}

/** `gongkai extract` as a user runs it, of many small texts. */
function manyFigure(): Figure {
  const few = secondsADocument(1000);
  const many = secondsADocument(10_000);
  const what = `cost a document of 10,000 against 1,000, the whole command (${(many * 1000).toFixed(1)} ms)`;
  return ratio(what, many / few, 1.1);
}

/** Seconds a document, the start of the process among them. */
function secondsADocument(count: number): number {
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
