import type { OcrEngine } from "./engine/engine.js";
import { chosenModels } from "./models/installed.js";
import type { OcrEngineName, OcrModels, OcrOptions } from "../common/ocr-options.js";
import { openPpocr } from "./ppocr/index.js";
import { openTesseract } from "./tesseract/index.js";

const OPEN: Readonly<Record<OcrEngineName, (models?: OcrModels) => Promise<OcrEngine>>> = {
  ppocr: openPpocr,
  tesseract: openTesseract,
};

const opened = new Map<string, Promise<OcrEngine>>();

/**
 * The engine that is asked for. It is opened once a thread: its networks take a hundred megabytes.
 *
 * @throws OcrUnavailable where it does not work on this machine
 */
export async function openEngine(options: OcrOptions): Promise<OcrEngine> {
  const { engine = "ppocr", models: given } = options;
  const models = engine === "ppocr" ? await chosenModels(given) : undefined;
  const key = JSON.stringify([engine, models]);
  const known = opened.get(key);
  if (known !== undefined) return known;
  const opening = OPEN[engine](models);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}
