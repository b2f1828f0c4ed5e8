import { stringify } from "csv-stringify/sync";
import { growFile } from "../../../pipeline/dataset/growing-file.js";
import type { Store } from "../../store/store.js";
import { rowsOfSite, sitesKnownTo } from "./journal.js";
import { crawlRow } from "./row.js";

const COLUMNS = Object.keys(crawlRow.shape);
const OPTIONS = { record_delimiter: "\n", quoted_match: /\r/u, columns: COLUMNS } as const;

/** Writes crawl.csv: all rows of all runs of all sites that a store knows, whole or not at all. */
export async function writeCrawlCsv(store: Store, path: string): Promise<void> {
  const file = await growFile(path);
  try {
    await file.append(stringify([], { ...OPTIONS, header: true }));
    for (const site of await sitesKnownTo(store))
      for await (const row of rowsOfSite(store, site)) await file.append(stringify([row], OPTIONS));
    await file.complete();
    await file.show();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}
