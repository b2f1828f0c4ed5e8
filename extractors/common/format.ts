import type { Document } from "../../pipeline/model/document.js";
import type { Outcome } from "../../pipeline/model/finding.js";

import type { OcrOptions } from "./ocr-options.js";

/** What reading a source depends on besides its bytes. */
export interface Extraction {
  readonly ocr?: OcrOptions;
  /**
   * Told after each page that was read by OCR, with the number of those that are; and with 0 before an
   * engine is opened for the first of them.
   */
  readonly onPage?: (done: number, all: number) => void;
}

/** A file format: what it accepts, by its bytes, and how it becomes a `Document`. */
export interface Format {
  /** `extractor` of documents.csv. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether these bytes are this format. File names lie and are not asked. */
  readonly accepts: (bytes: Uint8Array) => boolean;
  /** @throws UnreadableSource where no result is possible */
  readonly extract: (bytes: Uint8Array, extraction?: Extraction) => Promise<Outcome<Document>>;
}
