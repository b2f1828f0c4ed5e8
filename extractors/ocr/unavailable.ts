import type { Bilingual } from "../../pipeline/finding.js";

/** Pictures of pages cannot be read on this machine, or as it was asked; the message says what to do. */
export class OcrUnavailable extends Error {
  override readonly name = "OcrUnavailable";
  /** The message in both languages. */
  readonly says: Bilingual<string>;

  constructor(says: Bilingual<string>, options?: ErrorOptions) {
    super(says.en, options);
    this.says = says;
  }
}
