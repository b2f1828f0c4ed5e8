import { compileFigures } from "./compile.js";
import { line } from "./figure.js";
import type { Figure } from "./figure.js";
import { queueFigures } from "./queue.js";
import { readingFigures } from "./reading.js";
import { scaleFigures } from "./scale.js";

/** `npm run bench [-- PART...]`: all parts where none is named. */
const PARTS: Readonly<Record<string, () => AsyncIterable<Figure>>> = {
  reading: readingFigures,
  scale: scaleFigures,
  queue: queueFigures,
  compile: compileFigures,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`There is no bench ${unknown.join(", ")}, but ${Object.keys(PARTS).join(", ")}.`);
for (const [name, figures] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name))
    for await (const figure of figures()) process.stdout.write(`${line(figure)}\n`);
