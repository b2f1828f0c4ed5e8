import { type Box, compose, IDENTITY, intersect, type Matrix } from "../../page/geometry.js";
import { refusePage } from "../engine/page-limits.js";
import { clipOf } from "./clip.js";
import { type Address, float, type Pdfium } from "./library.js";

/** The kinds of objects by the numbers of pdfium. */
export const KIND = { text: 1, path: 2, image: 3, form: 5 } as const;

/** An object of a page that draws, in the order in which it is drawn. */
export interface PageObject {
  readonly at: Address;
  readonly kind: number;
  /** From the own space of the object to the one of the page. */
  readonly toUser: Matrix;
  /** From its own space to the page as displayed. */
  readonly matrix: Matrix;
  /** What is seen of it at most. */
  readonly clip: Box;
  /** The forms that it is in, outermost first. */
  readonly forms: readonly Address[];
}

/** A page in the hands of pdfium. */
export interface Page {
  readonly number: number;
  readonly at: Address;
  readonly toPage: Matrix;
  readonly box: Box;
  /** Whether its document has layers, so that forms and pictures may be on one: pdfium does not tell. */
  readonly hasLayers: boolean;
}

/** Forms within forms, more than which no page has. */
const DEEPEST = 30;

/**
 * The objects of a page, those of its forms in their places.
 *
 * @throws UnreadableSource `too_large`
 */
export function pageObjects(pdfium: Pdfium, page: Page): readonly PageObject[] {
  const found: PageObject[] = [];
  const take = (at: Address, { toUser, clip: outer, forms }: Around): void => {
    const kind = pdfium.api.FPDFPageObj_GetType(at);
    const clip = intersect(outer, clipOf(pdfium, at, compose(page.toPage, toUser)));
    const own = compose(toUser, matrixOf(pdfium, at));
    if (kind !== KIND.form)
      found.push({ at, kind, toUser: own, matrix: compose(page.toPage, own), clip, forms });
    else if (forms.length < DEEPEST) takeAll(at, { toUser: own, clip, forms: [...forms, at] });
  };
  const takeAll = (form: Address | null, around: Around): void => {
    const objects = objectsOf(pdfium, form ?? page.at, form !== null);
    refusePage(page.number, "pageOperators", found.length + objects.length);
    for (const object of objects) take(object, around);
  };
  takeAll(null, { toUser: IDENTITY, clip: page.box, forms: [] });
  return found;
}

type Around = Pick<PageObject, "toUser" | "clip" | "forms">;

function objectsOf({ api }: Pdfium, holder: Address, isForm: boolean): readonly Address[] {
  const count = isForm ? api.FPDFFormObj_CountObjects(holder) : api.FPDFPage_CountObjects(holder);
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    isForm ? api.FPDFFormObj_GetObject(holder, index) : api.FPDFPage_GetObject(holder, index),
  );
}

/** From the own space of an object to the one that it stands in. */
function matrixOf(pdfium: Pdfium, object: Address): Matrix {
  if (!pdfium.api.FPDFPageObj_GetMatrix(object, pdfium.scratch)) return IDENTITY;
  const at = (index: number): number => float(pdfium, index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
