import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { globSync } from "tinyglobby";
import { EXPORT_FORMATS } from "../exports/export.js";
import type { ExportFormat } from "../exports/export.js";
import { extract } from "../index.js";
import type { DocumentDataset } from "../index.js";
import { growCsvFiles } from "../pipeline/dataset/compile/csv-files.js";
import { ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { type ProcessCost, costOf } from "./measure.js";

const FEW = 2_000;
const MANY = 20_000;

/** What each export costs over many documents: the samples, each time with other ids and amounts. */
export async function* exportFigures(): AsyncGenerator<Figure> {
  const samples: DocumentDataset[] = [];
  for (const file of globSync("samples/*/source.txt")) samples.push(await extract(file));
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    for (const count of [FEW, MANY]) await fill(path.join(folder, String(count)), samples, count);
    for (const format of EXPORT_FORMATS) yield* figuresOf(folder, format);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* figuresOf(folder: string, format: ExportFormat): Generator<Figure> {
  const few = exported(path.join(folder, String(FEW)), format);
  const many = exported(path.join(folder, String(MANY)), format);
  yield {
    what: `${format} of ${MANY} documents, processor seconds`,
    figure: many.seconds.toFixed(0),
    measured: many.seconds,
    limit: 1_200,
  };
  yield {
    what: "its peak memory, MB",
    figure: many.megabytes.toFixed(0),
    measured: many.megabytes,
    limit: 1_500,
  };
  const cost = many.seconds / few.seconds / (MANY / FEW);
  yield ratio(`the cost of a document against that of one of ${FEW}`, cost, 1.3);
}

/** What a process of its own takes. */
const exported = (folder: string, format: ExportFormat): ProcessCost =>
  costOf("export-folder.js", folder, format);

/** Writes the CSV files of so many documents, which are the samples in turn. */
async function fill(
  folder: string,
  samples: readonly DocumentDataset[],
  count: number,
): Promise<void> {
  const files = await growCsvFiles(folder);
  const hashes = Array.from({ length: count }, (_, number) =>
    createHash("sha256").update(String(number)).digest("hex"),
  ).toSorted();
  for (const [number, sha256] of hashes.entries()) {
    const sample = samples[number % samples.length];
    if (sample !== undefined) await files.add(varied(sample, sha256, number));
  }
  await files.finish();
}

function varied(sample: DocumentDataset, sha256: string, number: number): DocumentDataset {
  const id = sample.document.document_id;
  const own: DocumentDataset = JSON.parse(
    JSON.stringify(sample).replaceAll(id, sha256.slice(0, id.length)),
  );
  const amounts = own.amounts.map((each) => ({
    ...each,
    amount:
      each.amount === null || each.amount.startsWith("-")
        ? each.amount
        : `${1 + (number % 9)}${each.amount}`,
  }));
  return { ...own, amounts };
}
