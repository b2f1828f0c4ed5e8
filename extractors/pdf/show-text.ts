import { compose, holds, type Matrix, mapPoint } from "./geometry.js";
import type { Graphics, Pen } from "./graphics.js";
import type { Glyph } from "./marks.js";

/** A glyph as pdf.js hands it over; numbers between them are kerning in thousandths. */
export interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

const INVISIBLE_MODES = new Set([3, 7]);
/** Fill and stroke in one: how word processors fake a bold face. */
const FAT_MODE = 2;
/** How far from a quarter turn, in radians, a line may be and still count as straight. */
const SLANT = 0.12;

/** Advances the pen over a `showText` and gives its visible glyphs. */
export function showText(
  graphics: Graphics,
  pen: Pen,
  items: readonly (PdfGlyph | number)[],
  run: number,
): Glyph[] {
  const glyphs: Glyph[] = [];
  const visible = !INVISIBLE_MODES.has(graphics.renderingMode);
  const toPage = compose(graphics.matrix, pen.matrix);
  const size = Math.abs(graphics.fontSize) * Math.hypot(toPage[2], toPage[3]);
  const turn = turnOf(toPage, graphics);
  const bold = graphics.font.bold || graphics.renderingMode === FAT_MODE;
  for (const item of items) {
    const from = penOnPage(toPage, graphics, pen);
    advance(graphics, pen, item);
    if (typeof item === "number" || !visible) continue;
    const to = penOnPage(toPage, graphics, pen);
    const glyph = { text: item.unicode, from, to, size, font: graphics.font.name, bold, turn, run };
    if (isUnclipped(glyph, graphics)) glyphs.push(glyph);
  }
  return glyphs;
}

function penOnPage(toPage: Matrix, graphics: Graphics, pen: Pen): [number, number] {
  return mapPoint(toPage, pen.x, pen.y + graphics.rise);
}

function advance(graphics: Graphics, pen: Pen, item: PdfGlyph | number): void {
  const { font, fontSize, scale } = graphics;
  if (typeof item === "number") {
    const kerning = (-item * fontSize) / 1000;
    if (font.vertical) pen.y += kerning;
    else pen.x += kerning * scale;
    return;
  }
  const spacing = graphics.charSpacing + (item.isSpace ? graphics.wordSpacing : 0);
  if (font.vertical) pen.y += (item.vmetric?.[0] ?? -1000) * fontSize * font.unit - spacing;
  else pen.x += (item.width * fontSize * font.unit + spacing) * scale;
}

function turnOf(toPage: Matrix, graphics: Graphics): Glyph["turn"] {
  const sign = Math.sign(graphics.fontSize * graphics.scale);
  const angle = Math.atan2(toPage[1] * sign, toPage[0] * sign);
  const quarters = Math.round(angle / (Math.PI / 2));
  if (Math.abs(angle - quarters * (Math.PI / 2)) > SLANT) return null;
  return QUARTERS[(quarters + 4) % 4] ?? null;
}

const QUARTERS = [0, 1, 2, 3] as const;

/** A glyph is taken where its middle is inside the clip. */
function isUnclipped(glyph: Glyph, graphics: Graphics): boolean {
  const x = (glyph.from[0] + glyph.to[0]) / 2;
  const y = (glyph.from[1] + glyph.to[1]) / 2;
  const lift = glyph.size * 0.35;
  const [dx, dy] = LIFT[glyph.turn ?? 0];
  return holds(graphics.clip, x + dx * lift, y + dy * lift, glyph.size * 0.1);
}

/** Where "up" points on the page, by turn. */
const LIFT = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
