import type { UnreadableCode } from "./error-codes.js";
import { inBoth } from "./finding.js";
import type { Bilingual } from "./finding.js";

/**
 * An error that is told to a person: what is wrong and what to do, in both languages. Its message is
 * the English sentence.
 */
export abstract class ToldError extends Error {
  readonly says: Bilingual<string>;
  /** How a command ends by it: 1 where the person can do something about it, 2 where it was called wrongly. */
  readonly exitCode: 1 | 2 = 1;

  constructor(says: Bilingual<string>, options?: ErrorOptions) {
    super(says.en, options);
    this.says = says;
  }
}

/** What an error says: one that is not told to a person says the same in both languages. */
export function saidBy(error: unknown): Bilingual<string> {
  if (error instanceof ToldError) return error.says;
  return inBoth(error instanceof Error ? error.message : String(error));
}

/**
 * The source cannot be read, now or later: trying again does not help.
 * It names the reason and what to do.
 */
export class UnreadableSource extends ToldError {
  override readonly name = "UnreadableSource";
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, says: Bilingual<string>, options?: ErrorOptions) {
    super(says, options);
    this.code = code;
  }
}

/** A source without a single byte. */
export function emptySource(): UnreadableSource {
  return new UnreadableSource("empty", {
    en: "The file is empty. Fetch it again.",
    zh: "文件是空的，请重新获取。",
  });
}

/** The code that Node.js gives an error, such as `ENOENT`; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
