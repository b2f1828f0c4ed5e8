import { compose, holds, mapPoint } from "../page/geometry.js";
import type { Box, Matrix } from "../page/geometry.js";
import type { Glyph, Run } from "../page/marks.js";
import { turnOf } from "../page/turn.js";
import type { Font } from "./page-parts.js";
import { OFD_PAGE } from "./settings.js";
import { named, numbersIn } from "./xml-tree.js";
import type { Node } from "./xml-tree.js";

const NO_FONT: Font = { name: "", bold: false };
/** The weight from which on a face is bold. */
const BOLD = 600;

/** The characters of a TextObject where they stand on the page; those outside of it are left out. */
export function placedText(
  object: Node,
  toPage: Matrix,
  { page, fonts }: { readonly page: Box; readonly fonts: ReadonlyMap<string, Font> },
): Glyph[] {
  const { attributes } = object;
  const size = Number(attributes["Size"] ?? 0);
  const font = fonts.get(attributes["Font"] ?? "") ?? NO_FONT;
  const scale = Number(attributes["HScale"] ?? 1);
  const run: Run = {
    size: size * Math.hypot(toPage[2], toPage[3]),
    font: font.name,
    bold: font.bold || Number(attributes["Weight"] ?? 0) >= BOLD,
    turn: turnOf(toPage),
  };
  const pen = { x: 0, y: 0 };
  const glyphs = [...named(object, "TextCode")].flatMap((code) => {
    pen.x = Number(code.attributes["X"] ?? pen.x);
    pen.y = Number(code.attributes["Y"] ?? pen.y);
    return glyphsOf(code, { ...pen, em: size * scale }).map((each) => ({ ...each, run, toPage }));
  });
  return glyphs.map(onPage).filter((glyph) => holds(page, glyph.x, glyph.y));
}

interface Pen {
  readonly x: number;
  readonly y: number;
  /** Width of a full-width character. */
  readonly em: number;
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The characters of a TextCode, each with its start in the space of its object, and how wide it is. */
function glyphsOf({ text, attributes }: Node, { x, y, em }: Pen): Placed[] {
  const characters = Array.from(text);
  const [across, down] = [attributes["DeltaX"], attributes["DeltaY"]].map((deltas) =>
    deltasIn(deltas, characters.length),
  );
  const glyphs: Placed[] = [];
  let at = { x, y };
  characters.forEach((character, index) => {
    const advance = advanceOf(character) * em;
    const isPlaced = across !== undefined || down !== undefined;
    const delta = isPlaced ? (across?.[index] ?? 0) : advance;
    const touches = delta > 0 && delta < advance + OFD_PAGE.spread * em;
    glyphs.push({ text: character, ...at, width: touches ? delta : advance });
    at = { x: at.x + delta, y: at.y + (down?.[index] ?? 0) };
  });
  return glyphs;
}

/** `g 3 4.2 5` stands for 4.2 4.2 4.2 5; no more are needed than characters. Undefined where none is given. */
function deltasIn(text: string | undefined, most: number): readonly number[] | undefined {
  const repeated = (text ?? "").replaceAll(
    /g\s+(\d{1,5})\s+(\S+)/gu,
    (_, count: string, delta: string) => `${delta} `.repeat(Math.min(Number(count), most)),
  );
  const deltas = numbersIn(repeated);
  return deltas.length === 0 ? undefined : deltas;
}

function advanceOf(character: string): number {
  const { full, wide, capital, narrow } = OFD_PAGE.advance;
  if ((character.codePointAt(0) ?? 0) > 0x2000) return full;
  if (/[MWmw%@]/u.test(character)) return wide;
  return /[A-Z]/u.test(character) ? capital : narrow;
}

function onPage(glyph: Placed & { readonly run: Run; readonly toPage: Matrix }): Glyph {
  const { text, x: from, y: base, width, run, toPage } = glyph;
  const [x, y] = mapPoint(toPage, from, base);
  const [endX, endY] = mapPoint(toPage, from + width, base);
  return { text, x, y, endX, endY, run };
}

/** The map of what an object draws to its page. */
export function objectMatrix({ attributes }: Node, toPage: Matrix): Matrix {
  const [left = 0, top = 0] = numbersIn(attributes["Boundary"]);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(attributes["CTM"]);
  return compose(toPage, compose([1, 0, 0, 1, left, top], [a, b, c, d, e, f]));
}
