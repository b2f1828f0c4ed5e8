import type { Gray } from "../../raster/gray.js";
import type { ReadCharacter } from "../engine/engine.js";
import { equalsSign } from "./equals-sign.js";
import { charactersOf } from "./hocr.js";
import { type LinePicture, linePicture } from "./line-picture.js";
import type { Mode, Recognizer } from "./recognizer.js";
import { TESSERACT } from "./settings.js";

/**
 * Reads a line. Tesseract learned from long ones: a lone sign or figure that it is not sure of is read again
 * three times over, and once more in the size that its picture has; the surest reading holds.
 */
export async function readLine(
  line: Gray,
  recognizer: Recognizer,
): Promise<readonly ReadCharacter[]> {
  if (line.width === 0 || line.height === 0) return [];
  const equals = equalsSign(line);
  if (equals !== null) return [equals];
  const picture = linePicture(line);
  const once = await readPicture(picture, "line", recognizer);
  if (
    line.width >= TESSERACT.reading.short * line.height ||
    leastSure(once) >= TESSERACT.reading.sure
  )
    return once;
  const thrice = repeated(
    await readPicture(linePicture(line, TESSERACT.reading.times), "line", recognizer),
  );
  const inItsSize = await readPicture(picture, "raw_line", recognizer);
  return surest([once, thrice, inItsSize]);
}

async function readPicture(
  { file, original }: LinePicture,
  mode: Mode,
  { recognize }: Recognizer,
): Promise<readonly ReadCharacter[]> {
  return charactersOf(await recognize(file, mode)).map((character) => ({
    ...character,
    left: original(character.left),
    right: original(character.right),
  }));
}

/** What stands there several times over, once; nothing where the times differ. */
function repeated(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const printed = characters.filter(({ text }) => text !== " ");
  const length = printed.length / TESSERACT.reading.times;
  const isSame = printed.every(({ text }, i) => text === printed[i % length]?.text);
  return Number.isInteger(length) && isSame ? printed.slice(0, length) : [];
}

/** The surest of readings, with what those of as many characters say in its place. */
function surest(readings: readonly (readonly ReadCharacter[])[]): readonly ReadCharacter[] {
  const [best = [], ...rest] = readings.toSorted((one, other) => leastSure(other) - leastSure(one));
  const alike = rest.filter(({ length }) => length === best.length);
  return best.map((character, i) =>
    alike.reduce((merged, other) => withOther(merged, other[i]), character),
  );
}

function withOther(character: ReadCharacter, other: ReadCharacter | undefined): ReadCharacter {
  if (other === undefined || other.text === character.text) return character;
  const { text, confidence } = other;
  const others = [{ text, confidence }, ...character.others.filter((one) => one.text !== text)];
  return {
    ...character,
    others: others.toSorted((one, next) => next.confidence - one.confidence),
  };
}

/** How sure the least sure character is; a line in which nothing was read is not sure at all. */
function leastSure(characters: readonly ReadCharacter[]): number {
  return characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence));
}
