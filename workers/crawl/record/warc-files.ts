import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeGrown } from "../../../pipeline/dataset/growing-file.js";
import type { Store } from "../../store/store.js";
import { exchangesOfSite } from "./journal.js";
import { fileRecord } from "./warc.js";

/**
 * Writes `warc/SITE-RUN.warc.gz` for each ended run of some sites whose exchanges were kept, unless it stands there.
 * Returns the keys of the exchanges that stand in files.
 */
export async function writeWarcFiles(
  store: Store,
  sites: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const inFiles: string[] = [];
  for (const site of sites)
    for (const [run, keys] of await exchangesOfSite(store, site)) {
      const path = join(folder, "warc", `${site}-${run}.warc.gz`);
      inFiles.push(...keys);
      if (existsSync(path)) continue;
      await mkdir(join(folder, "warc"), { recursive: true });
      await writeGrown(path, async (append) => {
        await append(fileRecord());
        for (const key of keys) await append((await store.get(key)) ?? new Uint8Array());
      });
    }
  return inFiles;
}
