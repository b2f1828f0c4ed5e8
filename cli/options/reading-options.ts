import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Language } from "../../pipeline/model/finding.js";
import { PDF_ENGINES, verifiedPdfReading } from "../../index.js";
import type { PdfEngineName, PdfReading } from "../../index.js";
import { DEFAULT_LIMITS } from "../../workers/pool/pool.js";
import type { ReadingPlan } from "../../workers/pool/protocol.js";
import type { Terminal } from "../terminal/terminal.js";
import { ocrPlan, takesOcrOptions } from "./ocr-options.js";
import type { GivenOcr } from "./ocr-options.js";

interface Given extends GivenOcr, GivenPdf {
  readonly timeout: number;
  readonly memory: number;
  readonly libreoffice?: string;
}

/** What a command line says of how PDFs are read. */
export interface GivenPdf {
  readonly pdfEngine: PdfEngineName;
  readonly verify?: boolean;
}

/** Gives a command the options that decide how documents are read, and how many at once. */
export function takesReadingOptions(command: Command, language: Language): Command {
  const whole = atLeastOne(language);
  command
    .option("-c, --concurrency <n>", HELP.concurrency[language], whole, availableParallelism())
    .option("--timeout <seconds>", HELP.timeout[language], whole, DEFAULT_LIMITS.seconds)
    .option(
      "--memory <megabytes>",
      HELP.memory[language],
      memoryNumber(language),
      DEFAULT_LIMITS.megabytes,
    )
    .addOption(libreOfficeOption(language));
  return takesOcrOptions(takesPdfOptions(command, language), language);
}

const HELP = {
  concurrency: { en: "documents read at once", zh: "同时读取几份文档" },
  timeout: {
    en: "the longest that a document, or each of its pages in OCR, may take",
    zh: "每份文档（用 OCR 识别时为每页）最多用时",
  },
  memory: { en: "the most memory that a document may take", zh: "每份文档最多占用的内存" },
  pdfEngine: { en: "the library that reads PDFs", zh: "读取 PDF 所用的库" },
  verify: {
    en: "read PDFs by the other library too, and tell of pages on which the two differ",
    zh: "再用另一个库读取 PDF，并指出两者读取结果不同的页",
  },
  libreOffice: {
    en: "the program that converts DOC, WPS, RTF, ODT and XLSB (default: the one that is installed)",
    zh: "转换 DOC、WPS、RTF、ODT、XLSB 的程序（默认：已安装的）",
  },
};

/** Where the program is that converts what LibreOffice reads. */
export function libreOfficeOption(language: Language): Option {
  return new Option("--libreoffice <path>", HELP.libreOffice[language]).env("GONGKAI_LIBREOFFICE");
}

/** Gives a command the options that decide how PDFs are read. */
export function takesPdfOptions(command: Command, language: Language): Command {
  const [usual] = PDF_ENGINES;
  const engine = new Option("--pdf-engine <name>", HELP.pdfEngine[language])
    .choices(PDF_ENGINES)
    .default(usual);
  return command.addOption(engine).option("--verify", HELP.verify[language]);
}

/** What reads PDFs by a command line. */
export function pdfReading({ pdfEngine, verify }: GivenPdf): PdfReading {
  return verify === true ? verifiedPdfReading(pdfEngine) : pdfEngine;
}

/**
 * The plan of a run, made once: all its readers read by it.
 *
 * @throws UsageError; OcrUnavailable where the models cannot be used
 */
export async function readingPlan(
  given: Given,
  keptIn: string | null,
  terminal: Terminal,
): Promise<ReadingPlan> {
  const limits = { seconds: given.timeout, megabytes: given.memory };
  const libreOffice = given.libreoffice ?? null;
  const plan = await ocrPlan(given, keptIn, terminal);
  return { ...plan, limits, libreOffice, pdfEngine: pdfReading(given) };
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
