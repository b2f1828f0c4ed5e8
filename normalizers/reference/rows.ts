import { readFileSync } from "node:fs";
import { once } from "../../pipeline/model/once.js";

/**
 * A data file beside this module, one array of cells a row, without its header row. Read when first
 * asked for: starting the program must not cost the parsing of lists that a document may not need.
 */
export function rowsOf(file: string): () => readonly (readonly string[])[] {
  return once(() => readRows(new URL(file, import.meta.url)));
}

/** The rows of a file of tab-separated values without its header row, one array of cells each. */
export function readRows(file: URL): readonly (readonly string[])[] {
  const text = readFileSync(file, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
}
