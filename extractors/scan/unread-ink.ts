import { UNREAD } from "../../pipeline/model/recognized.js";
import type { ReadCharacter } from "../ocr/engine/engine.js";
import { inkRuns } from "../raster/crop.js";
import type { PixelBox } from "../raster/gray.js";
import type { PageInk } from "./page-ink.js";
import { SCAN } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";

const HAN = /\p{sc=Han}/u;
const WIDE = /[\p{sc=Han}\u3000-\u303f\uff00-\uff60]/u;

/** The characters of a line, with a sign for each that the ink shows and the engine did not read. */
export function withUnread(
  characters: readonly ReadCharacter[],
  box: PixelBox,
  ink: PageInk,
): readonly ReadCharacter[] {
  if (!characters.some(({ text }) => HAN.test(text))) return characters;
  const em = advance(characters) ?? Math.max(box[3] - box[1], SCAN.unread.em * ink.usualAt(box));
  const inked = inkRuns(ink.page, box, "x");
  const seen = characters.filter(({ text }) => text.trim() !== "");
  const ends = [box[0], ...seen.flatMap((character) => sides(character, em)), box[2]];
  const found: ReadCharacter[] = [];
  for (let i = 0; i < ends.length; i += 2) {
    const [from, to] = [elementAt(ends, i), elementAt(ends, i + 1)];
    if (to - from > SCAN.unread.room * em && inkWithin(inked, from, to) > SCAN.unread.inked * em)
      found.push(unread(from, to, characters));
  }
  if (found.length === 0) return characters;
  const rest = characters.filter(
    ({ text, left }) =>
      text !== "" || !found.some((hole) => left >= hole.left && left < hole.right),
  );
  return [...rest, ...found].toSorted((a, b) => middle(a) - middle(b));
}

function unread(left: number, right: number, characters: readonly ReadCharacter[]): ReadCharacter {
  const guesses = characters.filter(
    (character) => character.text === "" && character.left >= left && character.left < right,
  );
  return {
    text: UNREAD,
    confidence: 0,
    left,
    right,
    others: guesses.flatMap(({ others }) => others),
  };
}

/** The distance of Chinese characters that stand side by side, or undefined where too few do. */
function advance(characters: readonly ReadCharacter[]): number | undefined {
  const steps = characters.flatMap((character, i) => {
    const next = characters[i + 1];
    const isPair = next !== undefined && HAN.test(character.text) && HAN.test(next.text);
    return isPair ? [middle(next) - middle(character)] : [];
  });
  return steps.length < SCAN.unread.enoughPairs ? undefined : lowerThird(steps);
}

/** Where characters were not read their neighbours stand farther apart: the usual step is a small one. */
function lowerThird(steps: readonly number[]): number | undefined {
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 3)];
}

/** From where to where a character stands: the engine says where its middle is. */
function sides(character: ReadCharacter, em: number): [number, number] {
  const half = (WIDE.test(character.text) ? em : SCAN.unread.narrow * em) / 2;
  return [middle(character) - half, middle(character) + half];
}

function middle({ left, right }: ReadCharacter): number {
  return (left + right) / 2;
}

function inkWithin(runs: readonly (readonly [number, number])[], from: number, to: number): number {
  return runs.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
}
