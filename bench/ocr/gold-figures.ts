import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openOutput } from "../../index.js";
import type { DocumentDataset } from "../../index.js";
import { inColumns } from "./columns.js";
import { SCORE, verified } from "./documents.js";
import type { Verified } from "./documents.js";
import { doubtsOf } from "./doubts.js";
import { doubtTable, wrongLines } from "./doubt-table.js";
import type { Doubts } from "./doubt-table.js";
import { edition } from "./editions.js";
import type { EditionSettings } from "./editions.js";
import { valuesOf } from "./gold-values.js";
import type { EngineName, Options } from "./options.js";
import { pageCount } from "./render.js";
import { ocrOf, readFiles } from "./run.js";
import { f1, lostCount, verdictsOf } from "./verdicts.js";

const HEAD = [
  "engine",
  "document",
  "pages",
  "amounts F1",
  "indicators F1",
  "numbers F1",
  "misnamed too",
  "all F1",
];
const COST = ["pages/min CPU", "MB"];

/** A picture edition of a verified document. */
interface Shown extends Verified {
  readonly pictures: string;
  readonly kind: string;
}

/** How much of verified documents is right when they are read from pictures, and what of the rest is doubted. */
export async function* goldFigures(options: Options): AsyncGenerator<string> {
  const rows: (readonly string[])[] = [[...HEAD, ...COST]];
  const all = new Map<EngineName, Doubts>();
  for (const document of verified(options.documents))
    for (const engine of options.engines)
      for (const shown of await editionsOf(document, engine, options.goldEditions)) {
        const { row, doubts, lost } = await figuresOf(shown, engine);
        rows.push(row);
        process.stderr.write(`${row.join("  ")}\n`);
        const before = all.get(engine) ?? { doubts: [], lost: 0 };
        all.set(engine, { doubts: [...before.doubts, ...doubts], lost: before.lost + lost });
        yield* [...wrongLines(doubts)].slice(0, options.misses);
      }
  yield inColumns(rows);
  for (const [engine, doubts] of all) yield `\n${doubtTable(engine, doubts, options.doubts)}`;
}

/** Scans are read as they are; pictures of a PDF with a text layer are made. */
async function editionsOf(
  document: Verified,
  engine: EngineName,
  settings: readonly EditionSettings[],
): Promise<readonly Shown[]> {
  if (engine === "text") return [{ ...document, pictures: document.text, kind: "text layer" }];
  if (document.scan !== null) return [{ ...document, pictures: document.scan, kind: "scan" }];
  const pdf = readFileSync(document.text);
  const pages = Array.from({ length: await pageCount(pdf) }, (_, i) => i + 1);
  const shown: Shown[] = [];
  for (const how of settings) {
    const made = await edition(pdf, pages, { ...how, container: "pdf" });
    const [pictures = ""] = made.files;
    shown.push({ ...document, pictures, kind: `${how.kind} ${how.dpi}` });
  }
  return shown;
}

async function figuresOf(
  shown: Shown,
  engine: EngineName,
): Promise<Doubts & { readonly row: readonly string[] }> {
  const fileName = `${shown.name}.pdf`;
  const { read, cost } = readFiles([{ path: shown.pictures, fileName }], ocrOf(engine));
  const [result] = read;
  if (result === undefined) throw new Error(`Nothing was read of ${shown.name}.`);
  const { dataset, document } = result;
  const values = valuesOf(dataset, shown.gold);
  const { amounts, indicators, all } = await scored(dataset, shown.gold, fileName);
  const verdicts = verdictsOf(values);
  const numbers = f1(values, verdicts, "right");
  const figures = [amounts, indicators, numbers, f1(values, verdicts, "right", "misnamed"), all];
  const rate = (document.pages.length / cost.cpuSeconds) * 60;
  return {
    row: [
      engine,
      shown.name,
      shown.kind,
      ...figures.map((figure) => figure?.toFixed(4) ?? "-"),
      rate.toFixed(0),
      cost.megabytes.toFixed(0),
    ],
    doubts: doubtsOf(dataset, verdicts),
    lost: lostCount(values, verdicts),
  };
}

/** What the tool that knows the verified documents says, file by file. */
interface ScoreOfFile {
  readonly f1: number;
  readonly goldCells: number;
  readonly cells: number;
  readonly right: number;
}

async function scored(dataset: DocumentDataset, gold: string, fileName: string) {
  const out = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const output = openOutput(out);
    await output.add(dataset);
    await output.close();
    const args = [SCORE, out, gold, "--file", fileName, "--json"];
    const printed = execFileSync(process.execPath, args, { encoding: "utf8" });
    const report: Readonly<Record<string, ScoreOfFile>> = JSON.parse(printed);
    const files = Object.values(report);
    const right = files.reduce((sum, file) => sum + file.right, 0);
    const cells = files.reduce((sum, file) => sum + file.goldCells + file.cells, 0);
    const has = (name: string) => existsSync(path.join(gold, `${name}.csv`));
    return {
      amounts: has("amounts") ? report["amounts"]?.f1 : undefined,
      indicators: has("indicators") ? report["indicators"]?.f1 : undefined,
      all: cells === 0 ? 0 : (2 * right) / cells,
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}
