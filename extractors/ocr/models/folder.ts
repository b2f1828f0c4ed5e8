import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { codeOf } from "../../../pipeline/model/errors.js";
import type { OcrModels } from "../../common/ocr-options.js";
import { UnusableModels } from "./unusable.js";

/** The names of models in a folder of them. */
export const FILES = {
  detection: "det.onnx",
  recognition: "rec.onnx",
  characters: "keys.txt",
  direction: "cls.onnx",
} as const;

/**
 * The models of a folder; only that for the direction may be missing.
 *
 * @throws UnusableModels which names what is missing
 */
export async function modelsInFolder(folder: string): Promise<OcrModels> {
  const { direction, ...needed } = FILES;
  const lacking = async (name: string) => ((await isFile(join(folder, name))) ? [] : [name]);
  const missing = (await Promise.all(Object.values(needed).map(lacking))).flat();
  if (missing.length > 0)
    throw new UnusableModels({
      en: `${folder} holds no ${missing.join(", no ")}`,
      zh: `${folder} 里没有 ${missing.join("、")}`,
    });
  const at = (name: string) => resolve(folder, name);
  const optional = (await isFile(join(folder, direction))) ? { direction: at(direction) } : {};
  return {
    detection: at(needed.detection),
    recognition: at(needed.recognition),
    characters: at(needed.characters),
    ...optional,
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
