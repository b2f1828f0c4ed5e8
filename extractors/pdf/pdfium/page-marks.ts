import type { Box } from "../../page/geometry.js";
import type { Glyph, Marks, Rule } from "../../page/marks.js";
import { upright } from "../../page/upright.js";
import { DamagedPage } from "../engine/engine.js";
import { refusePage } from "../engine/page-limits.js";
import { largePicture, paintedPicture } from "../engine/paint-picture.js";
import { type Character, charactersOf } from "./characters.js";
import { fontsOf } from "./fonts.js";
import type { Address, Pdfium } from "./library.js";
import type { Size } from "./page.js";
import { withoutHidden } from "./layers.js";
import { KIND, type Page, type PageObject, pageObjects } from "./page-objects.js";
import { sidesOf } from "./picture-size.js";
import { withOverprints } from "./overprints.js";
import { drawnPath } from "./path.js";
import { drawnText } from "./text.js";

/** What is visible on a page, upright, the origin at its top left. */
export function pageMarks(pdfium: Pdfium, page: Page & Size): Marks {
  const charactersIn = withOverprints(pdfium, charactersOn(pdfium, page));
  const fonts = fontsOf(pdfium);
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  const pictures: Box[] = [];
  const shapes: Box[] = [];
  const objects = pageObjects(pdfium, page);
  for (const object of withoutHidden(pdfium, page, objects)) {
    if (object.kind === KIND.text) {
      const characters = charactersIn(object);
      for (const glyph of drawnText(pdfium, { object, page, fonts, characters }))
        glyphs.push(glyph);
    } else if (object.kind === KIND.path) {
      const drawn = drawnPath(pdfium, object);
      for (const rule of drawn.rules) rules.push(rule);
      for (const shape of drawn.shapes) shapes.push(shape);
    } else if (object.kind === KIND.image) {
      const drawn = drawnPicture(pdfium, object, page);
      rules.push(...drawn.rules);
      pictures.push(...drawn.pictures);
    }
  }
  // What pdfium left out as repeats is there again.
  refusePage(page.number, "pageGlyphs", glyphs.length);
  const { width, height } = page;
  return upright({ width, height, glyphs, rules, pictures, shapes });
}

function charactersOn(pdfium: Pdfium, page: Page): ReadonlyMap<Address, readonly Character[]> {
  const { api } = pdfium;
  const text = api.FPDFText_LoadPage(page.at);
  if (text === 0) throw new DamagedPage("pdfium finds no text on it");
  try {
    refusePage(page.number, "pageGlyphs", api.FPDFText_CountChars(text));
    return charactersOf(pdfium, text);
  } finally {
    api.FPDFText_ClosePage(text);
  }
}

function drawnPicture(
  pdfium: Pdfium,
  { at, matrix, clip }: PageObject,
  { box: page }: Page,
): Pick<Marks, "rules" | "pictures"> {
  const [width, height] = sidesOf(pdfium, at);
  if (width * height <= 1) return paintedPicture(matrix, clip);
  const box = largePicture(matrix, clip, page);
  return { rules: [], pictures: box === null ? [] : [box] };
}
