import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OcrCache } from "../index.js";
import { openOcrCache } from "../workers/store/ocr-cache.js";

/** The checkout, from the sources and from the compiled bench. */
const ROOT = checkoutAbove(import.meta.dirname);

/** Where what was recognized stands while the code that recognizes, the packages and the machine's kind are the same. */
export const RECOGNIZED = join(ROOT, "node_modules/.cache/gongkai-recognized", readers());

/**
 * What was recognized, by its picture: all test files and later runs share it, for a page takes seconds. Whatever is
 * changed in `extractors/` or the packages is tried with nothing kept.
 */
export const recognizedPages: OcrCache = openOcrCache(RECOGNIZED, (reason) => {
  throw new Error(reason.en);
});

function checkoutAbove(folder: string): string {
  return existsSync(join(folder, "package-lock.json")) ? folder : checkoutAbove(dirname(folder));
}

/** A digest of all that recognition depends on beside the picture and the models, which its keys hold. */
function readers(): string {
  const hash = createHash("sha256").update(
    `${process.version} ${process.platform} ${process.arch}`,
  );
  hash.update(readFileSync(join(ROOT, "package-lock.json")));
  const files = readdirSync(join(ROOT, "extractors"), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".ts")).toSorted())
    hash.update(file).update(readFileSync(join(ROOT, "extractors", file)));
  return hash.digest("hex").slice(0, 16);
}
