import type { OcrEngineName, OcrModels } from "../common/ocr-options.js";
import type { OcrPlan } from "../common/ocr-plan.js";
import type { OcrEngine } from "./engine/engine.js";
import { digestOf } from "./models/digest.js";
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
 * @throws OcrUnavailable where it does not work on this machine, or other models stand where the plan's did
 */
export async function openEngine(plan: OcrPlan): Promise<OcrEngine> {
  const { engine, models, unusable } = plan;
  const key = JSON.stringify([engine, models, unusable]);
  const known = opened.get(key);
  if (known !== undefined) return known;
  const opening = open(plan);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}

async function open({ engine, models, unusable }: OcrPlan): Promise<OcrEngine> {
  if (unusable !== null) throw new UnusableModels(unusable);
  if (models === null) return OPEN[engine]();
  // Results name the models of the plan: no others may read a page.
  if ((await digestOf(models.files)) !== models.digest) throw new UnusableModels(REPLACED);
  return OPEN[engine](models.files);
}

const REPLACED = {
  en: "The OCR models were replaced after this run began. Run it again.",
  zh: "本次运行开始后 OCR 模型被替换。请重新运行。",
};
