import type { Rule } from "../../pipeline/finding.js";

/** Pages whose text comes from OCR. */
export const pagesRecognized: Rule<{ pages: readonly number[]; engine: string }> = {
  id: "pages_recognized",
  severity: "info",
  about: "Pages were read from their pictures: each value has a confidence.",
  say: ({ pages, engine }) =>
    `Read from their pictures by ${engine}: page${pages.length === 1 ? "" : "s"} ${ranges(pages)}.`,
};

/** An engine without some of the signs of these documents. */
export const engineCannotRead: Rule<{ name: string; cannotRead: readonly string[] }> = {
  id: "engine_cannot_read",
  severity: "warning",
  about: "The OCR engine does not know signs that these documents use.",
  say: ({ name, cannotRead }) =>
    `${name} does not know ${cannotRead.join(" ")}: compare the signs of all targets with the pages.`,
};

/** Ink that is no text and no rule. */
export const inkUnread: Rule<{ page: number; share: number }> = {
  id: "ink_unread",
  severity: "info",
  about: "A part of a page's picture is neither text nor rule: a picture, a seal, handwriting.",
  say: ({ page, share }) =>
    `Ink on ${(share * 100).toFixed(1)} % of page ${page} was not read as text: a picture, a seal or handwriting.`,
};

/** A picture that cannot be read for sure. */
export const pictureUnclear: Rule<{ page: number; share: number }> = {
  id: "picture_unclear",
  severity: "error",
  about: "Many characters of a page's picture were read unsurely: it is too coarse or blurred.",
  say: ({ page, share }) =>
    `${Math.round(share * 100)} % of the characters of page ${page} were read unsurely: compare its values with the page, or scan it again at 200 dpi or more.`,
};

/** A sheet that was not flat when its picture was taken. */
export const pictureBent: Rule<{ page: number }> = {
  id: "picture_bent",
  severity: "error",
  about: "The paper of a page was bent when its picture was taken: nothing on it was read.",
  say: ({ page }) =>
    `The paper of page ${page} was bent when its picture was taken, and nothing on it was read: scan it flat.`,
};

/** As `1–3, 7`. */
function ranges(pages: readonly number[]): string {
  const found: [number, number][] = [];
  for (const page of pages) {
    const last = found.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else found.push([page, page]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
