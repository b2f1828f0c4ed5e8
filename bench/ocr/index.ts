import { calibrationFigures } from "./calibration.js";
import { costFigures } from "./cost-figures.js";
import { goldFigures } from "./gold-figures.js";
import { pageFigures } from "./page-figures.js";
import { optionsOf } from "./options.js";
import type { Options } from "./options.js";

const PARTS: Readonly<
  Record<Options["parts"][number], (options: Options) => AsyncIterable<string>>
> = {
  pages: pageFigures,
  gold: goldFigures,
  cost: costFigures,
  calibration: calibrationFigures,
};

/** `npm run bench -- ocr`: how well, how fast and at what cost pictures of pages are read. */
export async function* ocrFigures(args: readonly string[]): AsyncGenerator<string> {
  const options = optionsOf(args);
  for (const part of options.parts) yield* PARTS[part](options);
}
