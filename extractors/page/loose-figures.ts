import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import { type Segment, segments } from "./alignment.js";
import type { PageContent } from "./page-content.js";

/** Columns of figures that no table holds: a table that was not seen. */
export const figuresOutsideTables: Rule<{ page: number; lines: number }> = {
  id: "figures_outside_tables",
  severity: "error",
  about: "Lines of figures stand in columns outside any table: a table of the page was not seen.",
  say: ({ page, lines }) =>
    `${lines} lines of page ${page} have figures in columns outside any table: a table was not seen, and its values are missing.`,
};

/** The fewest lines that show a column: as many as the alignment of a table needs. */
const FEWEST_LINES = 3;

/** Says on which pages columns of figures stand outside of tables. */
export function looseFigures(pages: readonly PageContent[]): Finding[] {
  return pages.flatMap((page) => {
    const rows = page.lines.map((line) => figuresOf(segments(line)));
    const lines = rows.filter((row) => row.some((figure) => isInColumn(figure, rows))).length;
    return lines === 0
      ? []
      : [finding(figuresOutsideTables, { page: page.number, lines }, { page: page.number })];
  });
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

/** Whether figures of enough lines stand one under the other. */
function isInColumn(figure: Segment, rows: readonly (readonly Segment[])[]): boolean {
  const over = rows.filter((row) =>
    row.some(({ left, right }) => left < figure.right && right > figure.left),
  );
  return over.length >= FEWEST_LINES;
}
