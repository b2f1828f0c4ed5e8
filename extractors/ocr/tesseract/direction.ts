import { crop } from "../../raster/crop.js";
import type { Gray } from "../../raster/gray.js";
import { turned } from "../../raster/straighten.js";
import { charactersOf } from "./hocr.js";
import { linePicture } from "./line-picture.js";
import type { Recognizer } from "./recognizer.js";
import { TESSERACT } from "./settings.js";

/** Whether a page stands on its head: most of these lines of it are read more surely when they are turned. */
export async function isUpsideDown(
  lines: readonly Gray[],
  recognizer: Recognizer,
): Promise<boolean> {
  const looked = lines
    .slice(0, TESSERACT.reading.directionLines)
    .map((line) =>
      crop(line, [
        0,
        0,
        Math.min(line.width, TESSERACT.reading.directionWidth * line.height),
        line.height,
      ]),
    );
  let gained = 0;
  for (const line of looked)
    gained += (await sureness(turned(line, 2), recognizer)) - (await sureness(line, recognizer));
  return gained > 0;
}

/** How surely the characters of a line are read, on the average. */
async function sureness(line: Gray, { recognize }: Recognizer): Promise<number> {
  if (line.width === 0 || line.height === 0) return 0;
  const characters = charactersOf(await recognize(linePicture(line).file, "line"));
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length || 0;
}
