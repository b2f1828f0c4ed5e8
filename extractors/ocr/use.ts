import type { OcrUse } from "../../pipeline/dataset/dataset.js";
import { chosenModels } from "./models/installed.js";
import { nameOfModels } from "./models/known.js";
import { digestOf } from "./models/digest.js";
import type { OcrModels, OcrOptions } from "../common/ocr-options.js";

/**
 * What a result depends on whose pages are read by OCR so. Models that the program brings are of its
 * version; those that were added or are given are told by their bytes.
 */
export async function ocrUse(options: Omit<OcrOptions, "cache"> = {}): Promise<OcrUse> {
  const { mode = "auto", engine = "ppocr", models: given } = options;
  if (mode === "never") return { mode, engine: null };
  const models = engine === "ppocr" ? await chosenModels(given) : undefined;
  return { mode, engine: models === undefined ? engine : await nameWith(engine, models) };
}

async function nameWith(engine: string, models: OcrModels): Promise<string> {
  const name = await nameOfModels(models);
  const digest = `${engine}-${await digestOf(models)}`;
  return name === null ? digest : `${digest} (${name})`;
}
