import { outline } from "./lattice.js";
import type { Line } from "./lines.js";
import type { PageContent, TextArea } from "./page-content.js";
import { PAGE } from "./settings.js";
import { quantile } from "./quantile.js";

/** Where the lines of each page run, told by its own full lines, else by pages of its size, else by its tables. */
export function textAreas(pages: readonly PageContent[]): TextArea[] {
  const bySize = new Map<string, Line[]>();
  for (const page of pages) {
    const key = sizeKey(page);
    bySize.set(key, [...(bySize.get(key) ?? []), ...longLines(page)]);
  }
  return pages.map((page) => {
    if (page.area !== undefined) return page.area;
    const own = longLines(page);
    if (isJustified(own)) return areaOf(own, page);
    const ruled = page.grids.map(outline).map(([left, , right]) => ({ left, right }));
    return areaOf([...(bySize.get(sizeKey(page)) ?? []), ...ruled], page);
  });
}

function sizeKey({ width, height }: PageContent): string {
  return `${Math.round(width)} ${Math.round(height)}`;
}

function longLines({ lines, width }: PageContent): Line[] {
  return lines.filter((line) => line.right - line.left > width * PAGE.margins.longLine);
}

/** Whether many of the lines end at one margin, as lines of prose do and entries of a list do not. */
function isJustified(lines: readonly Line[]): boolean {
  if (lines.length < PAGE.margins.enoughLines) return false;
  const right = quantile(
    lines.map((line) => line.right),
    PAGE.margins.rightmost,
  );
  const aligned = lines.filter(
    (line) => Math.abs(line.right - right) < PAGE.margins.atMargin * line.size,
  );
  return aligned.length >= PAGE.margins.aligned * lines.length;
}

function areaOf(found: readonly TextArea[], { width }: PageContent): TextArea {
  if (found.length === 0)
    return { left: width * PAGE.margins.usual, right: width * (1 - PAGE.margins.usual) };
  return {
    left: quantile(
      found.map(({ left }) => left),
      PAGE.margins.leftmost,
    ),
    right: quantile(
      found.map(({ right }) => right),
      PAGE.margins.rightmost,
    ),
  };
}
