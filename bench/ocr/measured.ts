import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Reading } from "./compare.js";
import type { Original } from "./documents.js";
import { edition } from "./editions.js";
import type { Edition, EditionSettings } from "./editions.js";
import type { EngineName } from "./options.js";
import { pageTexts, piecesOf } from "./pieces.js";
import type { ReadFile } from "./pieces.js";
import { ocrOf, readFiles } from "./run.js";
import type { Cost } from "./run.js";

/** An original with what its text layer says, and the pages of it that are measured. */
export interface Measured {
  readonly original: Original;
  readonly file: string;
  readonly truth: Reading;
  readonly pages: readonly number[];
}

/** Chooses pages of a document by what its text layer says. */
type Choice = (shown: readonly number[], truth: Reading) => readonly number[];

/** Reads the text layers of documents; `folder` takes their files. */
export function measured(
  all: readonly Original[],
  folder: string,
  choice: Choice,
): readonly Measured[] {
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
    return [{ original, file: files[i]?.path ?? "", truth, pages: choice(shown, truth) }];
  });
}

/** What was read from the pictures of one document. */
interface ReadPictures {
  readonly of: Measured;
  readonly run: Reading;
}

/** Has an engine read the pictures of the chosen pages of all documents. */
export async function readPictures(
  documents: readonly Measured[],
  engine: EngineName,
  settings: EditionSettings,
): Promise<{ readonly readings: readonly ReadPictures[]; readonly cost: Cost }> {
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
  const readings = shown.map((made) => {
    const its = files.flatMap(({ made: owner, shows }, i) => {
      const result = read[i];
      return owner === made && result !== undefined ? [{ ...result, shows }] : [];
    });
    return { of: made.of, run: readingOf(its) };
  });
  return { readings, cost };
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
