import { Option } from "commander";
import type { Command } from "commander";
import {
  OCR_ENGINES,
  OCR_MODES,
  OcrUnavailable,
  missingRuntime,
  modelsInFolder,
  planOcr,
} from "../../index.js";
import type { OcrEngineName, OcrMode, OcrModels, OcrPlan } from "../../index.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";

/** What a command line says of pictures of pages. */
export interface GivenOcr {
  readonly ocr: OcrMode;
  readonly ocrEngine: OcrEngineName;
  readonly ocrModels?: string;
}

/** Gives a command the options that decide how pictures of pages are read. */
export function takesOcrOptions(command: Command, language: Language): Command {
  return command
    .addOption(new Option("--ocr <mode>", HELP.mode[language]).choices(OCR_MODES).default("auto"))
    .addOption(
      new Option("--ocr-engine <name>", HELP.engine[language])
        .choices(OCR_ENGINES)
        .default("ppocr"),
    )
    .option("--ocr-models <dir>", HELP.models[language]);
}

const HELP = {
  mode: {
    en: "read pages by OCR that have no usable text, all, or none",
    zh: "用 OCR 识别哪些页：没有可用文字的页、所有页，或都不识别",
  },
  engine: { en: "what recognizes the text in pictures", zh: "识别图片文字的引擎" },
  models: {
    en: "PP-OCR models to use: a folder of det.onnx, rec.onnx, keys.txt, cls.onnx; bundled: those of the program (those of `gongkai models add`, if any)",
    zh: "所用的 PP-OCR 模型：含 det.onnx、rec.onnx、keys.txt、cls.onnx 的文件夹；bundled 为程序自带的模型（不给出时用 `gongkai models add` 添加的，没有则用自带的）",
  },
};

/**
 * Plans how pictures of pages are read, and in which store they are kept; warns of an engine that
 * cannot do what is needed.
 *
 * @throws UsageError where models are given to an engine that has none; OcrUnavailable where they cannot be used
 */
export async function ocrPlan(
  { ocr: mode, ocrEngine: engine, ocrModels: folder }: GivenOcr,
  keptIn: string | null,
  { stderr, language }: Terminal,
): Promise<OcrPlan> {
  if (engine === "tesseract" && mode !== "never") stderr.write(CANNOT_READ[language]);
  const missing = engine === "ppocr" && mode !== "never" ? missingRuntime() : undefined;
  if (missing !== undefined) stderr.write(`${WARNING[language]}${missing[language]}\n`);
  if (engine !== "ppocr" && folder !== undefined)
    throw new UsageError({
      en: `--ocr-models are for ppocr, not for ${engine}`,
      zh: `--ocr-models 用于 ppocr，不用于 ${engine}`,
    });
  const models =
    mode === "never" || folder === undefined ? {} : { models: await modelsNamed(folder) };
  const plan = await planOcr({ mode, engine, ...models }, keptIn);
  if (plan.unusable !== null) throw new OcrUnavailable(plan.unusable);
  return plan;
}

async function modelsNamed(folder: string): Promise<OcrModels | "bundled"> {
  return folder === "bundled" ? folder : modelsInFolder(folder);
}

const WARNING = { en: "warning: ", zh: "警告：" };

const CANNOT_READ = {
  en: "warning: tesseract cannot read ≥ and ≤: targets with them come out wrong. --ocr-engine ppocr reads them.\n",
  zh: "警告：tesseract 认不出 ≥ 和 ≤，带这些符号的指标值会出错。请用 --ocr-engine ppocr。\n",
};

/** The warning that what was recognized is recognized again the next time. */
export function notKept({ en, zh }: Bilingual<string>): Bilingual<string> {
  return {
    en: `warning: what was recognized is not kept: ${en}\n`,
    zh: `警告：识别结果没有保存：${zh}\n`,
  };
}
