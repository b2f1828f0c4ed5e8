/** Why a source cannot be read; `error_code` of documents.csv. */
export type UnreadableCode =
  | "empty"
  | "unknown_format"
  | "unsupported_format"
  | "damaged"
  | "encrypted"
  | "too_large"
  | "no_text"
  | "ocr_unavailable"
  | "not_found"
  | "timeout"
  | "out_of_memory"
  | "crashed"
  | "not_read"
  | "internal";

/**
 * The source cannot be read, now or later: trying again does not help.
 * The message names the reason and what to do.
 */
export class UnreadableSource extends Error {
  override readonly name = "UnreadableSource";
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A source without a single byte. */
export function emptySource(): UnreadableSource {
  return new UnreadableSource("empty", "The file is empty. Fetch it again.");
}

/** The code that Node.js gives an error, such as `ENOENT`; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
