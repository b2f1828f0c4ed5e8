import type { Limits, Source } from "../../index.js";
import type { DocumentSummary } from "./summary.js";

/** A document to read. Its bytes are handed over: the caller's array is empty afterwards. */
export interface ToRead {
  readonly source: Source;
  readonly bytes: Uint8Array;
}

/** What became of a document: always its JSON, that of a failed one too. */
export interface WasRead {
  /** As in documents/<document_id>.json. */
  readonly json: Uint8Array;
  readonly summary: DocumentSummary;
  /** The fault of the program that stopped it, where there was one: its stack. */
  readonly bug?: string;
}

/** Threads that read documents; one that a document brought down is replaced. */
export interface Pool {
  /** Never rejects for a document's sake. Calls beyond the number of threads wait their turn. */
  readonly read: (document: ToRead) => Promise<WasRead>;
  readonly close: () => Promise<void>;
}
