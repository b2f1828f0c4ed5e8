/** Text of the PDF edition: a Chinese character is as wide as the font's size, a Latin one half. */

export interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly font: "song" | "hei";
  readonly size: number;
}

/** The width of a line in points. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce(
    (total, letter) => total + (isNarrow(letter) ? size / 2 : size),
    0,
  );
}

function isNarrow(letter: string): boolean {
  return letter >= " " && letter <= "~";
}

/** The operators that show a line: UCS-2 codes, as the encoding UniGB-UCS2-H wants them. */
export function hexText(text: string, { x, y, font, size }: TextAt): string {
  const codes = Array.from(text).map((letter) =>
    (letter.codePointAt(0) ?? 32).toString(16).padStart(4, "0"),
  );
  return `BT /${font} ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${codes.join("")}> Tj ET`;
}

interface Room {
  readonly size: number;
  readonly width: number;
  readonly indent?: number;
}

/** Breaks text to lines: Latin words stay whole where they fit, closing marks never start a line. */
export function textLines(text: string, room: Room): readonly string[] {
  return text.split("\n").flatMap((paragraph) => wrap(paragraph, room));
}

function wrap(text: string, { size, width, indent = 0 }: Room): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words(text, size, width)) {
    const left = width - (lines.length === 0 ? indent : 0);
    if (line !== "" && widthOf(line + word, size) > left && !closes(word)) {
      lines.push(line);
      line = word;
    } else line += word;
  }
  return [...lines, line];
}

function words(text: string, size: number, width: number): readonly string[] {
  const found = text.match(/[!-~]+|[^!-~]/gu) ?? [];
  return found.flatMap((word) => (widthOf(word, size) > width ? Array.from(word) : [word]));
}

function closes(word: string): boolean {
  return /^[，。、；：）”》]$/u.test(word);
}
