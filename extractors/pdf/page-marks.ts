import { type Box, mapBox, type Matrix } from "../page/geometry.js";
import type { Font } from "./graphics.js";
import { refuseBeyond } from "../common/limits.js";
import type { PDFDocumentProxy, PDFPageProxy } from "./library.js";
import type { Marks } from "../page/marks.js";
import { type Operators, paint } from "./painter.js";
import { upright } from "../page/upright.js";

/** Which optional content is shown; asked once a document. */
export type Visibility = Awaited<ReturnType<PDFDocumentProxy["getOptionalContentConfig"]>>;

/** A page and its operators. */
export interface Loaded {
  readonly page: PDFPageProxy;
  readonly operators: Operators;
}

const REMEDY = {
  en: "It draws more than a page can show: take it out, or print the PDF anew.",
  zh: "该页绘制的内容多于一页所能显示的，请去掉该页，或重新打印生成 PDF。",
};
const TOO_MANY_OPERATORS = { unit: { en: "operators", zh: "个绘制指令" }, remedy: REMEDY };
const TOO_MANY_GLYPHS = { unit: { en: "characters", zh: "个字符" }, remedy: REMEDY };

/** One pass over a page's operators: its visible marks, upright, the origin at its top left. */
export function pageMarks({ page, operators }: Loaded, visibility: Visibility): Marks {
  const what = { en: `Page ${page.pageNumber}`, zh: `第 ${page.pageNumber} 页` };
  refuseBeyond("pageOperators", operators.fnArray.length, { what, ...TOO_MANY_OPERATORS });
  const viewport = page.getViewport({ scale: 1 });
  const toPage = matrixOf(viewport.transform);
  const fonts = new Map<string, Font>();
  const painted = paint(operators, {
    toPage,
    page: viewBox(page.view, toPage),
    font: (name) => remembered(fonts, name, () => fontOf(page, name)),
    isVisible: (content) => visibility.isVisible(content),
  });
  refuseBeyond("pageGlyphs", painted.glyphs.length, { what, ...TOO_MANY_GLYPHS });
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
  const printed = property(font, "name");
  const name = typeof printed === "string" ? chinese(printed.replace(SUBSET_TAG, "")) : "";
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

const HIGH_LATIN = /[\u0080-\u00ff]/u;
const LAST_LATIN = 0xff;

/** Font names are often GBK, though nothing says so: each byte comes as one Latin character. */
function chinese(name: string): string {
  const codes = Array.from(name, (c) => c.charCodeAt(0));
  if (!HIGH_LATIN.test(name) || codes.some((code) => code > LAST_LATIN)) return name;
  return new TextDecoder("gb18030").decode(Uint8Array.from(codes));
}
