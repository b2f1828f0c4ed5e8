import type { Gray } from "../../raster/gray.js";
import { TESSERACT } from "./settings.js";

/** A line's picture as Tesseract is given it: with room around it, and so large that it can be read. */
export interface LinePicture {
  /** A PNM file, which costs nothing to write. */
  readonly file: Uint8Array;
  /** Where a column of that picture stands in the line's, in pixels. */
  readonly original: (x: number) => number;
}

/** The picture of a line, `times` over side by side. */
export function linePicture(line: Gray, times = 1): LinePicture {
  const scale = line.height < TESSERACT.picture.small ? 2 : 1;
  const shown = scale === 1 ? line : doubled(line);
  const step = shown.width + Math.round(TESSERACT.picture.apart * shown.height);
  const width = (times - 1) * step + shown.width + 2 * TESSERACT.picture.room;
  const height = Math.max(TESSERACT.picture.lowest, shown.height) + 2 * TESSERACT.picture.room;
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + width * height).fill(255);
  file.set(header);
  const top = Math.floor((height - shown.height) / 2);
  for (let y = 0; y < shown.height; y += 1) {
    const row = shown.data.subarray(y * shown.width, (y + 1) * shown.width);
    const start = header.length + (top + y) * width + TESSERACT.picture.room;
    for (let i = 0; i < times; i += 1) file.set(row, start + i * step);
  }
  return {
    file,
    original: (x) => Math.min(line.width, Math.max(0, (x - TESSERACT.picture.room) / scale)),
  };
}

/** Twice as large; what comes to lie between pixels is mixed of the four around it. */
function doubled({ width, height, data }: Gray): Gray {
  const large = { width: 2 * width, height: 2 * height, data: new Uint8Array(4 * width * height) };
  const at = (x: number, y: number): number =>
    data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 255;
  for (let y = 0; y < large.height; y += 1) {
    const [near, far] = sources(y);
    for (let x = 0; x < large.width; x += 1) {
      const [close, distant] = sources(x);
      large.data[y * large.width + x] =
        (9 * at(close, near) + 3 * at(distant, near) + 3 * at(close, far) + at(distant, far)) / 16;
    }
  }
  return large;
}

/** The pixel that one of twice the size lies in, and the one that it lies nearest to besides. */
function sources(place: number): readonly [number, number] {
  const near = Math.floor(place / 2);
  return [near, place % 2 === 0 ? near - 1 : near + 1];
}
