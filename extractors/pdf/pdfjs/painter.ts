import { OPS } from "./library.js";
import { type Box, compose, intersect, mapBox, type Matrix } from "../../page/geometry.js";
import {
  type Font,
  type Graphics,
  movePen,
  type Pen,
  startGraphics,
  startPen,
} from "./graphics.js";
import type { Glyph, Rule } from "../../page/marks.js";
import { filledRules, filledShapes, strokedRules } from "../engine/paint-path.js";
import { largePicture, paintedPicture } from "../engine/paint-picture.js";
import { repeatedSpaces } from "./repeated-spaces.js";
import { showText } from "./show-text.js";

/** What one page's operators ask of their surroundings. */
export interface Surroundings {
  /** From the operators' space to the page as displayed. */
  readonly toPage: Matrix;
  readonly page: Box;
  readonly font: (name: string) => Font;
  readonly isVisible: (optionalContent: unknown) => boolean;
}

/** The operator list of pdf.js: the operators by number, and their arguments. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Canvas {
  readonly around: Surroundings;
  graphics: Graphics;
  readonly saved: Graphics[];
  pen: Pen;
  /** Marked content and soft masks that are open: false where one hides what is in it. */
  readonly shown: boolean[];
  hidden: number;
  clipPending: boolean;
  /** Whether nothing was painted since the last `transform`: a picture that was left out stood there. */
  bare: boolean;
  /** One list for each text operator. */
  readonly glyphs: Glyph[][];
  readonly rules: Rule[];
  readonly pictures: Box[];
  readonly shapes: Box[];
}

/** What a page's operators make visible. */
export interface Painted {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
  readonly shapes: readonly Box[];
}

/** Goes through a page's operators once and keeps its visible text, rules and pictures. */
export function paint(operators: Operators, around: Surroundings): Painted {
  const canvas: Canvas = {
    around,
    graphics: startGraphics(around.toPage, around.page),
    saved: [],
    pen: startPen(),
    shown: [],
    hidden: 0,
    clipPending: false,
    bare: false,
    glyphs: [],
    rules: [],
    pictures: [],
    shapes: [],
  };
  operators.fnArray.forEach((operator, i) => {
    STEPS.get(operator)?.(canvas, argumentsOf(operators.argsArray[i]));
  });
  const { glyphs, rules, pictures, shapes } = canvas;
  return { glyphs: glyphs.flat(), rules, pictures, shapes };
}

type Arguments = readonly unknown[];
type Step = (canvas: Canvas, args: Arguments) => void;

function argumentsOf(args: unknown): Arguments {
  return Array.isArray(args) ? args : [];
}

function amount(value: unknown, otherwise = 0): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return value instanceof Float32Array || Array.isArray(value);
}

function matrixOf(m: unknown): Matrix | null {
  if (!isNumbers(m)) return null;
  return [amount(m[0]), amount(m[1]), amount(m[2]), amount(m[3]), amount(m[4]), amount(m[5])];
}

function save(canvas: Canvas): void {
  canvas.saved.push({ ...canvas.graphics });
}

function restore(canvas: Canvas): void {
  noteMissingPicture(canvas);
  const saved = canvas.saved.pop();
  if (saved !== undefined) canvas.graphics = saved;
}

function transform(canvas: Canvas, matrix: Matrix | null): void {
  if (matrix === null) return;
  canvas.graphics.matrix = compose(canvas.graphics.matrix, matrix);
  canvas.bare = true;
}

function clipTo(canvas: Canvas, extent: unknown, matrix: Matrix = canvas.graphics.matrix): void {
  if (!isNumbers(extent)) return;
  const [left, top, right, bottom] = [extent[0], extent[1], extent[2], extent[3]];
  const box: Box = [amount(left), amount(top), amount(right), amount(bottom)];
  canvas.graphics.clip = intersect(canvas.graphics.clip, mapBox(matrix, box));
}

function noteMissingPicture(canvas: Canvas): void {
  if (!canvas.bare) return;
  canvas.bare = false;
  const box = largePicture(canvas.graphics.matrix, canvas.graphics.clip, canvas.around.page);
  if (box !== null) canvas.pictures.push(box);
}

