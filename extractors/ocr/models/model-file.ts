import { readFile } from "node:fs/promises";
import { UnusableModels } from "./unusable.js";

/**
 * The bytes of a model or of its list of characters.
 *
 * @throws UnusableModels which names it
 */
export async function modelFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UnusableModels(
      {
        en: `${path} cannot be read. Check the path of the OCR models.`,
        zh: `不能读取 ${path}。请核对 OCR 模型的路径。`,
      },
      { cause },
    );
  }
}
