import type { Marks } from "../../page/marks.js";
import type { Picture } from "../../raster/gray.js";

/**
 * A library that reads PDFs. What it takes from a page has one shape, so that all that is made of it has
 * one code.
 */
export interface PdfEngine {
  /**
   * Opens a PDF for reading, or for seeing it, pictures and all. The bytes are left as they are.
   *
   * @throws UnreadableSource where it is damaged beyond repair or needs a password
   */
  readonly open: (bytes: Uint8Array, use: "read" | "see") => Promise<OpenPdf>;
  /**
   * Does work with open PDFs.
   *
   * @throws UnreadableSource `damaged` where the library gives up on a part of a document
   */
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A PDF in the hands of a library; to be closed. Pages are numbered from 1. */
export interface OpenPdf {
  readonly pageCount: number;
  /**
   * What is visible on a page, upright.
   *
   * @throws DamagedPage where it cannot be read and others may be
   */
  readonly marks: (page: number) => Promise<Marks>;
  /** A page as it is seen. */
  readonly picture: (page: number) => Promise<DrawnPage>;
  /** The files within it: those of the document, then those that hang on a place of a page. */
  readonly files: () => Promise<readonly HeldFile[]>;
  readonly close: () => Promise<void>;
}

/** A page whose resolution is known. */
export interface DrawnPage extends Picture {
  readonly dpi: number;
}

/** A file within a PDF, under the name that is stated: empty, a path, or that of another too. */
export interface HeldFile {
  readonly stated: string;
  readonly bytes: Uint8Array;
}

/** A page that cannot be read; its message says why. */
export class DamagedPage extends Error {
  override readonly name = "DamagedPage";
}