function picture(canvas: Canvas, matrix = canvas.graphics.matrix): void {
  if (canvas.hidden > 0) return;
  canvas.bare = false;
  const painted = paintedPicture(matrix, canvas.graphics.clip);
  canvas.rules.push(...painted.rules);
  canvas.pictures.push(...painted.pictures);
}

/** pdf.js gathers equal pictures that follow one another: one scale, and the place of each. */
function repeatedPicture(canvas: Canvas, scale: Arguments, places: unknown): void {
  const [a, b, c, d] = scale;
  const matrix: Matrix = [amount(a), amount(b), amount(c), amount(d), 0, 0];
  for (const space of repeatedSpaces(canvas.graphics, matrix, places)) picture(canvas, space);
}

function pictureGroup(canvas: Canvas, pictures: unknown): void {
  if (!Array.isArray(pictures)) return;
  for (const one of pictures) {
    const own = hasKey(one, "transform") ? matrixOf(one.transform) : null;
    if (own !== null) picture(canvas, compose(canvas.graphics.matrix, own));
  }
}

function text(canvas: Canvas, items: unknown): void {
  canvas.bare = false;
  if (!Array.isArray(items)) return;
  const glyphs = showText(canvas.graphics, canvas.pen, items);
  if (canvas.hidden === 0) canvas.glyphs.push(glyphs);
}

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const BOTH = new Set<number>([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

function path(canvas: Canvas, [operator, data, extent]: Arguments): void {
  canvas.bare = false;
  const steps = Array.isArray(data) ? data[0] : null;
  if (steps instanceof Float32Array && canvas.hidden === 0) {
    const op = amount(operator);
    if (STROKES.has(op) || BOTH.has(op)) canvas.rules.push(...strokedRules(canvas.graphics, steps));
    if (FILLS.has(op) || BOTH.has(op)) {
      canvas.rules.push(...filledRules(canvas.graphics, steps));
      canvas.shapes.push(...filledShapes(canvas.graphics, steps));
    }
  }
  if (canvas.clipPending) clipTo(canvas, extent);
  canvas.clipPending = false;
}

function open(canvas: Canvas, visible: boolean): void {
  canvas.shown.push(visible);
  if (!visible) canvas.hidden += 1;
}

function close(canvas: Canvas): void {
  if (canvas.shown.pop() === false) canvas.hidden -= 1;
}

function setStates(canvas: Canvas, states: unknown): void {
  if (!Array.isArray(states)) return;
  for (const state of states) {
    if (!Array.isArray(state)) continue;
    const [key, value] = state;
    if (key === "LW") canvas.graphics.lineWidth = amount(value);
    if (key === "Font" && Array.isArray(value)) setFont(canvas, value);
  }
}

function setFont(canvas: Canvas, [name, size]: Arguments): void {
  canvas.graphics.font = canvas.around.font(String(name));
  canvas.graphics.fontSize = amount(size);
}

/** White lines on white paper are not seen; neither are those without colour. */
const WHITE = "#ffffff";

function beginGroup(canvas: Canvas, group: unknown): void {
  save(canvas);
  const isMask = hasKey(group, "smask") && Boolean(group.smask);
  open(canvas, !isMask);
  if (!hasKey(group, "bbox")) return;
  const own = hasKey(group, "matrix") ? matrixOf(group.matrix) : null;
  const { matrix } = canvas.graphics;
  clipTo(canvas, group.bbox, own === null ? matrix : compose(matrix, own));
}

function hasKey<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === "object" && value !== null && key in value;
}

function beginAnnotation(canvas: Canvas, [, , place, matrix]: Arguments): void {
  save(canvas);
  canvas.graphics = startGraphics(canvas.around.toPage, canvas.around.page);
  transform(canvas, matrixOf(place));
  transform(canvas, matrixOf(matrix));
}

function setTextMatrix(canvas: Canvas, args: Arguments): void {
  const matrix = matrixOf(args[0]);
  if (matrix !== null) canvas.pen = { ...startPen(), matrix };
}

const STEPS: ReadonlyMap<number, Step> = new Map<number, Step>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, (canvas, args) => transform(canvas, matrixOf(args))],
  [OPS.setGState, (canvas, [states]) => setStates(canvas, states)],
  [OPS.setLineWidth, ({ graphics }, [width]) => void (graphics.lineWidth = amount(width))],
  [OPS.setStrokeRGBColor, ({ graphics }, [c]) => void (graphics.strokeHidden = c === WHITE)],
  [OPS.setFillRGBColor, ({ graphics }, [c]) => void (graphics.fillHidden = c === WHITE)],
  [OPS.setStrokeTransparent, ({ graphics }) => void (graphics.strokeHidden = true)],
  [OPS.setFillTransparent, ({ graphics }) => void (graphics.fillHidden = true)],
  [OPS.clip, (canvas) => void (canvas.clipPending = true)],
  [OPS.eoClip, (canvas) => void (canvas.clipPending = true)],
  [OPS.constructPath, path],
  [OPS.beginText, (canvas) => void (canvas.pen = startPen())],
  [OPS.setCharSpacing, ({ graphics }, [n]) => void (graphics.charSpacing = amount(n))],
  [OPS.setWordSpacing, ({ graphics }, [n]) => void (graphics.wordSpacing = amount(n))],
  [OPS.setHScale, ({ graphics }, [n]) => void (graphics.scale = amount(n, 100) / 100)],
  [OPS.setLeading, ({ graphics }, [n]) => void (graphics.leading = -amount(n))],
  [OPS.setTextRise, ({ graphics }, [n]) => void (graphics.rise = amount(n))],
  [OPS.setTextRenderingMode, ({ graphics }, [n]) => void (graphics.renderingMode = amount(n))],
  [OPS.setFont, setFont],
  [OPS.setTextMatrix, setTextMatrix],
  [OPS.moveText, ({ pen }, [x, y]) => movePen(pen, amount(x), amount(y))],
  [OPS.setLeadingMoveText, leadingMoveText],
  [OPS.nextLine, ({ pen, graphics }) => movePen(pen, 0, graphics.leading)],
  [OPS.showText, (canvas, [items]) => text(canvas, items)],
  [OPS.beginMarkedContent, (canvas) => open(canvas, true)],
  [OPS.beginMarkedContentProps, beginMarkedContent],
  [OPS.endMarkedContent, close],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginGroup, (canvas, [group]) => beginGroup(canvas, group)],
  [OPS.endGroup, endGroup],
  [OPS.beginAnnotation, beginAnnotation],
  [OPS.endAnnotation, restore],
  [OPS.paintImageXObject, (canvas) => picture(canvas)],
  [OPS.paintInlineImageXObject, (canvas) => picture(canvas)],
  [OPS.paintImageMaskXObject, (canvas) => picture(canvas)],
  [OPS.paintSolidColorImageMask, (canvas) => picture(canvas)],
  [
    OPS.paintImageXObjectRepeat,
    (canvas, [, x, y, at]) => repeatedPicture(canvas, [x, 0, 0, y], at),
  ],
  [
    OPS.paintImageMaskXObjectRepeat,
    (canvas, [, a, b, c, d, at]) => repeatedPicture(canvas, [a, b, c, d], at),
  ],
  [OPS.paintImageMaskXObjectGroup, (canvas, [pictures]) => pictureGroup(canvas, pictures)],
  [OPS.paintInlineImageXObjectGroup, (canvas, [, pictures]) => pictureGroup(canvas, pictures)],
]);

function leadingMoveText({ graphics, pen }: Canvas, [x, y]: Arguments): void {
  graphics.leading = amount(y);
  movePen(pen, amount(x), amount(y));
}

function beginMarkedContent(canvas: Canvas, [tag, properties]: Arguments): void {
  open(canvas, tag !== "OC" || canvas.around.isVisible(properties));
}

function beginForm(canvas: Canvas, [matrix, box]: Arguments): void {
  save(canvas);
  transform(canvas, matrixOf(matrix));
  clipTo(canvas, box);
  canvas.bare = false;
}

function endGroup(canvas: Canvas): void {
  close(canvas);
  restore(canvas);
}
