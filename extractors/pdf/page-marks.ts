import { type Box, mapBox, type Matrix } from "./geometry.js";
import type { Font } from "./graphics.js";
import type { PDFDocumentProxy, PDFPageProxy } from "./library.js";
import type { Marks } from "./marks.js";
import { paint } from "./painter.js";
import { upright } from "./upright.js";

/** Which optional content is shown; asked once a document. */
export type Visibility = Awaited<ReturnType<PDFDocumentProxy["getOptionalContentConfig"]>>;

/** One pass over a page's operators: its visible marks, upright, the origin at its top left. */
export async function pageMarks(page: PDFPageProxy, visibility: Visibility): Promise<Marks> {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = matrixOf(viewport.transform);
  const operators = await page.getOperatorList();
  const fonts = new Map<string, Font>();
  const painted = paint(operators, {
    toPage,
    page: viewBox(page.view, toPage),
    font: (name) => remembered(fonts, name, () => fontOf(page, name)),
    isVisible: (content) => visibility.isVisible(content),
  });
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

const SUBSET_TAG = /^[A-Z]{6}\+/u;
const BOLD_NAME = /bold|black|heavy/iu;

function fontOf(page: PDFPageProxy, id: string): Font {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  const name = chinese(String(property(font, "name") ?? "").replace(SUBSET_TAG, ""));
  return {
    name,
    bold:
      property(font, "bold") === true || property(font, "black") === true || BOLD_NAME.test(name),
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

/** Font names are often GBK, though nothing says so: each byte comes as one Latin character. */
function chinese(name: string): string {
  if (!/[\u0080-\u00ff]/u.test(name) || /[^\u0000-\u00ff]/u.test(name)) return name;
  const bytes = Uint8Array.from(name, (c) => c.codePointAt(0) ?? 0);
  return new TextDecoder("gb18030").decode(bytes);
}
