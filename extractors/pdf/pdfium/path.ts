import type { Marks } from "../../page/marks.js";
import { type Drawing, filledRules, filledShapes, strokedRules } from "../engine/paint-path.js";
import { pointOf } from "./clip.js";
import { type Address, float, integer, type Pdfium } from "./library.js";
import type { PageObject } from "./page-objects.js";

/** The rules and small shapes that a path draws. */
export function drawnPath(
  pdfium: Pdfium,
  { at, matrix, clip }: PageObject,
): Required<Pick<Marks, "rules" | "shapes">> {
  const { isFilled, isStroked } = modeOf(pdfium, at);
  const drawing: Drawing = {
    matrix,
    clip,
    lineWidth: lineWidth(pdfium, at),
    strokeHidden: !isStroked || isWhite(pdfium, at, "FPDFPageObj_GetStrokeColor"),
    fillHidden: !isFilled || isWhite(pdfium, at, "FPDFPageObj_GetFillColor"),
  };
  if (drawing.strokeHidden && drawing.fillHidden) return { rules: [], shapes: [] };
  const path = stepsOf(pdfium, at);
  return {
    rules: [...strokedRules(drawing, path), ...filledRules(drawing, path)],
    shapes: filledShapes(drawing, path),
  };
}

function modeOf(pdfium: Pdfium, at: Address): { isFilled: boolean; isStroked: boolean } {
  const { api, scratch } = pdfium;
  const isKnown = api.FPDFPath_GetDrawMode(at, scratch, scratch + 4);
  return isKnown
    ? { isFilled: integer(pdfium, 0) !== 0, isStroked: integer(pdfium, 1) !== 0 }
    : { isFilled: false, isStroked: false };
}

function lineWidth(pdfium: Pdfium, at: Address): number {
  return pdfium.api.FPDFPageObj_GetStrokeWidth(at, pdfium.scratch) ? float(pdfium) : 1;
}

const WHITE = 255;

/** Lines that are white on white paper are not seen. Patterns have no colour and are. */
function isWhite(
  pdfium: Pdfium,
  at: Address,
  ask: "FPDFPageObj_GetFillColor" | "FPDFPageObj_GetStrokeColor",
): boolean {
  const { api, scratch } = pdfium;
  if (!api[ask](at, scratch, scratch + 4, scratch + 8, scratch + 12)) return false;
  return [0, 1, 2].every((index) => integer(pdfium, index) === WHITE);
}

/** The kinds of segments by the numbers of pdfium, and the steps of a path that they are. */
const SEGMENT = { line: 0, curve: 1, move: 2 } as const;
const STEP = { move: 0, line: 1, curve: 2, close: 4 } as const;
/** Each of the three points of a curve is a segment. */
const POINTS_OF_CURVE = 3;

function stepsOf(pdfium: Pdfium, at: Address): Float32Array {
  const { api } = pdfium;
  const steps: number[] = [];
  let ofCurve = 0;
  const count = api.FPDFPath_CountSegments(at);
  for (let i = 0; i < count; i += 1) {
    const segment = api.FPDFPath_GetPathSegment(at, i);
    const type = api.FPDFPathSegment_GetType(segment);
    if (type === SEGMENT.move) steps.push(STEP.move);
    else if (type === SEGMENT.line) steps.push(STEP.line);
    else if (ofCurve === 0) steps.push(STEP.curve);
    ofCurve = type === SEGMENT.curve ? (ofCurve + 1) % POINTS_OF_CURVE : 0;
    steps.push(...pointOf(pdfium, segment));
    if (api.FPDFPathSegment_GetClose(segment)) steps.push(STEP.close);
  }
  return Float32Array.from(steps);
}
