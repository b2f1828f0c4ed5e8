import type { Document } from "./document.js";
import type { Outcome } from "./finding.js";

/** A file format: what it accepts, by its bytes, and how it becomes a `Document`. */
export interface Format {
  /** `extractor` of documents.csv. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether these bytes are this format. File names lie and are not asked. */
  readonly accepts: (bytes: Uint8Array) => boolean;
  /** @throws UnreadableSource where no result is possible */
  readonly extract: (bytes: Uint8Array) => Promise<Outcome<Document>>;
}
