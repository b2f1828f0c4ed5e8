import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { OcrUse } from "../../pipeline/dataset/dataset.js";
import type { OcrModels, OcrOptions } from "./options.js";

/**
 * What a result depends on whose pages are read by OCR so. Models that the program brings are of its
 * version; those that are given are told by their bytes.
 */
export async function ocrUse(options: Omit<OcrOptions, "cache"> = {}): Promise<OcrUse> {
  const { mode = "auto", engine = "ppocr", models } = options;
  if (mode === "never") return { mode, engine: null };
  const digest = models === undefined ? undefined : await digestOf(models);
  return { mode, engine: digest === undefined ? engine : `${engine}-${digest}` };
}

/** Read once: what a process has loaded stays what it is. */
const digests = new Map<string, Promise<string>>();

const DIGITS = 12;

function digestOf(models: OcrModels): Promise<string> {
  const files = Object.entries(models).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify(files);
  const known = digests.get(key) ?? digested(files);
  digests.set(key, known);
  return known;
}

async function digested(
  files: readonly (readonly [part: string, path: string])[],
): Promise<string> {
  const hash = createHash("sha256");
  for (const [part, path] of files) {
    const bytes = await readFile(path);
    hash.update(`${part} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex").slice(0, DIGITS);
}
