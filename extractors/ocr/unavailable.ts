/** Pictures of pages cannot be read on this machine, or as it was asked; the message says what to do. */
export class OcrUnavailable extends Error {
  override readonly name = "OcrUnavailable";
}
