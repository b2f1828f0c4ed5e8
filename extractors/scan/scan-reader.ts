import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { OcrEngine } from "../ocr/engine/engine.js";
import { openEngine } from "../ocr/open-engine.js";
import type { Recognition } from "../common/format.js";
import type { OcrCache } from "../common/ocr-options.js";
import type { Picture } from "../raster/gray.js";
import { PAGE_READER, readPage } from "./read-page.js";
import { type RecognizedPage, recognizedPage } from "./recognized-page.js";

/** Reads pictures of pages, each only once where results are kept. */
export interface ScanReader {
  readonly engine: Pick<OcrEngine, "name" | "version" | "cannotRead">;
  readonly read: (picture: Picture) => Promise<RecognizedPage>;
}

/**
 * The engine is opened once and serves all documents of its thread.
 *
 * @throws OcrUnavailable where there is none
 */
export async function openScanReader({ plan, cache }: Recognition): Promise<ScanReader> {
  const engine = await openEngine(plan);
  return {
    engine,
    read: async (picture) => {
      if (cache === undefined) return readPage(picture, engine);
      const key = keyOf(picture, engine);
      const kept = await keptPage(key, cache);
      if (kept !== null) return kept;
      const page = await readPage(picture, engine);
      await cache.put(key, gzipSync(JSON.stringify(page)));
      return page;
    },
  };
}

/** The same pixels at the same resolution, engine and reader of pages give the same text. */
function keyOf({ width, height, data, dpi }: Picture, engine: OcrEngine): string {
  const size = `${width} ${height} ${dpi ?? ""} `;
  const pixels = createHash("sha256").update(size).update(data).digest("hex");
  return `${engine.version}-${PAGE_READER}-${pixels}`;
}

/** What is kept under a key; what cannot be understood any more is as if it were not there. */
async function keptPage(key: string, cache: OcrCache): Promise<RecognizedPage | null> {
  const bytes = await cache.get(key);
  if (bytes === undefined) return null;
  try {
    return recognizedPage.parse(JSON.parse(gunzipSync(bytes).toString("utf8")));
  } catch {
    return null;
  }
}
