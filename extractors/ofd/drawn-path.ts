import type { Box, Matrix } from "../page/geometry.js";
import type { Marks } from "../page/marks.js";
import { filledRules, filledShapes, strokedRules } from "../pdf/engine/paint-path.js";
import { OFD_PAGE } from "./settings.js";
import { textOf } from "./xml-tree.js";
import type { Node } from "./xml-tree.js";

/** The rules and small shapes that a PathObject draws, as those of a PDF are told. */
export function drawnPath(
  object: Node,
  toPage: Matrix,
  page: Box,
): Pick<Marks, "rules"> & { readonly shapes: readonly Box[] } {
  const { attributes } = object;
  const path = pathIn(textOf(object, "AbbreviatedData"));
  const drawing = {
    matrix: toPage,
    clip: page,
    lineWidth: Number(attributes["LineWidth"] ?? OFD_PAGE.lineWidth),
    strokeHidden: false,
    fillHidden: false,
  };
  const isFilled = attributes["Fill"] === "true";
  return {
    rules: [
      ...(attributes["Stroke"] === "false" ? [] : strokedRules(drawing, path)),
      ...(isFilled ? filledRules(drawing, path) : []),
    ],
    shapes: isFilled ? filledShapes(drawing, path) : [],
  };
}

/** The steps of a path: as pdf.js numbers them, with how many numbers of OFD follow and how many of these count. */
const STEPS: Readonly<Record<string, { readonly step: number; readonly numbers: number }>> = {
  S: { step: 0, numbers: 2 },
  M: { step: 0, numbers: 2 },
  L: { step: 1, numbers: 2 },
  B: { step: 2, numbers: 6 },
  Q: { step: 3, numbers: 4 },
  C: { step: 4, numbers: 0 },
};
const ARC = { numbers: 7, step: 2 };

function pathIn(text: string): Float32Array {
  const tokens = text.split(/[\s,]+/u).filter((token) => token !== "");
  const path: number[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? "";
    const { step, numbers } = token === "A" ? ARC : (STEPS[token] ?? { step: -1, numbers: 0 });
    const values = tokens.slice(at + 1, at + 1 + numbers).map(Number);
    at += 1 + numbers;
    // A step whose numbers are missing draws nothing.
    if (values.length < numbers || !values.every(Number.isFinite)) continue;
    // An arc ends at its last two numbers; how it bends makes no rule.
    if (token === "A")
      path.push(step, ...values.slice(-2), ...values.slice(-2), ...values.slice(-2));
    else if (step >= 0) path.push(step, ...values);
  }
  return Float32Array.from(path);
}
