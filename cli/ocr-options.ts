import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { OCR_ENGINES, OCR_MODES } from "../index.js";
import type { OcrEngineName, OcrMode, OcrModels } from "../index.js";
import type { Recognition } from "../workers/pool/recognition.js";
import { codeOf } from "../pipeline/errors.js";
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
    .option("--ocr-models <dir>", "PP-OCR models to use: det.onnx, rec.onnx, keys.txt, cls.onnx");
}

/**
 * How pictures of pages are read; warns of an engine that cannot do what is needed.
 *
 * @throws UsageError where models are missing, or given to an engine that has none
 */
export async function ocrOptions(given: GivenOcr, { stderr }: Terminal): Promise<Recognition> {
  const { ocr: mode, ocrEngine: engine, ocrModels: folder } = given;
  if (engine === "tesseract" && mode !== "never") stderr.write(CANNOT_READ);
  if (folder === undefined) return { mode, engine };
  if (engine !== "ppocr") throw new UsageError(`--ocr-models are for ppocr, not for ${engine}`);
  return { mode, engine, models: await modelsIn(folder) };
}

const CANNOT_READ =
  "warning: tesseract cannot read ≥ and ≤: targets with them come out wrong. --ocr-engine ppocr reads them.\n";

const NEEDED = { detection: "det.onnx", recognition: "rec.onnx", characters: "keys.txt" } as const;
const DIRECTION = "cls.onnx";

async function modelsIn(folder: string): Promise<OcrModels> {
  const lacking = async (name: string) => ((await isFile(join(folder, name))) ? [] : [name]);
  const missing = (await Promise.all(Object.values(NEEDED).map(lacking))).flat();
  if (missing.length > 0) throw new UsageError(`${folder} holds no ${missing.join(", no ")}`);
  const at = (name: string) => resolve(folder, name);
  const direction = (await isFile(join(folder, DIRECTION))) ? { direction: at(DIRECTION) } : {};
  return {
    detection: at(NEEDED.detection),
    recognition: at(NEEDED.recognition),
    characters: at(NEEDED.characters),
    ...direction,
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    // Whatever the reason, it cannot be used as it stands.
    if (codeOf(error) !== undefined) return false;
    throw error;
  }
}
