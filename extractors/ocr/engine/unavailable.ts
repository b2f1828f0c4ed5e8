import { ToldError } from "../../../pipeline/model/errors.js";

/** Pictures of pages cannot be read on this machine, or as it was asked; it says what to do. */
export class OcrUnavailable extends ToldError {
  override readonly name = "OcrUnavailable";
  override readonly exitCode = 2;
}
