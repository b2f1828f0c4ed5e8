import { pageFigures } from "./page-figures.js";
import { optionsOf } from "./options.js";
import type { Options } from "./options.js";

const PARTS: Readonly<
  Record<Options["parts"][number], (options: Options) => AsyncIterable<string>>
> = {
  pages: pageFigures,
};

/** `npm run bench -- ocr`: how well, how fast and at what cost pictures of pages are read. */
export async function* ocrFigures(args: readonly string[]): AsyncGenerator<string> {
  const options = optionsOf(args);
  for (const part of options.parts) yield* PARTS[part](options);
}
