import { cellFigures } from "./cells/index.js";
import { compileFigures } from "./compile.js";
import { compareFigures } from "./compare.js";
import { crawlFigures } from "./crawl/index.js";
import { exportFigures } from "./exports.js";
import { line } from "./figure.js";
import type { Figure } from "./figure.js";
import { killFigures } from "./kills/index.js";
import { mutantFigures } from "./mutants/index.js";
import { ocrFigures } from "./ocr/index.js";
import { queueFigures } from "./queue.js";
import { readingFigures } from "./reading.js";
import { scaleFigures } from "./scale.js";

/** `npm run bench [-- PART...]`: all of these where none is named. */
const PARTS: Readonly<Record<string, () => AsyncIterable<Figure>>> = {
  reading: readingFigures,
  scale: scaleFigures,
  queue: queueFigures,
  compile: compileFigures,
  exports: exportFigures,
  compare: compareFigures,
};

/** `npm run bench -- ocr [OPTION...]`: what takes long, and is left out where it is not named. */
const LONG: Readonly<Record<string, (args: readonly string[]) => AsyncIterable<string>>> = {
  crawl: crawlFigures,
  ocr: ocrFigures,
  mutants: mutantFigures,
  kills: killFigures,
  cells: cellFigures,
};

async function* partFigures(names: readonly string[]): AsyncGenerator<string> {
  const unknown = names.filter((name) => !(name in PARTS));
  const known = [...Object.keys(PARTS), ...Object.keys(LONG)].join(", ");
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(", ")}, but ${known}.`);
  for (const [name, figuresOf] of Object.entries(PARTS))
    if (names.length === 0 || names.includes(name))
      for await (const figure of figuresOf()) yield `${line(figure)}\n`;
}

const asked = process.argv.slice(2);
const figures = LONG[asked[0] ?? ""]?.(asked.slice(1)) ?? partFigures(asked);
for await (const text of figures) process.stdout.write(text);
