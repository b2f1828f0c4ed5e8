import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import type { Limits } from "../../index.js";
import type { Language } from "../../pipeline/model/finding.js";
import { DEFAULT_LIMITS } from "../../workers/pool/pool.js";

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
export function takesReadingOptions(command: Command, language: Language): Command {
  const whole = atLeastOne(language);
  return command
    .option("-c, --concurrency <n>", HELP.concurrency[language], whole, availableParallelism())
    .option("--timeout <seconds>", HELP.timeout[language], whole, DEFAULT_LIMITS.seconds)
    .option(
      "--memory <megabytes>",
      HELP.memory[language],
      memoryNumber(language),
      DEFAULT_LIMITS.megabytes,
    );
}

const HELP = {
  concurrency: { en: "documents read at once", zh: "同时读取几份文档" },
  timeout: {
    en: "the longest that a document, or each of its pages in OCR, may take",
    zh: "每份文档（用 OCR 识别时为每页）最多用时",
  },
  memory: { en: "the most memory that a document may take", zh: "每份文档最多占用的内存" },
};

export function readingOptions({ concurrency, timeout, memory }: Given): ReadingOptions {
  return { concurrency, limits: { seconds: timeout, megabytes: memory } };
}

/** A reader that reads nothing yet takes some fifty megabytes. */
const LEAST_MEGABYTES = 64;

const TOO_LITTLE = {
  en: `A reader needs ${LEAST_MEGABYTES} or more.`,
  zh: `读取进程至少需要 ${LEAST_MEGABYTES}。`,
};

function memoryNumber(language: Language): (text: string) => number {
  const whole = atLeastOne(language);
  return (text) => {
    const megabytes = whole(text);
    if (megabytes < LEAST_MEGABYTES) throw new InvalidArgumentError(TOO_LITTLE[language]);
    return megabytes;
  };
}

const NOT_WHOLE = { en: "It is a whole number, 1 or more.", zh: "须为不小于 1 的整数。" };

/** Reads a whole number from 1 on. */
export function atLeastOne(language: Language): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError(NOT_WHOLE[language]);
    return Number(text);
  };
}
