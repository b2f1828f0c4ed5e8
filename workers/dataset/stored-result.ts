import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { DocumentDataset } from "../../index.js";
import { validate } from "../../pipeline/dataset/validate.js";
import { resultKey } from "../store/keys.js";
import { DamagedStore } from "../store/store.js";
import type { Store } from "../store/store.js";

const unpack = promisify(gunzip);

/** What was made of a document, with its JSON as it is stored: under no name yet. */
export interface StoredResult {
  readonly dataset: DocumentDataset;
  readonly json: Uint8Array;
}

/** Reads a stored result. @throws DamagedStore */
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
      `${resultKey(sha256)} in ${store.address} is not what was put there. Remove it and submit the document again.`,
      { cause },
    );
  }
}
