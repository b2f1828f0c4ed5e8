import { type Box, mapBox, type Matrix } from "../../page/geometry.js";
import type { Font } from "./graphics.js";
import { fontName, isBoldName } from "../engine/font-name.js";
import { refusePage } from "../engine/page-limits.js";
import type { PDFDocumentProxy, PDFPageProxy } from "./library.js";
import type { Marks } from "../../page/marks.js";
import { type Operators, paint } from "./painter.js";
import { upright } from "../../page/upright.js";

/** Which optional content is shown; asked once a document. */
export type Visibility = Awaited<ReturnType<PDFDocumentProxy["getOptionalContentConfig"]>>;

/** A page and its operators. */
export interface Loaded {
  readonly page: PDFPageProxy;
  readonly operators: Operators;
}

/** One pass over a page's operators: its visible marks, upright, the origin at its top left. */
export function pageMarks({ page, operators }: Loaded, visibility: Visibility): Marks {
  refusePage(page.pageNumber, "pageOperators", operators.fnArray.length);
  const viewport = page.getViewport({ scale: 1 });
  const toPage = matrixOf(viewport.transform);
  const fonts = new Map<string, Font>();
  const painted = paint(operators, {
    toPage,
    page: viewBox(page.view, toPage),
    font: (name) => remembered(fonts, name, () => fontOf(page, name)),
    isVisible: (content) => visibility.isVisible(content),
  });
  refusePage(page.pageNumber, "pageGlyphs", painted.glyphs.length);
  return upright({ width: viewport.width, height: viewport.height, ...painted });
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

function viewBox(view: readonly number[], toPage: Matrix): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  return mapBox(toPage, [left, bottom, right, top]);
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function fontOf(page: PDFPageProxy, id: string): Font {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  const printed = property(font, "name");
  const name = typeof printed === "string" ? fontName(printed) : "";
  return {
    name,
    bold: property(font, "bold") === true || property(font, "black") === true || isBoldName(name),
    vertical: property(font, "vertical") === true,
    unit: unitOf(property(font, "fontMatrix")),
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value
    ? Reflect.get(value, key)
    : undefined;
}

function unitOf(fontMatrix: unknown): number {
  const unit: unknown = Array.isArray(fontMatrix) ? fontMatrix[0] : undefined;
  return typeof unit === "number" && unit !== 0 ? unit : 0.001;
}
