/** When pages are read by OCR: those without a usable text layer, all, or none. */
export const OCR_MODES = ["auto", "always", "never"] as const;
export type OcrMode = (typeof OCR_MODES)[number];

export const OCR_ENGINES = ["ppocr", "tesseract"] as const;
export type OcrEngineName = (typeof OCR_ENGINES)[number];

/** How a caller of the library wants pictures of pages to be read; it is resolved into an `OcrPlan` at once. */
export interface OcrOptions {
  /** `auto` unless it is said. */
  readonly mode?: OcrMode;
  /** `ppocr` unless it is said. */
  readonly engine?: OcrEngineName;
  /** Files of PP-OCR models, or those that the program brings. Where it is not said: those that were added, if any. */
  readonly models?: OcrModels | "bundled";
  /** Where results are kept, so that no page is recognized twice. */
  readonly cache?: OcrCache;
}

/** Paths of ONNX files, and of the list of characters that the recognition knows, one a line. */
export interface OcrModels {
  readonly detection?: string;
  readonly recognition?: string;
  readonly characters?: string;
  readonly direction?: string;
}

/** Keeps what was recognized, by a key of letters, digits and `-`. */
export interface OcrCache {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, result: Uint8Array) => Promise<void>;
}
