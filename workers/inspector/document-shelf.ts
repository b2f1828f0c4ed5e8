import { printDataset } from "../../pipeline/dataset/json.js";
import type { DocumentDataset } from "../../index.js";
import { countChecks } from "./coverage.js";
import type { Entry, Shelf } from "./shelf.js";

/** One document that was read to be looked at, with its bytes. */
export function documentShelf(dataset: DocumentDataset, bytes: Uint8Array): Shelf {
  const { document, coverage } = dataset;
  const only =
    <T>(value: T) =>
    async (id: string) =>
      id === document.document_id ? value : undefined;
  return {
    entries: async () => [entryOf(dataset)],
    checks: only(countChecks(coverage)),
    dataset: only({ bytes: printDataset(dataset) }),
    original: only({ bytes }),
    hash: only(document.sha256),
  };
}

function entryOf({ document, findings }: DocumentDataset): Entry {
  const among = (severity: string) => findings.filter((each) => each.severity === severity).length;
  return { ...document, errors: among("error"), warnings: among("warning") };
}
