import { readFileSync } from "node:fs";
import { inColumns } from "./columns.js";
import { verified } from "./documents.js";
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
import { scored } from "./score-tool.js";
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
        const { row, doubts, lost, told } = await figuresOf(shown, engine, options.misses);
        rows.push(row);
        process.stderr.write(`${row.join("  ")}\n`);
        const before = all.get(engine) ?? { doubts: [], lost: 0 };
        all.set(engine, { doubts: [...before.doubts, ...doubts], lost: before.lost + lost });
        yield* told;
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

interface Figures extends Doubts {
  readonly row: readonly string[];
  /** What is not right, as far as it is to be told. */
  readonly told: readonly string[];
}

async function figuresOf(shown: Shown, engine: EngineName, misses: number): Promise<Figures> {
  const fileName = `${shown.name}.pdf`;
  const { read, cost } = readFiles([{ path: shown.pictures, fileName }], ocrOf(engine));
  const [result] = read;
  if (result === undefined) throw new Error(`Nothing was read of ${shown.name}.`);
  const { dataset, document } = result;
  const values = valuesOf(dataset, shown.gold);
  const score = await scored({ dataset, gold: shown.gold, misses });
  const { amounts, indicators, all } = score;
  const verdicts = verdictsOf(values);
  const numbers = f1(values, verdicts, "right");
  const figures = [amounts, indicators, numbers, f1(values, verdicts, "right", "misnamed"), all];
  const doubts = doubtsOf(dataset, verdicts);
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
    doubts,
    told: [score.told, ...[...wrongLines(doubts)].slice(0, misses)],
    lost: lostCount(values, verdicts),
  };
}
