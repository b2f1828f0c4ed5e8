import type { Writable } from "node:stream";
import { ToldError } from "../../pipeline/model/errors.js";
import type { Language } from "../../pipeline/model/finding.js";

/** Where a command writes: results to `stdout`, progress and errors to `stderr`. */
export interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether a person watches `stderr`. */
  readonly interactive: boolean;
  /** What it is spoken to in; JSON and logs are the same in all. */
  readonly language: Language;
}

/** The command was called wrongly; it says what to do. */
export class UsageError extends ToldError {
  override readonly name = "UsageError";
  override readonly exitCode = 2;
}

/** What every command returns: 0 all read, 1 some document failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Lets a reader such as `head` close the pipe early: the rest is not printed, and that is no error. */
export function tolerateClosedPipe(stream: Writable): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
