import type { DocumentDataset } from "../../index.js";

/** What the end of a run tells of one document. */
export interface DocumentSummary {
  readonly document: Pick<DocumentDataset["document"], "status" | "error_code" | "error_message">;
  readonly tables: Counts<string>;
  readonly records: Counts<string>;
  readonly findings: Counts<string>;
  readonly cells: DocumentDataset["cells"];
  readonly checks: Counts<string>;
}

export type Counts<K extends string> = Readonly<Partial<Record<K, number>>>;
