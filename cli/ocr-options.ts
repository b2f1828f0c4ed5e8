import { Option } from "commander";
import type { Command } from "commander";
import { OCR_ENGINES, OCR_MODES, chosenModels, modelsInFolder } from "../index.js";
import type { OcrEngineName, OcrMode, OcrModels } from "../index.js";
import type { Recognition } from "../workers/pool/recognition.js";
import { UsageError } from "./terminal.js";
import type { Terminal } from "./terminal.js";

/** What a command line says of pictures of pages. */
export interface GivenOcr {
  readonly ocr: OcrMode;
  readonly ocrEngine: OcrEngineName;
  readonly ocrModels?: string;
}

/** Gives a command the options that decide how pictures of pages are read. */
export function takesOcrOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--ocr <mode>", "read pages by OCR that have no usable text, all, or none")
        .choices(OCR_MODES)
        .default("auto"),
    )
    .addOption(
      new Option("--ocr-engine <name>", "what recognizes the text in pictures")
        .choices(OCR_ENGINES)
        .default("ppocr"),
    )
    .option(
      "--ocr-models <dir>",
      "PP-OCR models to use: a folder of det.onnx, rec.onnx, keys.txt, cls.onnx; bundled: those of the program (those of `gongkai models add`, if any)",
    );
}

/**
 * How pictures of pages are read; warns of an engine that cannot do what is needed. The models are
 * chosen here, once: all that this run starts reads with the same.
 *
 * @throws UsageError where models are given to an engine that has none; UnusableModels where some are missing
 */
export async function ocrOptions(given: GivenOcr, { stderr }: Terminal): Promise<Recognition> {
  const { ocr: mode, ocrEngine: engine, ocrModels: folder } = given;
  if (engine === "tesseract" && mode !== "never") stderr.write(CANNOT_READ);
  if (engine !== "ppocr") {
    if (folder === undefined) return { mode, engine };
    throw new UsageError({
      en: `--ocr-models are for ppocr, not for ${engine}`,
      zh: `--ocr-models 用于 ppocr，不用于 ${engine}`,
    });
  }
  if (mode === "never") return { mode, engine };
  return { mode, engine, models: await modelsOf(folder) };
}

const CANNOT_READ =
  "warning: tesseract cannot read ≥ and ≤: targets with them come out wrong. --ocr-engine ppocr reads them.\n";

async function modelsOf(folder: string | undefined): Promise<OcrModels | "bundled"> {
  if (folder === undefined || folder === "bundled")
    return (await chosenModels(folder)) ?? "bundled";
  return modelsInFolder(folder);
}
