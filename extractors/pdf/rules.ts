import type { Rule } from "../../pipeline/finding.js";

/** A page that shows a picture and no text that can be read. */
export const pageWithoutText: Rule<{ page: number }> = {
  id: "page_without_text",
  severity: "error",
  about: "A page is a picture without a text layer: nothing on it was read.",
  say: ({ page }) => `Page ${page} is a picture without a text layer: nothing on it was read.`,
};

/** A large picture on a page whose text layer was read. */
export const pictureBesideText: Rule<{ page: number }> = {
  id: "picture_beside_text",
  severity: "info",
  about:
    "A picture covers a good part of a page whose text layer was read: what it shows was not read.",
  say: ({ page }) =>
    `A picture covers a good part of page ${page} beside its text: what it shows was not read (\`--ocr always\` does).`,
};

/** A text layer whose characters are not what is printed. */
export const textLayerUnreadable: Rule<{ page: number; share: number }> = {
  id: "text_layer_unreadable",
  severity: "error",
  about: "The text layer of a page is rubbish: its font does not say which characters are printed.",
  say: ({ page, share }) =>
    `The text layer of page ${page} is rubbish: ${Math.round(share * 100)} % of its characters are improbable.`,
};

/** Characters that the font does not name. */
export const charactersUnmapped: Rule<{ page: number; count: number }> = {
  id: "characters_unmapped",
  severity: "warning",
  about: "The font does not say which characters some of its signs are.",
  say: ({ page, count }) =>
    `${count} character(s) of page ${page} have no meaning outside their font: compare them with the page.`,
};

/** A page that could not be read, while others could. */
export const pageDamaged: Rule<{ page: number; reason: string }> = {
  id: "page_damaged",
  severity: "error",
  about: "A page of the PDF is damaged: nothing on it was read.",
  say: ({ page, reason }) => `Page ${page} is damaged, nothing on it was read: ${reason}.`,
};

/** Pages that the page tree names and that were not found. */
export const pagesMissing: Rule<{ named: number; found: number }> = {
  id: "pages_missing",
  severity: "error",
  about: "The PDF names more pages than were found: the others were not read.",
  say: ({ named, found }) =>
    `The PDF names ${named} pages, and ${found} were found: what is on the others is missing. Fetch it again, or print it anew.`,
};

/** A text layer that is not believed: the page was read from its picture. */
export const textLayerReplaced: Rule<{ page: number; share: number }> = {
  id: "text_layer_replaced",
  severity: "warning",
  about: "The text layer of a page is rubbish: the page was read from its picture instead.",
  say: ({ page, share }) =>
    `The text layer of page ${page} is rubbish (${Math.round(share * 100)} % of its characters are improbable): it was read from its picture.`,
};

/** A page that was to be read from its picture, which has not its text. */
export const pageNotDrawn: Rule<{ page: number }> = {
  id: "page_not_drawn",
  severity: "warning",
  about:
    "The picture of a page shows less than its text layer, as where fonts are not in the file: its text layer was read.",
  say: ({ page }) =>
    `The picture of page ${page} shows less than its text layer, as where fonts are not in the file: its text layer was read.`,
};

/** A page that only OCR could read, where OCR does not work. */
export const pageNotRecognized: Rule<{ page: number; reason: string }> = {
  id: "page_not_recognized",
  severity: "error",
  about: "A page that is a picture could not be read, because OCR does not work here.",
  say: ({ page, reason }) => `Page ${page} was not read. ${reason}`,
};
