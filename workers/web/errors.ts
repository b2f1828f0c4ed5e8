import { UnreadableSource } from "../../index.js";
import { ToldError } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";

/** A web server did not give a document, and may do so later. */
export class SourceUnavailable extends ToldError {
  override readonly name = "SourceUnavailable";
  /** How long the server asked to wait, in milliseconds. */
  readonly after: number | undefined;
  constructor(says: Bilingual<string>, options: ErrorOptions & { readonly after?: number } = {}) {
    super(says, options);
    this.after = options.after;
  }
}

/** An address is not fetched because of the options of this run: it names the one that lets it pass. */
export class SourceRefused extends ToldError {
  override readonly name = "SourceRefused";
}

/** Whether an error speaks of one document, so that the others are fetched all the same. */
export function isOfSource(
  error: unknown,
): error is UnreadableSource | SourceUnavailable | SourceRefused {
  return (
    error instanceof UnreadableSource ||
    error instanceof SourceUnavailable ||
    error instanceof SourceRefused
  );
}

/** The temporary folder does not take what is fetched; it says why and what to do. */
export class UnwritableScratch extends ToldError {
  override readonly name = "UnwritableScratch";
}
