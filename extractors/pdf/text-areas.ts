import { outline } from "./lattice.js";
import type { Line } from "./lines.js";
import type { PageContent } from "./page-content.js";
import type { TextArea } from "./paragraphs.js";

/** Where the lines of each page run, told by its long lines, else by its tables, else by pages of its size. */
export function textAreas(pages: readonly PageContent[]): TextArea[] {
  const bySize = new Map<string, Line[]>();
  for (const page of pages) {
    const key = sizeKey(page);
    bySize.set(key, [...(bySize.get(key) ?? []), ...longLines(page)]);
  }
  return pages.map((page) => {
    const own = longLines(page);
    if (own.length >= 3) return areaOf(own, page);
    const ruled = page.grids.map(outline).map(([left, , right]) => ({ left, right }));
    const others = ruled.length > 0 ? ruled : (bySize.get(sizeKey(page)) ?? []);
    return areaOf([...others, ...own], page);
  });
}

function sizeKey({ width, height }: PageContent): string {
  return `${Math.round(width)} ${Math.round(height)}`;
}

function longLines({ lines, width }: PageContent): Line[] {
  return lines.filter((line) => line.right - line.left > width * 0.5);
}

/** A margin where lines say nothing: an eighth of the page. */
const MARGIN = 1 / 8;

function areaOf(found: readonly TextArea[], { width }: PageContent): TextArea {
  if (found.length === 0) return { left: width * MARGIN, right: width * (1 - MARGIN) };
  return {
    left: quantile(
      found.map(({ left }) => left),
      0.1,
    ),
    right: quantile(
      found.map(({ right }) => right),
      0.9,
    ),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
