import { createHash } from "node:crypto";
import type { OcrModels } from "../../common/ocr-options.js";
import { modelFile } from "./model-file.js";

/** Read once: what a process has loaded stays what it is. */
const digests = new Map<string, Promise<string>>();

const DIGITS = 12;

/**
 * Tells models by their bytes, wherever they are.
 *
 * @throws UnusableModels where one cannot be read
 */
export function digestOf(models: OcrModels): Promise<string> {
  const files = Object.entries(models).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return once(JSON.stringify(files), () => digested(files));
}

/**
 * The SHA-256 of a file.
 *
 * @throws UnusableModels where it cannot be read
 */
export function sha256Of(path: string): Promise<string> {
  return once(path, async () =>
    createHash("sha256")
      .update(await modelFile(path))
      .digest("hex"),
  );
}

function once(key: string, make: () => Promise<string>): Promise<string> {
  const known = digests.get(key) ?? make();
  digests.set(key, known);
  // It may be there the next time.
  known.catch(() => digests.delete(key));
  return known;
}

async function digested(
  files: readonly (readonly [part: string, path: string])[],
): Promise<string> {
  const hash = createHash("sha256");
  for (const [part, path] of files) {
    const bytes = await modelFile(path);
    hash.update(`${part} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex").slice(0, DIGITS);
}
