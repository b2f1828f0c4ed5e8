import type { Gray, PixelBox } from "../../raster/gray.js";

/** Finds and reads text in pictures. It knows no tables, no pages of a document and no budgets. */
export interface OcrEngine {
  /** `ppocr` or `tesseract`. */
  readonly name: string;
  /** Changes whenever the same picture may be read otherwise: the key of what was read before. */
  readonly version: string;
  /** Signs of these texts that it can never read. */
  readonly cannotRead: readonly string[];
  /** Where lines of text stand in an upright page: boxes around their ink, from the top down. */
  readonly find: (page: Gray) => Promise<readonly PixelBox[]>;
  /** Whether most of these lines stand on their head. */
  readonly isUpsideDown: (lines: readonly Gray[]) => Promise<boolean>;
  /** The characters of one line that fills the picture, from left to right; none where it sees none. */
  readonly read: (line: Gray) => Promise<readonly ReadCharacter[]>;
  readonly close: () => Promise<void>;
}

/** A character as it was recognized. An empty text: nothing was read there, though `others` may stand there. */
export interface ReadCharacter {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Where it stands in the line's picture, in pixels. */
  readonly left: number;
  readonly right: number;
  /** What else it may be, the likeliest first; none where the engine is sure. */
  readonly others: readonly OtherReading[];
}

/** Another reading of a character: an empty text says that there may be none. */
export interface OtherReading {
  readonly text: string;
  readonly confidence: number;
}
