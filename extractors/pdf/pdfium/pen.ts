import type { Matrix } from "../../page/geometry.js";
import type { Character } from "./characters.js";
import type { Font } from "./fonts.js";

/** A way on the page as displayed. */
export type Way = readonly [number, number];

/** How the characters of a text object are set. */
export interface Setting {
  /** From the space of the text to that of the page, and to the page as displayed. */
  readonly toUser: Matrix;
  readonly matrix: Matrix;
  /** From the space of the page to the page as displayed. */
  readonly toPage: Matrix;
  readonly size: number;
  readonly font: Font;
}

/** A character and where the pen starts, in the space of the page, and how far it goes on the page as displayed. */
export interface Stroke {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly advance: Way;
}

/** Where a vertical character stands from the pen, em: what a font has that does not say. */
const VERTICAL_ORIGIN: Way = [0.5, 0.88];

/** The strokes of the pen that set these characters; those at one place are one, as those of a ligature. */
export function strokesOf(characters: readonly Character[], setting: Setting): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let last: Character | undefined;
  for (const character of characters) {
    const before = strokes.at(-1);
    const isSame = last?.x === character.x && last.y === character.y;
    if (before !== undefined && isSame && Math.hypot(...before.advance) > 0)
      strokes[strokes.length - 1] = { ...before, text: before.text + character.text };
    else strokes.push(strokeOf(character, setting));
    last = character;
  }
  return strokes;
}

type At = Pick<Stroke, "text" | "x" | "y">;

function strokeOf({ text, x, y, width }: Character, setting: Setting): Stroke {
  const { toUser, matrix, toPage, size, font } = setting;
  const em = font.width(text) * size;
  if (em < 0) return downward({ text, x, y }, em, setting);
  const isUpright = toUser[1] === 0 && toUser[2] === 0 && toUser[0] > 0 && size > 0;
  if (!isUpright || width === 0) return { text, x, y, advance: turned(matrix, [em, 0]) };
  // The box is that of the very glyph, and takes in what hangs over; the width is that of the first with its text.
  const own = em === 0 ? width : Math.min(width, em * toUser[0]);
  return { text, x, y, advance: turned(toPage, [own, 0]) };
}

function downward({ text, x, y }: At, em: number, { toUser, matrix, size }: Setting): Stroke {
  const [left, up] = turned(toUser, [VERTICAL_ORIGIN[0] * size, VERTICAL_ORIGIN[1] * size]);
  return { text, x: x + left, y: y + up, advance: turned(matrix, [0, em]) };
}

function turned([a, b, c, d]: Matrix, [x, y]: Way): Way {
  return [a * x + c * y, b * x + d * y];
}
