import { basename } from "node:path";
import type { Command } from "commander";
import { failed } from "../../index.js";
import type { DocumentDataset } from "../../index.js";
import type { Language } from "../../pipeline/model/finding.js";
import { openInput } from "../../workers/local/open-input.js";
import { endingConversions } from "../../workers/pool/end-conversion.js";
import { readDocument } from "../../workers/pool/read-document.js";
import type { Extract } from "../../workers/pool/read-document.js";
import { openRecognition } from "../../workers/pool/recognition.js";
import { whyFailed } from "../../workers/pool/summary.js";
import { pageLines } from "../print/page-lines.js";
import type { Terminal } from "../terminal/terminal.js";
import { notKept, ocrPlan, takesOcrOptions } from "./ocr-options.js";
import type { GivenOcr } from "./ocr-options.js";
import { libreOfficeOption, pdfReading, takesPdfOptions } from "./reading-options.js";
import type { GivenPdf } from "./reading-options.js";

/** What a command line says of how one document is read. */
export interface GivenOne extends GivenOcr, GivenPdf {
  readonly ocrCache?: string;
  /** LibreOffice; looked for where it is not given. */
  readonly libreoffice?: string;
}

/** Gives a command the options that decide how one document is read. */
export function takesOneOptions(command: Command, language: Language): Command {
  const one = takesOcrOptions(command, language)
    .option("--ocr-cache <dir>", CACHE[language])
    .addOption(libreOfficeOption(language));
  return takesPdfOptions(one, language);
}

const CACHE = {
  en: "a folder, or s3://bucket, that keeps what was recognized",
  zh: "保存识别结果的文件夹或 s3://bucket",
};

/** A document to read in this process, and how. */
interface OneDocument {
  readonly path: string;
  readonly given: GivenOne;
  readonly extract: Extract;
}

/** What was read, and the bytes that it was read from. */
export interface ReadOne {
  readonly dataset: DocumentDataset;
  readonly bytes: Uint8Array;
}

/**
 * Reads one document, telling of its pages; undefined where it cannot be read, which is told too.
 *
 * @throws UsageError; OcrUnavailable where the models cannot be used
 */
export async function readOne(
  { path, given, extract }: OneDocument,
  terminal: Terminal,
): Promise<ReadOne | undefined> {
  const { ocrCache = "", libreoffice } = given;
  const plan = await ocrPlan(given, ocrCache === "" ? null : ocrCache, terminal);
  const opened = await openInput({ path, fileName: basename(path) });
  if ("error" in opened) {
    tellFailure(path, failed(opened.source, opened.error), terminal);
    return undefined;
  }
  const tell = pageLines(terminal, path);
  const recognition = openRecognition(plan, {
    onPage: (done, all) => tell({ done, all }),
    onCacheFault: (reason) => terminal.stderr.write(notKept(reason)[terminal.language]),
  });
  const { dataset, bug } = await endingConversions((onProcess) =>
    readDocument(opened, extract, {
      ...recognition,
      conversion: { program: libreoffice, onProcess },
      pdfEngine: pdfReading(given),
    }),
  );
  if (bug !== undefined) throw bug;
  if (dataset.document.status !== "failed") return { dataset, bytes: opened.bytes };
  tellFailure(path, dataset, terminal);
  return undefined;
}

function tellFailure(path: string, { document }: DocumentDataset, terminal: Terminal): void {
  const { error_code: code } = document;
  const { en, zh } = whyFailed(document);
  const says = {
    en: `${path} cannot be read (${code}): ${en}`,
    zh: `无法读取 ${path}（${code}）：${zh}`,
  };
  terminal.stderr.write(`${says[terminal.language]}\n`);
}
