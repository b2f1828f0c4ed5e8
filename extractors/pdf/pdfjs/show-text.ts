import { compose, type Matrix, mapPoint } from "../../page/geometry.js";
import type { Graphics, Pen } from "./graphics.js";
import type { Glyph, Run } from "../../page/marks.js";
import { turnOf } from "../../page/turn.js";
import { printedCharacter } from "../engine/private-characters.js";
import { FAT_MODE, INVISIBLE_MODES } from "../engine/rendering-modes.js";
import { isUnclipped } from "../engine/unclipped.js";

/** A glyph as pdf.js hands it over; numbers between them are kerning in thousandths. */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Advances the pen over a `showText` and gives its visible glyphs. */
export function showText(graphics: Graphics, pen: Pen, items: readonly unknown[]): Glyph[] {
  const toPage = compose(graphics.matrix, pen.matrix);
  const run: Run = {
    size: Math.abs(graphics.fontSize) * Math.hypot(toPage[2], toPage[3]),
    font: graphics.font.name,
    bold: graphics.font.bold || graphics.renderingMode === FAT_MODE,
    turn: turnOf(toPage, Math.sign(graphics.fontSize * graphics.scale)),
  };
  const glyphs: Glyph[] = [];
  let [x, y] = penOnPage(toPage, graphics, pen);
  for (const item of items) {
    if (typeof item === "number") kern(graphics, pen, item);
    else if (isGlyph(item)) advance(graphics, pen, item);
    const [endX, endY] = penOnPage(toPage, graphics, pen);
    if (isGlyph(item)) {
      const glyph = { text: printedCharacter(item.unicode), x, y, endX, endY, run };
      // pdf.js replaces Array.push by a slow one of its own.
      if (isUnclipped(glyph, graphics.clip)) glyphs[glyphs.length] = glyph;
    }
    x = endX;
    y = endY;
  }
  return INVISIBLE_MODES.has(graphics.renderingMode) ? [] : glyphs;
}

function isGlyph(item: unknown): item is PdfGlyph {
  return typeof item === "object" && item !== null && "unicode" in item;
}

function penOnPage(toPage: Matrix, graphics: Graphics, pen: Pen): [number, number] {
  return mapPoint(toPage, pen.x, pen.y + graphics.rise);
}

/** Moves the pen back by thousandths of the font size. */
function kern({ font, fontSize, scale }: Graphics, pen: Pen, thousandths: number): void {
  const kerning = (-thousandths * fontSize) / 1000;
  if (font.vertical) pen.y += kerning;
  else pen.x += kerning * scale;
}

function advance(graphics: Graphics, pen: Pen, glyph: PdfGlyph): void {
  const { font, fontSize, scale } = graphics;
  const spacing = graphics.charSpacing + (glyph.isSpace ? graphics.wordSpacing : 0);
  if (font.vertical) pen.y += (glyph.vmetric?.[0] ?? -1000) * fontSize * font.unit - spacing;
  else pen.x += (glyph.width * fontSize * font.unit + spacing) * scale;
}
