import type { Document } from "../../pipeline/model/document.js";
import type { Outcome } from "../../pipeline/model/finding.js";
import type { Beside } from "./beside.js";
import type { OcrCache } from "./ocr-options.js";
import type { OcrPlan } from "./ocr-plan.js";
import type { PdfReading } from "./pdf-engines.js";

/** The plan by which pages are recognized, and beside it what is no data. */
export interface Recognition {
  readonly plan: OcrPlan;
  /** Keeps results, so that no page is recognized twice: the store of the plan, opened, or one of the caller's own. */
  readonly cache?: OcrCache | undefined;
  /**
   * Told after each page that was read by OCR, with the number of those that are; and with 0 before an
   * engine is opened for the first of them.
   */
  readonly onPage?: ((done: number, all: number) => void) | undefined;
  /** What reads PDFs: pdf.js unless it is said. */
  readonly pdfEngine?: PdfReading | undefined;
  readonly conversion?: Conversion | undefined;
  /** The files beside the document, where it was found in a folder. */
  readonly beside?: Beside | undefined;
}

/** How documents are converted that another program reads. */
export interface Conversion {
  /** LibreOffice; looked for where it is not given. */
  readonly program?: string | null | undefined;
  /** Told of the group of processes that converts, and its folder, so that who ends this process can end it; null when it has ended. */
  readonly onProcess?: ((converting: Converting | null) => void) | undefined;
}

/** A conversion that goes on: the number of its group of processes, and the folder that it writes to. */
export interface Converting {
  readonly group: number;
  readonly folder: string;
}

/** A file format: what it accepts, by its bytes, and how it becomes a `Document`. */
export interface Format {
  /** `extractor` of documents.csv. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether these bytes are this format. File names lie and are not asked. */
  readonly accepts: (bytes: Uint8Array) => boolean;
  /**
   * Pages that are pictures are read by the models of the program unless another plan is given.
   *
   * @throws UnreadableSource where no result is possible
   */
  readonly extract: (bytes: Uint8Array, recognition?: Recognition) => Promise<Outcome<Document>>;
}
