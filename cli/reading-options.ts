import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import type { Limits } from "../index.js";
import { DEFAULT_LIMITS } from "../workers/pool/pool.js";

/** How many documents are read at once, and what one may cost. */
export interface ReadingOptions {
  readonly concurrency: number;
  readonly limits: Limits;
}

interface Given {
  readonly concurrency: number;
  readonly timeout: number;
  readonly memory: number;
}

/** Gives a command the options that decide how documents are read. */
export function takesReadingOptions(command: Command): Command {
  return command
    .option("-c, --concurrency <n>", "documents read at once", atLeastOne, availableParallelism())
    .option(
      "--timeout <seconds>",
      "the longest that a document, or each of its pages in OCR, may take",
      atLeastOne,
      DEFAULT_LIMITS.seconds,
    )
    .option(
      "--memory <megabytes>",
      "the most memory that a document may take",
      memoryNumber,
      DEFAULT_LIMITS.megabytes,
    );
}

export function readingOptions({ concurrency, timeout, memory }: Given): ReadingOptions {
  return { concurrency, limits: { seconds: timeout, megabytes: memory } };
}

/** A reader that reads nothing yet takes some fifty megabytes. */
const LEAST_MEGABYTES = 64;

function memoryNumber(text: string): number {
  const megabytes = atLeastOne(text);
  if (megabytes < LEAST_MEGABYTES)
    throw new InvalidArgumentError(`A reader needs ${LEAST_MEGABYTES} or more.`);
  return megabytes;
}

/** A whole number from 1 on. */
export function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text))
    throw new InvalidArgumentError("It is a whole number, 1 or more.");
  return Number(text);
}
