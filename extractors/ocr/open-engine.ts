import type { OcrEngineName, OcrModels } from "../common/ocr-options.js";
import type { OcrPlan } from "../common/ocr-plan.js";
import type { OcrEngine } from "./engine/engine.js";
import { UnusableModels } from "./models/unusable.js";
import { openPpocr } from "./ppocr/index.js";
import { openTesseract } from "./tesseract/index.js";

const OPEN: Readonly<Record<OcrEngineName, (models?: OcrModels) => Promise<OcrEngine>>> = {
  ppocr: openPpocr,
  tesseract: openTesseract,
};

const opened = new Map<string, Promise<OcrEngine>>();

/**
 * The engine of a plan. It is opened once a thread: its networks take a hundred megabytes.
 *
 * @throws OcrUnavailable where it does not work on this machine
 */
export async function openEngine({ engine, models, unusable }: OcrPlan): Promise<OcrEngine> {
  if (unusable !== null) throw new UnusableModels(unusable);
  const key = JSON.stringify([engine, models]);
  const known = opened.get(key);
  if (known !== undefined) return known;
  const opening = OPEN[engine](models?.files);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}
