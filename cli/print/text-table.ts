import stringWidth from "string-width";

export interface TextTableOptions {
  /** The columns with figures, which end flush. */
  readonly right?: readonly number[];
  readonly indent?: string;
}

const GAP = "  ";

/** Rows as lines with their columns aligned, a Chinese character counted as two; no line ends in blanks. */
export function textTable(
  rows: readonly (readonly string[])[],
  { right = [], indent = "" }: TextTableOptions = {},
): readonly string[] {
  const shown = rows.map((row) => row.map(printable));
  const widths = columnWidths(shown);
  return shown.map((row) => {
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

/** The text as a terminal may show it: a document must not move the cursor, nor a tab the columns. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ");
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries())
      widths[column] = Math.max(widths[column] ?? 1, stringWidth(text));
  return widths;
}

/** A count as a person reads it: `3,000`. */
export function number(count: number): string {
  return count.toLocaleString("en-US");
}

/** So many of something: `1 table`, `3,000 tables`. */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}
