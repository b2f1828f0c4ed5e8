import { mapPoint } from "../../page/geometry.js";
import type { Glyph, Run } from "../../page/marks.js";
import { turnOf } from "../../page/turn.js";
import { isBoldName } from "../engine/font-name.js";
import { printedCharacter } from "../engine/private-characters.js";
import { FAT_MODE, INVISIBLE_MODES } from "../engine/rendering-modes.js";
import { isUnclipped } from "../engine/unclipped.js";
import type { Character } from "./characters.js";
import type { Fonts } from "./fonts.js";
import { float, type Pdfium } from "./library.js";
import type { Page, PageObject } from "./page-objects.js";
import { strokesOf, type Way } from "./pen.js";
import { PDFIUM } from "./settings.js";

/** A text object with what it shows, and the fonts of its page. */
export interface Shown {
  readonly object: PageObject;
  readonly page: Page;
  readonly fonts: Fonts;
  readonly characters: readonly Character[];
}

/** The visible glyphs of a text object. */
export function drawnText(pdfium: Pdfium, shown: Shown): Glyph[] {
  const { object, page } = shown;
  const { at, matrix, toUser, clip } = object;
  const { api, scratch } = pdfium;
  const mode = api.FPDFTextObj_GetTextRenderMode(at);
  if (INVISIBLE_MODES.has(mode)) return [];
  const size = api.FPDFTextObj_GetFontSize(at, scratch) ? float(pdfium) : 0;
  const font = shown.fonts(api.FPDFTextObj_GetFont(at));
  const run: Run = {
    size: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    font: font.name,
    bold: isBoldName(font.name) || mode === FAT_MODE,
    turn: turnOf(matrix, Math.sign(size)),
  };
  const setting = { toUser, matrix, toPage: page.toPage, size, font };
  const strokes = strokesOf(shown.characters, setting).map(({ text, x, y, advance }): Placed => {
    return { text, at: mapPoint(page.toPage, x, y), advance };
  });
  const spacing = spacingOf(strokes, run.size);
  return (
    strokes
      // Nothing shows that it follows the last one too.
      .map((stroke, index) => glyphOf(stroke, index === strokes.length - 1 ? 0 : spacing, run))
      .filter((glyph) => isUnclipped(glyph, clip))
  );
}

/** A character and its advance on the page as displayed. */
interface Placed {
  readonly text: string;
  readonly at: Way;
  readonly advance: Way;
}

function glyphOf({ text, at: [x, y], advance }: Placed, spacing: number, run: Run): Glyph {
  const length = Math.hypot(...advance);
  const factor = length === 0 ? 1 : (length + spacing) / length;
  const [endX, endY] = [x + advance[0] * factor, y + advance[1] * factor];
  return { text: printedCharacter(text), x, y, endX, endY, run };
}

/**
 * The space that is set after each character. pdfium gives places alone, in which it stands beside the moves
 * of the pen between characters: it is what all have, as far as that widens the text or all have the same.
 * What is wider than a space parts columns, until something else says that it does not.
 */
function spacingOf(strokes: readonly Placed[], size: number): number {
  const gaps = strokes.slice(1).flatMap(({ at: [x, y] }, index) => {
    const before = strokes[index];
    if (before === undefined) return [];
    const [dx, dy] = [x - before.at[0], y - before.at[1]];
    const length = Math.hypot(...before.advance);
    if (length === 0) return [];
    return [(dx * before.advance[0] + dy * before.advance[1]) / length - length];
  });
  if (gaps.length < PDFIUM.fewestGaps) return 0;
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const spacing = most - least <= PDFIUM.evenGaps * size ? least : Math.max(0, least);
  return spacing <= PDFIUM.widestSpacing * size ? spacing : 0;
}
