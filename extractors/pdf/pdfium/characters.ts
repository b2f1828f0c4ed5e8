import { type Address, double, float, type Pdfium } from "./library.js";

/** A character of a text object, where its origin stands on the page. */
export interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** How wide the box around it is; zero where it does not stand upright. */
  readonly width: number;
}

/** The characters of a page by the text objects that show them. */
export function charactersOf(
  pdfium: Pdfium,
  textPage: Address,
): ReadonlyMap<Address, readonly Character[]> {
  const { api } = pdfium;
  const found = new Map<Address, Character[]>();
  const count = api.FPDFText_CountChars(textPage);
  for (let i = 0; i < count; i += 1) {
    // Blanks and line ends between objects, which no object shows.
    if (api.FPDFText_IsGenerated(textPage, i) === 1) continue;
    const object = api.FPDFText_GetTextObject(textPage, i);
    if (object === 0) continue;
    const known = found.get(object) ?? [];
    known.push(characterAt(pdfium, textPage, i));
    found.set(object, known);
  }
  return found;
}

function characterAt(pdfium: Pdfium, textPage: Address, index: number): Character {
  const { api, scratch } = pdfium;
  api.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  const [x, y] = [double(pdfium, 0), double(pdfium, 1)];
  const isBoxed = api.FPDFText_GetLooseCharBox(textPage, index, scratch);
  const width = isBoxed ? Math.abs(float(pdfium, 2) - float(pdfium, 0)) : 0;
  return { text: textAt(pdfium, textPage, index), x, y, width };
}

/** pdfium has a character of its own for a hyphen that ends a line. */
function textAt({ api }: Pdfium, textPage: Address, index: number): string {
  if (api.FPDFText_IsHyphen(textPage, index) === 1) return "-";
  const code = api.FPDFText_GetUnicode(textPage, index);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
