import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bilingual } from "../../pipeline/model/finding.js";

/** What is said of a file beside its schema. */
interface FileWords {
  /** What a row is, in Chinese; the schema says it in English. */
  readonly about: string;
  readonly pitfall: Bilingual<string>;
}

/** What is said of a column beside its schema: an empty text where nothing is. */
interface ColumnWords {
  /** Where the title does not say it. */
  readonly unit: string;
  readonly pitfall: Bilingual<string>;
}

/** What is said of files, by their names. */
export const FILE_WORDS: ReadonlyMap<string, FileWords> = new Map(
  linesOf("files.tsv").map(([file = "", about = "", en = "", zh = ""]) => [
    file,
    { about, pitfall: { en, zh } },
  ]),
);

/** What is said of columns, by `file.column` or by the name of all columns that are called so. */
export const COLUMN_WORDS: ReadonlyMap<string, ColumnWords> = new Map(
  linesOf("columns.tsv").map(([column = "", unit = "", en = "", zh = ""]) => [
    column,
    { unit, pitfall: { en, zh } },
  ]),
);

/** Lines of a data file: cells that tabs part. */
function linesOf(name: string): readonly (readonly string[])[] {
  const path = join(dirname(fileURLToPath(import.meta.url)), name);
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}
