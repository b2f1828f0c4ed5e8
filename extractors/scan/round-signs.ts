import type { ReadCharacter } from "../ocr/engine.js";
import { inkBox, inkRuns } from "../raster/crop.js";
import type { Gray, PixelBox } from "../raster/gray.js";

/** A nought is narrower than so many of its heights, a letter O wider: between them the width tells nothing. */
const NOUGHT = 0.69;
const LETTER = 0.76;
const CODE = /^[A-Z0-9-]+$/u;
const ROUND = /[0O]/u;
const MIXED = /(?=.*[A-Z])(?=.*\d)/u;

/**
 * Noughts and letters O of a code, told by their width, where each character's ink stands apart. The
 * engine tells them by what stands beside them, and in a code anything may.
 */
export function withRoundSigns(
  characters: readonly ReadCharacter[],
  box: PixelBox,
  page: Gray,
): readonly ReadCharacter[] {
  const text = characters.map((character) => character.text).join("");
  if (!CODE.test(text) || !MIXED.test(text) || !ROUND.test(text)) return characters;
  const runs = inkRuns(page, box, "x");
  return characters.map((character) => {
    const run = ROUND.test(character.text) ? runOf(character, runs) : undefined;
    const ink = run && inkBox(page, [run[0], box[1], run[1], box[3]]);
    return ink ? told(character, (ink[2] - ink[0]) / (ink[3] - ink[1])) : character;
  });
}

/** How far, in its widths, a character may be from where the engine says. */
const NEAR = 0.35;

/** The ink of a character: that whose middle is nearest to its own. */
function runOf({ left, right }: ReadCharacter, runs: readonly [number, number][]) {
  const far = ([from, to]: readonly [number, number]) => Math.abs(from + to - left - right) / 2;
  const [nearest] = runs.toSorted((a, b) => far(a) - far(b));
  return nearest && far(nearest) <= NEAR * (nearest[1] - nearest[0]) ? nearest : undefined;
}

/** The character that a shape shows: its width over its height. More than one stands too wide. */
function told(character: ReadCharacter, shape: number): ReadCharacter {
  const letter = shape > LETTER && shape < 1.1 ? "O" : character.text;
  const text = shape < NOUGHT ? "0" : letter;
  if (text === character.text) return character;
  const other = { text: character.text, confidence: character.confidence };
  const others = character.others.filter((each) => each.text !== text);
  return { ...character, text, others: [other, ...others] };
}
