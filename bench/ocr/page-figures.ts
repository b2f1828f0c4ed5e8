import { compare, sumOf } from "./compare.js";
import type { Miss, Score } from "./compare.js";
import { inColumns, percent } from "./columns.js";
import { originals } from "./documents.js";
import type { EditionSettings } from "./editions.js";
import { measured, readPictures } from "./measured.js";
import type { Measured } from "./measured.js";
import type { EngineName, Options } from "./options.js";
import type { Cost } from "./run.js";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const HEAD = [
  "engine",
  "pages",
  "number",
  "CER",
  "cells exact",
  "numbers exact",
  "operators right",
  "missing/structure/text",
  "pages/min CPU",
  "MB",
];

/** How well and how fast engines read pictures of pages whose text is known. One row an engine and kind. */
export async function* pageFigures(options: Options): AsyncGenerator<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const documents = measured(originals(options.documents), folder, (pages) =>
      spread(pages, options.pages),
    );
    const rows: (readonly string[])[] = [HEAD];
    for (const settings of options.editions)
      for (const engine of options.engines) {
        const { score, misses, cost } = await figuresOf(documents, engine, settings);
        rows.push(row(engine, settings, { score, cost }));
        process.stderr.write(`${rows.at(-1)?.join("  ") ?? ""}\n`);
        const cellsFirst = misses.toSorted((a, b) => a.wanted.type.localeCompare(b.wanted.type));
        yield* cellsFirst.slice(0, options.misses).map((miss) => line(miss));
      }
    yield inColumns(rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** So many of the pages, evenly over the document. */
function spread(pages: readonly number[], most: number): readonly number[] {
  if (pages.length <= most) return pages;
  return Array.from({ length: most }, (_, i) => {
    const at = Math.floor(((i + 0.5) * pages.length) / most);
    return pages[at] ?? 1;
  });
}

interface Figures {
  readonly score: Score;
  readonly misses: readonly Miss[];
  readonly cost: Cost;
}

async function figuresOf(
  documents: readonly Measured[],
  engine: EngineName,
  settings: EditionSettings,
): Promise<Figures> {
  const { readings, cost } = await readPictures(documents, engine, settings);
  const compared = readings.map(({ of, run }) => compare(of.truth, run, of.pages));
  return {
    score: sumOf(compared.map(({ score }) => score)),
    misses: compared.flatMap(({ misses }) => misses),
    cost,
  };
}

function row(
  engine: EngineName,
  { kind, dpi, container }: EditionSettings,
  { score, cost }: Pick<Figures, "score" | "cost">,
): readonly string[] {
  const { cells, numbers, operators, wrong } = score;
  return [
    engine,
    `${kind} ${dpi} ${container}`,
    String(score.pages),
    percent(score.edits, score.characters, 2),
    percent(cells.right, cells.all),
    percent(numbers.right, numbers.all),
    percent(operators.right, operators.all),
    `${wrong.missing}/${wrong.structure}/${wrong.text}`,
    ((score.pages / cost.cpuSeconds) * 60).toFixed(0),
    cost.megabytes.toFixed(0),
  ];
}

/** What of both texts is worth reading: from a little before they part. */
const BEFORE = 6;
const SHOWN = 40;

function line({ fault, wanted, got }: Miss): string {
  const parted = Array.from(wanted.text).findIndex((character, i) => got?.[i] !== character);
  const from = Math.max(0, (parted < 0 ? wanted.text.length : parted) - BEFORE);
  const part = (text: string) =>
    `${from > 0 ? "…" : ""}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? "…" : ""}`;
  const where = `${fault.padEnd(9)} page ${wanted.page} ${wanted.type}`;
  return `    ${where} ${part(wanted.text)} -> ${got === null ? "nothing" : part(got)}\n`;
}
