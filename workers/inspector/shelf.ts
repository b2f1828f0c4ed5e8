import type { CorrectionRow } from "../local/corrections.js";
import type { DocumentHead } from "../../pipeline/dataset/dataset.js";

/** A document as the overview lists it: what documents.csv and findings.csv tell of it. */
export interface Entry extends Pick<
  DocumentHead["document"],
  | "document_id"
  | "file_name"
  | "path"
  | "media_type"
  | "status"
  | "title"
  | "issuer_name"
  | "issuer_code"
  | "region_name"
  | "fiscal_year"
  | "stage"
  | "cells"
  | "cells_understood"
> {
  readonly errors: number;
  readonly warnings: number;
}

/** How many checks of a document passed, failed or could not run. */
export interface CheckCount {
  readonly passed: number;
  readonly failed: number;
  readonly not_run: number;
}

/** What readers put right in the documents, where that can be kept. */
interface Corrections {
  /** All of a document, in order, with those that were taken back. */
  readonly of: (sha256: string) => Promise<readonly CorrectionRow[]>;
  readonly add: (row: CorrectionRow) => Promise<void>;
}

/** The bytes of a document: where they are, or themselves. */
export type Original = { readonly path: string } | { readonly bytes: Uint8Array };

/** The documents that are looked at: those of an output folder, or one that was read for it. */
export interface Shelf {
  readonly entries: () => Promise<readonly Entry[]>;
  /** Undefined where there is no such document. */
  readonly checks: (id: string) => Promise<CheckCount | undefined>;
  /** The JSON of a document as it was published: its bytes, or the path of its file. */
  readonly dataset: (id: string) => Promise<Original | undefined>;
  /** The document as it was found; undefined where it is not at hand. */
  readonly original: (id: string) => Promise<Original | undefined>;
  /** The SHA-256 of a document. */
  readonly hash: (id: string) => Promise<string | undefined>;
  readonly corrections?: Corrections;
}
