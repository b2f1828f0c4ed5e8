import stringWidth from "string-width";

/** Lines of text up to the right edge of each column, Chinese characters counted as two. */
export interface TextTableOptions {
  /** The columns with figures, which end flush. */
  readonly right?: readonly number[];
  readonly indent?: string;
}

const GAP = "  ";

/** Rows as aligned lines; no line ends in blanks. */
export function textTable(
  rows: readonly (readonly string[])[],
  { right = [], indent = "" }: TextTableOptions = {},
): readonly string[] {
  const widths = columnWidths(rows);
  return rows.map((row) => {
    const cells = widths.map((width, column) =>
      pad(row[column] ?? "", width, right.includes(column) ? "right" : "left"),
    );
    return (indent + cells.join(GAP)).trimEnd();
  });
}

/** The text filled up with blanks to a width on screen; a wider one is left as it is. */
export function pad(text: string, width: number, side: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return side === "left" ? text + blanks : blanks + text;
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries())
      widths[column] = Math.max(widths[column] ?? 1, stringWidth(text));
  return widths;
}
