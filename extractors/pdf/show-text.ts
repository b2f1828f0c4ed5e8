import { type Box, compose, holds, type Matrix, mapPoint, widened } from "../page/geometry.js";
import type { Graphics, Pen } from "./graphics.js";
import type { Glyph, Run } from "../page/marks.js";
import { printedCharacter } from "./private-characters.js";
import { PDF } from "./settings.js";
import { PAGE } from "../page/settings.js";

/** A glyph as pdf.js hands it over; numbers between them are kerning in thousandths. */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

const INVISIBLE_MODES = new Set([3, 7]);
/** Fill and stroke in one: how word processors fake a bold face. */
const FAT_MODE = 2;

/** Advances the pen over a `showText` and gives its visible glyphs. */
export function showText(graphics: Graphics, pen: Pen, items: readonly unknown[]): Glyph[] {
  const toPage = compose(graphics.matrix, pen.matrix);
  const run: Run = {
    size: Math.abs(graphics.fontSize) * Math.hypot(toPage[2], toPage[3]),
    font: graphics.font.name,
    bold: graphics.font.bold || graphics.renderingMode === FAT_MODE,
    turn: turnOf(toPage, graphics),
  };
  const glyphs: Glyph[] = [];
  const clip = widened(graphics.clip, run.size * PDF.text.clipSlack);
  let [x, y] = penOnPage(toPage, graphics, pen);
  for (const item of items) {
    if (typeof item === "number") kern(graphics, pen, item);
    else if (isGlyph(item)) advance(graphics, pen, item);
    const [endX, endY] = penOnPage(toPage, graphics, pen);
    if (isGlyph(item)) {
      const glyph = { text: printedCharacter(item.unicode), x, y, endX, endY, run };
      // pdf.js replaces Array.push by a slow one of its own.
      if (isUnclipped(glyph, clip)) glyphs[glyphs.length] = glyph;
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

function turnOf(toPage: Matrix, graphics: Graphics): Run["turn"] {
  const sign = Math.sign(graphics.fontSize * graphics.scale);
  const angle = Math.atan2(toPage[1] * sign, toPage[0] * sign);
  const quarters = Math.round(angle / (Math.PI / 2));
  if (Math.abs(angle - quarters * (Math.PI / 2)) > PDF.text.slant) return null;
  return QUARTERS[(quarters + 4) % 4] ?? null;
}

const QUARTERS = [0, 1, 2, 3] as const;

/** A glyph is taken where its middle is inside the clip. */
function isUnclipped({ x, y, endX, endY, run }: Glyph, clip: Box): boolean {
  const lift = run.size * PAGE.glyph.middle;
  // What runs aslant is clipped as if it were upright.
  const [dx, dy] = LIFT[run.turn === null ? 0 : run.turn];
  const middleX = (x + endX) / 2 + dx * lift;
  const middleY = (y + endY) / 2 + dy * lift;
  return holds(clip, middleX, middleY);
}

/** Where "up" points on the page, by turn. */
const LIFT = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
