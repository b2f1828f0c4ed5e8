import { createHash } from "node:crypto";
import type { OcrEngine } from "../engine/engine.js";
import { bundledModels } from "../models/bundled.js";
import { modelFile } from "../models/model-file.js";
import { characterLines } from "../models/model-set.js";
import type { OcrModels } from "../../common/ocr-options.js";
import { detect } from "./detect.js";
import { isUpsideDown } from "./direction.js";
import { readLine } from "./read-line.js";
import { laterLoaded, openRuntime } from "./runtime.js";

/** Raised whenever what is done around the networks changes what is read. */
const RUNNER = 2;

/**
 * PP-OCR: networks that find lines, tell which stand on their head, and read them.
 *
 * @throws OcrUnavailable where the runtime or a model is missing
 */
export async function openPpocr(given: OcrModels = {}): Promise<OcrEngine> {
  const paths = { ...bundledModels(), ...given };
  const characters = characterList(await modelFile(paths.characters));
  const load = await openRuntime();
  const [detection, recognition, direction] = [
    laterLoaded(() => load(paths.detection)),
    laterLoaded(() => load(paths.recognition)),
    laterLoaded(() => load(paths.direction)),
  ];
  return {
    name: "ppocr",
    version: await versionOf(Object.values(paths)),
    cannotRead: [],
    find: (page) => detect(page, detection),
    isUpsideDown: (lines) => isUpsideDown(lines, direction),
    read: (line) => readLine(line, recognition, characters),
    close: async () => {
      await Promise.all([detection, recognition, direction].map((model) => model.close()));
    },
  };
}

/** The classes of the recognition: nothing, the characters of the list, the blank. */
function characterList(bytes: Uint8Array): string[] {
  return ["", ...characterLines(bytes), " "];
}

async function versionOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await modelFile(path));
  return `ppocr-${RUNNER}-${hash.digest("hex").slice(0, 12)}`;
}
