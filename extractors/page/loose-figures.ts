import { type Finding, finding, type Rule } from "../../pipeline/model/finding.js";
import { pageKey } from "../../pipeline/model/told-once.js";
import { type Segment, segments } from "./segments.js";
import type { PageContent } from "./page-content.js";
import { PAGE } from "./settings.js";

/** Columns of figures that no table holds: a table that was not seen. */
export const figuresOutsideTables: Rule<{ page: number; lines: number }> = {
  id: "figures_outside_tables",
  severity: "error",
  about: {
    en: "Lines of figures stand in columns outside any table: a table of the page was not seen.",
    zh: "表格之外有成列的数字：页上有一张表未被识别为表格。",
  },
  say: {
    en: ({ page, lines }) =>
      `${lines} lines of page ${page} have figures in columns outside any table: a table was not seen, and its values are missing.`,
    zh: ({ page, lines }) =>
      `第${page}页有${lines}行数字成列而不在任何表格内：有一张表未被识别，其中的值缺失。`,
  },
};

/** Says on which pages columns of figures stand outside of tables. */
export function looseFigures(pages: readonly PageContent[]): Finding[] {
  return pages.flatMap((page) => {
    const lines = linesInColumns(page.lines.map((line) => figuresOf(segments(line))));
    return lines === 0 ? [] : [told(page.number, lines)];
  });
}

function told(page: number, lines: number): Finding {
  return {
    ...finding(figuresOutsideTables, { page, lines }, { page }),
    tellsOf: [pageKey(page)],
  };
}

const FIGURE = /^(?=\D*\d)[-−–+△▲(（]?[\d,，.．\s]*[%％]?[)）]?$/u;
/** A whole number without separators may be a page, or the year of a signature. */
const AMOUNT = /\d[,，.．]\d/u;

/** The figures of a line of a table: several side by side, or an amount beside its label, which stands first. */
function figuresOf(parts: readonly Segment[]): readonly Segment[] {
  const figures = parts.filter(({ text }) => FIGURE.test(text));
  if (figures.length > 1) return figures;
  return figures.filter((figure) => figure !== parts[0] && AMOUNT.test(figure.text));
}

/** A figure and the line that it stands on. */
interface Placed {
  readonly figure: Segment;
  readonly line: number;
}

/**
 * How many lines have a figure over or under which figures of enough lines stand. They are gone through
 * from the left: of those that began before, the lines that reach furthest are enough to know.
 */
function linesInColumns(rows: readonly (readonly Segment[])[]): number {
  const placed = rows
    .flatMap((row, line) => row.map((figure): Placed => ({ figure, line })))
    .toSorted((a, b) => a.figure.left - b.figure.left);
  const inColumns = new Set<number>();
  let furthest: readonly Placed[] = [];
  for (const [i, one] of placed.entries()) {
    const { left, right } = one.figure;
    const lines = new Set(
      [one, ...furthest.filter(({ figure }) => figure.right > left)].map(lineOf),
    );
    for (
      let next = i + 1;
      lines.size < PAGE.looseFigures.fewestLines && next < placed.length;
      next += 1
    ) {
      const other = placed[next];
      if (other === undefined || other.figure.left >= right) break;
      lines.add(other.line);
    }
    if (lines.size >= PAGE.looseFigures.fewestLines) inColumns.add(one.line);
    furthest = withFurthest(furthest, one);
  }
  return inColumns.size;
}

const lineOf = ({ line }: Placed) => line;

/** The lines that reach furthest to the right, each by one figure. */
function withFurthest(furthest: readonly Placed[], one: Placed): readonly Placed[] {
  const same = furthest.find(({ line }) => line === one.line);
  if (same !== undefined && same.figure.right >= one.figure.right) return furthest;
  return [...furthest.filter((each) => each !== same), one]
    .toSorted((a, b) => b.figure.right - a.figure.right)
    .slice(0, PAGE.looseFigures.fewestLines);
}
