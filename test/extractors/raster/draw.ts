import type { Gray, Picture, PixelBox } from "../../../extractors/raster/gray.js";

/** White paper. */
export function paper(width: number, height: number): Gray {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Paints a box in one shade, black unless it is said. */
export function paint(gray: Gray, [left, top, right, bottom]: PixelBox, value = 0): void {
  for (let y = top; y < bottom; y += 1)
    gray.data.fill(value, y * gray.width + left, y * gray.width + right);
}

/** The shade of a pixel. */
export function shade(gray: Gray, x: number, y: number): number {
  const value = gray.data[y * gray.width + x];
  if (value === undefined) throw new Error(`There is no pixel ${x}, ${y}.`);
  return value;
}

/** Lines of print as bars of blocks: `lines` of them from a place on, with gaps as between characters. */
export function paintLines(
  gray: Gray,
  { left, top, width, lines }: { left: number; top: number; width: number; lines: number },
): void {
  for (let line = 0; line < lines; line += 1)
    for (let x = left; x < left + width; x += 22) {
      const y = top + line * 44;
      // Strokes of a character of 18 pixels, none of them the same as the next one's.
      const drop = ((x * x + line * 31) >> 3) % 5;
      paint(gray, [x, y + drop, x + 18, y + drop + 2]);
      paint(gray, [x + 3, y + 8, x + 15, y + 10]);
      paint(gray, [x, y + 16, x + 18, y + 18]);
      paint(gray, [x + (drop > 2 ? 4 : 11), y, x + (drop > 2 ? 6 : 13), y + 18]);
    }
}

/** The same in colour. */
export function inColour(gray: Gray): Picture {
  const data = new Uint8Array(gray.data.length * 3);
  gray.data.forEach((value, i) => data.fill(value, 3 * i, 3 * i + 3));
  return { width: gray.width, height: gray.height, data, dpi: 200 };
}

/** Whether two pictures are the same, pixel by pixel: quicker to say than what differs. */
export function isSame(a: Gray, b: Gray): boolean {
  return a.width === b.width && a.height === b.height && Buffer.compare(a.data, b.data) === 0;
}
