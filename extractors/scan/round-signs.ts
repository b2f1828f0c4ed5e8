import type { ReadCharacter } from "../ocr/engine/engine.js";
import { crop, inkBox, inkRuns } from "../raster/crop.js";
import type { Gray, PixelBox } from "../raster/gray.js";
import { instead } from "./typography.js";
import { SCAN } from "./settings.js";

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
  const [left, top] = box;
  const core = dark(crop(page, box));
  const runs = inkRuns(core, [0, 0, core.width, core.height], "x");
  return characters.map((character) => {
    const place = { left: character.left - left, right: character.right - left };
    const run = ROUND.test(character.text) ? runOf(place, runs) : undefined;
    const ink = run && inkBox(core, [run[0], 0, run[1], box[3] - top]);
    return ink ? told(character, (ink[2] - ink[0]) / (ink[3] - ink[1])) : character;
  });
}

function dark({ width, height, data }: Gray): Gray {
  return { width, height, data: data.map((value) => (value < SCAN.roundSigns.dark ? 0 : 255)) };
}

/** The ink of a character: that whose middle is nearest to its own. */
function runOf(
  { left, right }: Pick<ReadCharacter, "left" | "right">,
  runs: readonly [number, number][],
) {
  const far = ([from, to]: readonly [number, number]) => Math.abs(from + to - left - right) / 2;
  const [nearest] = runs.toSorted((a, b) => far(a) - far(b));
  return nearest && far(nearest) <= SCAN.roundSigns.near * (nearest[1] - nearest[0])
    ? nearest
    : undefined;
}

/** The character that a shape shows: its width over its height. More than one stands too wide. */
function told(character: ReadCharacter, shape: number): ReadCharacter {
  const letter =
    shape > SCAN.roundSigns.letter && shape < SCAN.roundSigns.widest ? "O" : character.text;
  const text = shape < SCAN.roundSigns.zero ? "0" : letter;
  return text === character.text ? character : instead(character, text);
}
