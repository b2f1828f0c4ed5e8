import { UnreadableSource } from "../../index.js";

/** A web server did not give a document, and may do so later. */
export class SourceUnavailable extends Error {
  override readonly name = "SourceUnavailable";
  /** How long the server asked to wait, in milliseconds. */
  readonly after: number | undefined;
  constructor(message: string, options: ErrorOptions & { readonly after?: number } = {}) {
    super(message, options);
    this.after = options.after;
  }
}

/** An address is not fetched because of the options of this run: the message names the one that lets it pass. */
export class SourceRefused extends Error {
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

/** The temporary folder does not take what is fetched; the message says why and what to do. */
export class UnwritableScratch extends Error {
  override readonly name = "UnwritableScratch";
}
