import type { Store } from "../../store/store.js";
import { sitesKnownTo } from "./journal.js";

function keyOf(site: string, dataset: string): string {
  return `crawl/${site}/submitted-${dataset}.json`;
}

/** The paths of the documents of a site that were submitted to a dataset; undefined before its first crawl into it. */
export async function readSubmitted(
  store: Store,
  site: string,
  dataset: string,
): Promise<ReadonlySet<string> | undefined> {
  const bytes = await store.get(keyOf(site, dataset));
  return bytes && new Set(JSON.parse(Buffer.from(bytes).toString("utf8")));
}

/** Notes the paths of documents of a site that were submitted to a dataset, all of them. */
export async function writeSubmitted(
  store: Store,
  { site, dataset }: { readonly site: string; readonly dataset: string },
  paths: readonly string[],
): Promise<void> {
  await store.put(keyOf(site, dataset), Buffer.from(JSON.stringify(paths)));
}

/** The sites that were crawled into a dataset. */
export async function sitesInto(store: Store, dataset: string): Promise<readonly string[]> {
  const sites: string[] = [];
  for (const site of await sitesKnownTo(store))
    if ((await store.size(keyOf(site, dataset))) !== undefined) sites.push(site);
  return sites;
}
