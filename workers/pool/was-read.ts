import { UnreadableSource, failed } from "../../index.js";
import type { DocumentDataset, Member } from "../../index.js";
import { leadingSource } from "../../pipeline/dataset/source.js";
import { printDataset } from "../../pipeline/dataset/json.js";
import { summaryOf } from "./summary.js";
import type { DocumentSummary } from "./summary.js";

/** What became of a document: always its JSON, that of a failed one too. */
export interface WasRead {
  /** As in documents/<document_id>.json. */
  readonly json: Uint8Array<ArrayBuffer>;
  readonly summary: DocumentSummary;
  /** The fault of the program that stopped it, where there was one: its stack. */
  readonly bug?: string;
}

/** The files of an archive, which is no document itself. */
export interface WasUnpacked {
  readonly members: readonly Member[];
}

/** Prints what became of a document; one that is too large to be printed has failed. */
export function wasRead(dataset: DocumentDataset, bug?: unknown): WasRead {
  try {
    const json = printDataset(dataset);
    return { json, summary: summaryOf(dataset), ...(bug === undefined ? {} : { bug: stack(bug) }) };
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    return wasRead(failed(leadingSource(dataset), error), bug);
  }
}

function stack(bug: unknown): string {
  return bug instanceof Error && bug.stack !== undefined ? bug.stack : String(bug);
}
