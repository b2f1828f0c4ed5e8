import type { PageContent } from "../page/page-content.js";

/** The largest share of a page that a picture beside nothing but its text may cover. */
const LARGE = 0.25;

export function isEmpty({ lines, grids }: PageContent): boolean {
  return lines.length === 0 && grids.every(({ cells }) => cells.every((cell) => cell.text === ""));
}

/** Whether pictures cover a good part of the page. */
export function isPictured({ pictures, width, height }: PageContent): boolean {
  const covered = pictures.reduce(
    (sum, [left, top, right, bottom]) => sum + (right - left) * (bottom - top),
    0,
  );
  return covered > LARGE * width * height;
}

export function pageText({ lines, grids }: PageContent): string {
  return [...lines, ...grids.flatMap(({ cells }) => cells)].map(({ text }) => text).join("");
}
