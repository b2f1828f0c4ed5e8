import { fontName } from "../engine/font-name.js";
import { type Address, float, type Pdfium, written } from "./library.js";

/** A font, as far as it says how text is set. */
export interface Font {
  readonly name: string;
  /** How far the pen goes for a character at a size of 1; downward, less than zero, where it writes so. */
  readonly width: (text: string) => number;
}

/** The fonts of a page: their addresses may be those of others on the next. */
export type Fonts = (at: Address) => Font;

/** The fonts of a page, each asked once. */
export function fontsOf(pdfium: Pdfium): Fonts {
  const known = new Map<Address, Font>();
  return (at) => {
    const font = known.get(at) ?? { name: nameOf(pdfium, at), width: widthsOf(pdfium, at) };
    known.set(at, font);
    return font;
  };
}

function nameOf(pdfium: Pdfium, font: Address): string {
  const { api } = pdfium;
  const bytes = written(pdfium, (at, size) => api.FPDFFont_GetBaseFontName(font, at, size));
  // The bytes as they are in the file, and a zero.
  return fontName(String.fromCharCode(...bytes.subarray(0, -1)));
}

/** pdfium looks for the code of a character in all that a font has: each is asked once. */
function widthsOf({ api, scratch }: Pdfium, font: Address): Font["width"] {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const isKnown = api.FPDFFont_GetGlyphWidth(font, text.codePointAt(0) ?? 0, 1, scratch);
    const width = isKnown ? float({ api, scratch }) : 0;
    known.set(text, width);
    return width;
  };
}
