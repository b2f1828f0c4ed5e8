import type { DocumentDataset } from "../../index.js";
import { validate } from "../../pipeline/dataset/validate.js";
import { resultKey } from "./keys.js";
import { unpack } from "./packing.js";
import { DamagedStore } from "./store.js";
import type { Store } from "./store.js";

/** What was made of a document, with its JSON as it is stored: under no name yet. */
export interface StoredResult {
  readonly dataset: DocumentDataset;
  readonly json: Uint8Array;
}

/**
 * Reads what the store gave for a document.
 *
 * @throws DamagedStore where it is cut short, changed, of another form or of another document
 */
export async function unpackResult(
  store: Store,
  sha256: string,
  packed: Uint8Array,
): Promise<StoredResult> {
  try {
    const json = await unpack(packed);
    const dataset = validate(JSON.parse(json.toString("utf8")));
    if (dataset.document.sha256 !== sha256) throw new Error("It is of another document.");
    return { dataset, json };
  } catch (cause) {
    throw new DamagedStore(
      {
        en: `${resultKey(sha256)} in ${store.address} is not what was put there. Remove it and submit the document again.`,
        zh: `${store.address} 中的 ${resultKey(sha256)} 与存入时不同。请删除它，并重新提交该文档。`,
      },
      { cause },
    );
  }
}
