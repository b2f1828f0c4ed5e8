import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { OcrEngine } from "../engine/engine.js";
import { OcrUnavailable } from "../engine/unavailable.js";
import { isUpsideDown } from "./direction.js";
import { readLine } from "./read-line.js";
import { openRecognizer } from "./recognizer.js";
import { textLines } from "./text-lines.js";

/** Raised whenever what is done around Tesseract changes what is read. */
const RUNNER = 1;

/**
 * Tesseract, compiled to WebAssembly, for machines without the native runtime that the networks need.
 *
 * @throws OcrUnavailable where it or its language is missing
 */
export async function openTesseract(): Promise<OcrEngine> {
  const folder = languageFolder();
  const version = await versionOf(folder);
  const recognizer = await openRecognizer(folder);
  return {
    name: "tesseract",
    version,
    // None of its Chinese models has them; it reads 之, 2, X and the like.
    cannotRead: ["≥", "≤", "±", "×", "÷"],
    find: async (page) => textLines(page),
    isUpsideDown: (lines) => isUpsideDown(lines, recognizer),
    read: (line) => readLine(line, recognizer),
    close: () => recognizer.close(),
  };
}

const resolveFrom = createRequire(import.meta.url);

function languageFolder(): string {
  try {
    const found = resolveFrom.resolve("@tesseract.js-data/chi_sim/package.json");
    return join(dirname(found), "4.0.0_best_int");
  } catch (cause) {
    throw missing(cause);
  }
}

async function versionOf(folder: string): Promise<string> {
  try {
    const hash = createHash("sha256");
    hash.update(await readFile(join(folder, "chi_sim.traineddata.gz")));
    hash.update(await readFile(resolveFrom.resolve("tesseract.js/package.json")));
    return `tesseract-${RUNNER}-${hash.digest("hex").slice(0, 12)}`;
  } catch (cause) {
    throw missing(cause);
  }
}

function missing(cause: unknown): OcrUnavailable {
  return new OcrUnavailable(
    {
      en: "Tesseract or its language is missing: install them with `npm install tesseract.js@7.0.0 @tesseract.js-data/chi_sim@1.0.0`.",
      zh: "没有安装 Tesseract 或其语言数据：请用 `npm install tesseract.js@7.0.0 @tesseract.js-data/chi_sim@1.0.0` 安装。",
    },
    { cause },
  );
}
