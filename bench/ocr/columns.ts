import stringWidth from "string-width";

/** Rows of texts as lines with straight columns: the first on the left, numbers on the right. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...rows.map((row) => stringWidth(row[i] ?? ""))),
  );
  const lines = rows.map((row) =>
    row.map((text, i) => padded(text, widths[i] ?? 0, i === 0)).join("  "),
  );
  return `${lines.join("\n")}\n`;
}

function padded(text: string, width: number, isFirst: boolean): string {
  const blank = " ".repeat(width - stringWidth(text));
  return isFirst ? text + blank : blank + text;
}

/** A share in per cent; `-` of nothing. */
export function percent(part: number, whole: number, decimals = 1): string {
  return whole === 0 ? "-" : `${((part / whole) * 100).toFixed(decimals)} %`;
}
