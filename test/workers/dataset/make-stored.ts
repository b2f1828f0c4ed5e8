import { gzipSync } from "node:zlib";
import { printJson, sourceOf } from "../../../index.js";
import type { DocumentDataset, Source } from "../../../index.js";
import { withSources } from "../../../pipeline/dataset/origins.js";
import { hashedSource } from "../../../pipeline/dataset/source.js";
import { resultKey } from "../../../workers/store/keys.js";
import type { Store } from "../../../workers/store/store.js";

/** The source of a text in a file. */
export function sourceNamed(text: string, fileName: string, over: Partial<Source> = {}): Source {
  return { ...sourceOf(new TextEncoder().encode(text), fileName), ...over };
}

/** Puts what was made of a document into a store, as workers do: under no name. */
export async function putResult(store: Store, dataset: DocumentDataset): Promise<void> {
  const { document } = dataset;
  const json = printJson(withSources(dataset, [hashedSource(document, document.document_id)]));
  await store.put(resultKey(document.sha256), gzipSync(json));
}
