import { readFileSync } from "node:fs";
import type { Bilingual } from "../../model/finding.js";
import { once } from "../../model/once.js";

/** What is said of the columns of some files and of their values. */
export interface Words {
  /** What a column of a file holds: its own line, else that of all columns of its name. */
  readonly meaningOf: (file: string, column: string) => Bilingual<string> | undefined;
  /** The Chinese name of a value of a column: its own line, else that of all columns of its name. */
  readonly labelOf: (file: string, column: string, value: string) => string | undefined;
}

/** The words that stand in two data files; what they are read from is opened once, and only where it is asked for. */
export function wordsIn(files: { readonly meanings: URL; readonly labels: URL }): Words {
  const meanings = once(
    () =>
      new Map(
        linesOf(files.meanings).map(([column = "", en = "", zh = ""]) => [column, { en, zh }]),
      ),
  );
  const labels = once(
    () =>
      new Map(
        linesOf(files.labels).map(([column = "", value = "", zh = ""]) => [
          `${column} ${value}`,
          zh,
        ]),
      ),
  );
  return {
    meaningOf: (file, column) => meanings().get(`${file}.${column}`) ?? meanings().get(column),
    labelOf: (file, column, value) =>
      labels().get(`${file}.${column} ${value}`) ?? labels().get(`${column} ${value}`),
  };
}

/** Lines of a data file: cells that tabs part, by the first of them. */
function linesOf(url: URL): readonly (readonly string[])[] {
  const lines = readFileSync(url, "utf8").split(/\r?\n/u);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/** The words of the dataset's files. */
export const DATASET_WORDS: Words = wordsIn({
  meanings: new URL("./meanings.tsv", import.meta.url),
  labels: new URL("./labels.tsv", import.meta.url),
});
