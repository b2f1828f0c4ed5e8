import { join } from "node:path";
import { compare } from "../../panel/compare.js";
import { type IssuersFile, issuersFile } from "../../panel/issuers-file.js";
import { panelKey } from "../store/keys.js";
import { DamagedStore } from "../store/store.js";
import type { Store } from "../store/store.js";
import { datasetName } from "./datasets.js";

/** The folder of a dataset that its comparison stands in. */
export const PANEL_FOLDER = "panel";

/**
 * Has a dataset compared from now on whenever it is compiled, by whichever worker. What is known of issuers replaces what
 * was said before.
 *
 * @throws StoreUnavailable
 */
export async function askForPanel(
  store: Store,
  dataset: string,
  issuers: IssuersFile,
): Promise<void> {
  await store.put(panelKey(datasetName(dataset)), Buffer.from(`${JSON.stringify(issuers)}\n`));
}

/** A dataset whose CSV files stand in a folder. */
interface Compared {
  readonly store: Store;
  readonly dataset: string;
  readonly folder: string;
}

/**
 * Writes the comparison of a dataset beside its CSV files, in `panel/`, where it was asked for.
 *
 * @throws DamagedStore, ForeignFile, DatabaseUnavailable
 */
export async function writePanelOf({ store, dataset, folder }: Compared): Promise<void> {
  const key = panelKey(dataset);
  const asked = await store.get(key);
  if (asked === undefined) return;
  const issuers = issuersIn(asked, `${key} in ${store.address}`);
  await compare({ folders: [folder], out: join(folder, PANEL_FOLDER), issuers });
}

function issuersIn(asked: Uint8Array, name: string): IssuersFile {
  try {
    return issuersFile.parse(JSON.parse(Buffer.from(asked).toString("utf8")));
  } catch (cause) {
    throw new DamagedStore(
      {
        en: `${name} is not what was put there. Submit to the dataset with --panel again.`,
        zh: `${name} 与存入时不同。请再次用 --panel 提交到该数据集。`,
      },
      { cause },
    );
  }
}
