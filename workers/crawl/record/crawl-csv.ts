import { stringify } from "csv-stringify/sync";
import { writeGrown } from "../../../pipeline/dataset/growing-file.js";
import type { Store } from "../../store/store.js";
import { rowsOfSite } from "./journal.js";
import { crawlRow } from "./row.js";

/** The columns of crawl.csv. */
export const CRAWL_COLUMNS = Object.keys(crawlRow.shape);
const OPTIONS = { record_delimiter: "\n", quoted_match: /\r/u, columns: CRAWL_COLUMNS } as const;

/** Writes crawl.csv: all rows of all runs of some sites of a store. */
export async function writeCrawlCsv(
  store: Store,
  sites: readonly string[],
  path: string,
): Promise<void> {
  await writeGrown(path, async (append) => {
    await append(stringify([], { ...OPTIONS, header: true }));
    for (const site of sites)
      for await (const row of rowsOfSite(store, site)) await append(stringify([row], OPTIONS));
  });
}
