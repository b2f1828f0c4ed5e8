import { type Finding, finding, type Rule } from "../../pipeline/model/finding.js";
import type { PageContent } from "./page-content.js";
import { PAGE } from "./settings.js";

/** A page that shows nothing at all. */
export const pageBlank: Rule<{ pages: readonly number[] }> = {
  id: "page_blank",
  severity: "info",
  about: {
    en: "A page shows nothing at all.",
    zh: "某页是空白页。",
  },
  say: {
    en: ({ pages }) => `Blank pages: ${pages.join(", ")}.`,
    zh: ({ pages }) => `空白页：第${pages.join("、")}页。`,
  },
};

/** Says which pages show nothing. */
export function blankPages(pages: readonly PageContent[]): Finding[] {
  const blank = pages
    .filter((page) => isEmpty(page) && page.grids.length === 0 && !isPictured(page))
    .filter((page) => page.recognized?.isBent !== true)
    .map(({ number }) => number);
  return blank.length === 0
    ? []
    : [finding(pageBlank, { pages: blank }, { page: blank[0] ?? null })];
}

export function isEmpty({ lines, grids }: PageContent): boolean {
  return lines.length === 0 && grids.every(({ cells }) => cells.every((cell) => cell.text === ""));
}

/** Whether tables show no text at all: what is printed in them is drawn as shapes, without fonts. */
export function isOutlined(page: PageContent): boolean {
  const cells = page.grids.reduce((sum, grid) => sum + grid.cells.length, 0);
  return isEmpty(page) && cells > PAGE.blank.manyCells;
}

/** Whether pictures cover a good part of the page. */
export function isPictured(page: PageContent): boolean {
  return pictureShare(page) > PAGE.blank.largePicture;
}

/** Whether a page has a unit of amounts and a picture, and no table: the table is the picture. */
export function isTablePictured(page: PageContent): boolean {
  if (page.grids.length > 0 || pictureShare(page) < PAGE.blank.pictureOfTable) return false;
  return page.lines.some(({ text }) => /单位\s*[:：]|[（(][万亿千百]*元[)）]\s*$/u.test(text));
}

/** The share of a page that pictures cover; more than 1 where they overlap. */
export function pictureShare({ pictures, width, height }: PageContent): number {
  const covered = pictures.reduce(
    (sum, [left, top, right, bottom]) => sum + (right - left) * (bottom - top),
    0,
  );
  return covered / (width * height);
}

export function pageText({ lines, grids }: PageContent): string {
  return [...lines, ...grids.flatMap(({ cells }) => cells)].map(({ text }) => text).join("");
}
