import type { Line } from "./lines.js";
import type { PageContent } from "./page-content.js";
import { PAGE } from "./settings.js";

const NUMBER = /^[\s—–\-－─·•.~第共页]*\d{1,4}[\s—–\-－─·•.~第共页]*$/u;
/** A bare number at the side may be anything. */
const DECORATED = /[—–－─·•~第页-]/u;

/**
 * The lines of a page number that stands upright at the foot of the sheet while the rest of the page is turned:
 * once the page is turned back it runs down or up its side, one character a line.
 */
export function turnedNumbers({ lines, grids, width }: PageContent): Line[] {
  const left = Math.min(
    width * PAGE.furniture.turnedMargin,
    ...grids.map(({ xs }) => xs[0] ?? Infinity),
  );
  const right = Math.max(
    width * (1 - PAGE.furniture.turnedMargin),
    ...grids.map(({ xs }) => xs.at(-1) ?? -Infinity),
  );
  const aside = lines.filter(
    (line) =>
      line.words.every(({ sideways }) => sideways) && (line.right <= left || line.left >= right),
  );
  const columns: Line[][] = [];
  for (const line of aside) {
    const column = columns.find(([first]) => first !== undefined && isAbove(first, line));
    if (column === undefined) columns.push([line]);
    else column.push(line);
  }
  return columns
    .filter((column) => {
      const text = column.map((line) => line.text).join("");
      return NUMBER.test(text) && DECORATED.test(text);
    })
    .flat();
}

function isAbove(first: Line, line: Line): boolean {
  return (
    Math.abs(first.left + first.right - line.left - line.right) / 2 <= PAGE.furniture.turnedLine &&
    Math.abs(first.size - line.size) < 1
  );
}
