import type { OcrModels, OcrOptions } from "../common/ocr-options.js";
import { BUNDLED } from "../common/ocr-plan.js";
import type { OcrPlan } from "../common/ocr-plan.js";
import { OcrUnavailable } from "./engine/unavailable.js";
import { digestOf } from "./models/digest.js";
import { modelsInFolder } from "./models/folder.js";
import { installedModels } from "./models/installed.js";
import { knownModels } from "./models/known.js";

/**
 * Resolves options into a plan. Models that cannot be used are named in it: whoever needs none of
 * them need not fail.
 */
export async function planOcr(
  { mode = BUNDLED.mode, engine = BUNDLED.engine, models }: Omit<OcrOptions, "cache"> = {},
  keptIn = BUNDLED.keptIn,
): Promise<OcrPlan> {
  const plan = { ...BUNDLED, mode, engine, keptIn };
  if (mode === "never" || engine !== "ppocr") return plan;
  try {
    return { ...plan, models: await plannedModels(models) };
  } catch (error) {
    if (error instanceof OcrUnavailable) return { ...plan, unusable: error.says };
    throw error;
  }
}

/** The models that are given, else those that were added, else those of the program: null. */
async function plannedModels(given: OcrOptions["models"]): Promise<OcrPlan["models"]> {
  if (given === "bundled") return null;
  const files = given ?? (await addedModels());
  if (files === null) return null;
  const digest = await digestOf(files);
  return { files, digest, name: (await knownModels(files))?.name ?? null };
}

async function addedModels(): Promise<OcrModels | null> {
  const added = await installedModels();
  return added === null ? null : modelsInFolder(added.path);
}
