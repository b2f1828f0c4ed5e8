import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { extract, printJson } from "../index.js";
import type { DocumentDataset, Source } from "../index.js";
import { hashedSource } from "../pipeline/dataset/source.js";
import { prefetch } from "../pipeline/dataset/write/prefetch.js";
import { writeNames } from "../workers/dataset/names.js";
import { resultKey } from "../workers/store/keys.js";
import { openStore } from "../workers/store/open-store.js";
import type { Store } from "../workers/store/store.js";
import { ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { smallInput } from "./inputs.js";
import { printedBy } from "./measure.js";

const FEW = 10_000;
const MANY = 100_000;

/** What it costs to compile a dataset of many small documents from a store in a folder. */
export async function* compileFigures(): AsyncGenerator<Figure> {
  const result = await extract(smallInput());
  const kilobytes = (printJson(result).length / 1000).toFixed(0);
  const few = await compiled(result, FEW);
  const many = await compiled(result, MANY);
  const rate = MANY / many.seconds;
  const what = `stored documents of ${kilobytes} kB compiled a second, of ${MANY}`;
  yield { what, figure: rate.toFixed(0), measured: rate, limit: 100, atLeast: true };
  const cost = many.cpuSeconds / few.cpuSeconds / (MANY / FEW);
  yield ratio(`the cost of one against that of one of ${FEW}`, cost, 1.1);
  yield {
    what: `peak memory of compiling ${MANY}, MB`,
    figure: many.megabytes.toFixed(0),
    measured: many.megabytes,
    limit: 500,
  };
  yield ratio("of the second half against the first", many.secondHalf / many.firstHalf, 1.2);
  yield ratio(`of all against that of ${FEW}`, many.megabytes / few.megabytes, 1.5);
}

/** What compiling took, by clock and by processor, as the script prints it. */
export interface CompileCost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Peak memory: of all, and of either half of the documents. */
  readonly megabytes: number;
  readonly firstHalf: number;
  readonly secondHalf: number;
}

/** What a process of its own takes to compile so many documents. */
async function compiled(result: DocumentDataset, count: number): Promise<CompileCost> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    await fill(await openStore(path.join(folder, "store")), result, count);
    return JSON.parse(printedBy("compile-stored.js", folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts one result into a store under so many hashes, and names them. */
async function fill(store: Store, result: DocumentDataset, count: number): Promise<void> {
  const { document_id, sha256 } = result.document;
  const json = printJson(result);
  const put = async (source: Source) => {
    const own = json.replaceAll(sha256, source.sha256).replaceAll(document_id, source.document_id);
    await store.put(resultKey(source.sha256), gzipSync(own, { level: 1 }));
    return source;
  };
  const sources: Source[] = [];
  for await (const source of prefetch(sourcesLike(result, count), put, { most: 16 }))
    sources.push(source);
  await writeNames(store, "bench", sources);
}

function* sourcesLike({ document }: DocumentDataset, count: number): Generator<Source> {
  for (let n = 0; n < count; n += 1) {
    const sha256 = createHash("sha256").update(String(n)).digest("hex");
    yield hashedSource({ sha256, bytes: document.bytes }, `${n}.txt`);
  }
}
