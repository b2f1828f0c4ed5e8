import { compare, sumOf } from "./compare.js";
import type { Miss, Reading, Score } from "./compare.js";
import { inColumns, percent } from "./columns.js";
import { originals } from "./documents.js";
import type { Original } from "./documents.js";
import { edition } from "./editions.js";
import type { Edition, EditionSettings } from "./editions.js";
import type { EngineName, Options } from "./options.js";
import { pageTexts, piecesOf } from "./pieces.js";
import type { ReadFile } from "./pieces.js";
import { ocrOf, readFiles } from "./run.js";
import type { Cost } from "./run.js";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

/** An original with what its text layer says, and the pages of it that are measured. */
interface Measured {
  readonly original: Original;
  readonly file: string;
  readonly truth: Reading;
  readonly pages: readonly number[];
}

/** How well and how fast engines read pictures of pages whose text is known. One row an engine and kind. */
export async function* pageFigures(options: Options): AsyncGenerator<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const documents = measured(originals(options.documents), options.pages, folder);
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

function measured(all: readonly Original[], most: number, folder: string): readonly Measured[] {
  const files = all.map(({ name, pdf }) => {
    const file = path.join(folder, `${name}.pdf`);
    writeFileSync(file, pdf);
    return { path: file, fileName: `${name}.pdf` };
  });
  const { read } = readFiles(files, { mode: "never" });
  return all.flatMap((original, i) => {
    const result = read[i];
    if (result === undefined) return [];
    const shown = result.document.pages.map(({ number }) => number);
    const truth = readingOf([{ ...result, shows: { pages: shown, perSheet: 1 } }]);
    return [{ original, file: files[i]?.path ?? "", truth, pages: spread(shown, most) }];
  });
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
  const shown: (Edition & { readonly of: Measured })[] = [];
  for (const of of documents) shown.push({ ...(await shownTo(engine, of, settings)), of });
  const files = shown.flatMap((made) =>
    made.files.map((file, i) => ({ file, made, shows: { ...made, pages: pagesIn(made, i) } })),
  );
  const toRead = files.map(({ file, made }) => ({
    path: file,
    fileName: `${made.of.original.name}.pdf`,
  }));
  const { read, cost } = readFiles(toRead, ocrOf(engine));
  const compared = shown.map((made) => {
    const its = files.flatMap(({ made: owner, shows }, i) => {
      const result = read[i];
      return owner === made && result !== undefined ? [{ ...result, shows }] : [];
    });
    return compare(made.of.truth, readingOf(its), made.of.pages);
  });
  return {
    score: sumOf(compared.map(({ score }) => score)),
    misses: compared.flatMap(({ misses }) => misses),
    cost,
  };
}

/** The pictures of a document, or for the text layer the document itself. */
function shownTo(
  engine: EngineName,
  { original, file, truth, pages }: Measured,
  settings: EditionSettings,
): Promise<Edition> {
  if (engine !== "text") return edition(original.pdf, pages, settings);
  return Promise.resolve({ files: [file], pages: [...truth.texts.keys()], perSheet: 1 });
}

/** The pages that one of the files shows. */
function pagesIn({ files, pages, perSheet }: Edition, index: number): readonly number[] {
  return files.length === 1 ? pages : pages.slice(index * perSheet, (index + 1) * perSheet);
}

function readingOf(files: readonly ReadFile[]): Reading {
  return {
    texts: new Map(files.flatMap((file) => [...pageTexts(file)])),
    pieces: files.flatMap((file) => piecesOf(file)),
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
