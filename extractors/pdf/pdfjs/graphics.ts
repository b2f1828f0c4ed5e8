import { type Box, IDENTITY, type Matrix } from "../../page/geometry.js";

/** What the painter must know of a font. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Text space units of one glyph unit: 0.001 but for Type 3 fonts. */
  readonly unit: number;
}

/** The graphics state, as far as it says what is visible and where. */
export interface Graphics {
  matrix: Matrix;
  clip: Box;
  lineWidth: number;
  strokeHidden: boolean;
  fillHidden: boolean;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

/** The text object's own state: it is not saved with the graphics state. */
export interface Pen {
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

const NO_FONT: Font = { name: "", bold: false, vertical: false, unit: 0.001 };

/** The state at the start of a page. */
export function startGraphics(matrix: Matrix, clip: Box): Graphics {
  return {
    matrix,
    clip,
    lineWidth: 1,
    strokeHidden: false,
    fillHidden: false,
    font: NO_FONT,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  };
}

/** The pen at the start of a text object. */
export function startPen(): Pen {
  return { matrix: IDENTITY, lineX: 0, lineY: 0, x: 0, y: 0 };
}

/** Moves the pen to a new line, relative to the start of the last. */
export function movePen(pen: Pen, x: number, y: number): void {
  pen.lineX += x;
  pen.lineY += y;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}
