import type { Converting, Limits, OcrPlan, PdfReading, Source } from "../../index.js";
import type { Correction } from "../../pipeline/model/correction.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Piece } from "../../pipeline/dataset/json.js";
import type { PrintedEnd, WasUnpacked } from "./was-read.js";

/** How documents are read: what a reader is told first, its process and its thread alike. */
export interface ReadingPlan extends OcrPlan {
  readonly limits: Limits;
  /** Where LibreOffice is; null where it is to be looked for. */
  readonly libreOffice?: string | null;
  /** What reads PDFs; the default where it is not said. */
  readonly pdfEngine?: PdfReading;
}

/** What a reading thread says. */
export type Said =
  | { readonly type: "ready" }
  /** A page of the document in hand was recognized. */
  | ({ readonly type: "page" } & PageDone)
  /** Another program converts the document in hand, or has ended: it is ended with the reader. */
  | { readonly type: "converting"; readonly converting: Converting | null }
  /** What is recognized cannot be kept; it is read all the same. */
  | { readonly type: "cache_fault"; readonly reason: Bilingual<string> }
  /** Some of the JSON of the document in hand. */
  | { readonly type: "printed"; readonly piece: Piece }
  | { readonly type: "read"; readonly result: PrintedEnd | WasUnpacked };

/** What the process of a reader says: what its thread says, and what becomes of itself. */
export type SaidByReader =
  | Said
  /** It holds more memory than a document may take. */
  | { readonly type: "outgrown" }
  /** Its thread has ended. */
  | { readonly type: "fell"; readonly reason: Bilingual<string>; readonly outOfMemory: boolean };

/** A document to read. */
export interface ToRead {
  readonly source: Source;
  readonly bytes: Uint8Array;
  /** What readers put right in it. */
  readonly corrections?: readonly Correction[] | undefined;
  /** The folder where it stands, where that is known: a page shows pictures of it. */
  readonly folder?: string;
  /**
   * What is wanted beside documents: of an archive what is in it, which is refused as no document otherwise; or of a
   * PDF the files that hang on it, and nothing else.
   */
  readonly unpack?: "archive" | "attached";
}

/** How many pages of a document are recognized, of those that are to be. */
export interface PageDone {
  readonly done: number;
  readonly all: number;
}
