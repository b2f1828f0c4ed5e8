import { GlobalFonts } from "@napi-rs/canvas";
import { openPdf } from "../../extractors/pdf/pdfjs/library.js";
import { renderPage } from "../../extractors/pdf/pdfjs/render.js";
import type { Picture } from "../../extractors/raster/gray.js";

/** A page of a PDF as a picture, and its size in points. */
export interface RenderedPage {
  readonly number: number;
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
}

/** Some pages of a PDF as pictures, one in memory at a time. */
export async function* renderedPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  dpi: number,
): AsyncGenerator<RenderedPage> {
  standIn();
  const document = await openPdf(bytes, "see");
  try {
    for (const number of numbers) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      yield { number, picture: await renderPage(page, dpi), width, height };
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
}

/** How many pages a PDF has. */
export async function pageCount(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes);
  const count = document.numPages;
  await document.loadingTask.destroy();
  return count;
}

/** The samples name their fonts and do not bring them: pdf.js asks for these, then for any with serifs. */
const STAND_INS = [
  { for: ["STSong", "STHeiti"], among: /CJK SC|Source Han|WenQuanYi|Droid Sans Fallback/u },
  { for: ["serif"], among: /Liberation Serif|Nimbus Roman|DejaVu Serif/u },
];

/** Lets fonts of this machine stand in for those that a PDF does not bring. */
function standIn(): void {
  const families = GlobalFonts.families.map(({ family }) => family);
  for (const { for: names, among } of STAND_INS) {
    const family = families.find((candidate) => among.test(candidate));
    if (family !== undefined) for (const name of names) GlobalFonts.setAlias(family, name);
  }
}
