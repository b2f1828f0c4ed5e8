import { crop } from "../raster/crop.js";
import type { Gray, PixelBox } from "../raster/gray.js";

const PAPER = 255;

/** A piece of text as it is shown to the engine, and where on the page that picture begins. */
export interface Shown {
  readonly picture: Gray;
  readonly left: number;
}

/** How much paper there is around what is shown. */
export interface Sheet {
  readonly height: number;
  /** At the left and at the right. */
  readonly margin: number;
}

/** A box of a page on a sheet of paper, in the middle of its height. */
export function framed(page: Gray, box: PixelBox, { height, margin }: Sheet): Shown {
  const width = box[2] - box[0] + 2 * margin;
  const data = new Uint8Array(width * height).fill(PAPER);
  paste(crop(page, box), { width, height, data }, margin);
  return { picture: { width, height, data }, left: box[0] - margin };
}

/** The same with another piece of text right after it. */
export function framedWith(
  page: Gray,
  [box, company]: readonly [PixelBox, PixelBox],
  { height, margin }: Sheet,
): Shown {
  const [own, other] = [crop(page, box), crop(page, company)];
  const gap = Math.round(margin / 2);
  const width = own.width + gap + other.width + 2 * margin;
  const data = new Uint8Array(width * height).fill(PAPER);
  const sheet = { width, height, data };
  paste(own, sheet, margin);
  paste(other, sheet, margin + own.width + gap);
  return { picture: sheet, left: box[0] - margin };
}

function paste(part: Gray, sheet: Gray, at: number): void {
  const above = Math.floor((sheet.height - part.height) / 2);
  for (let y = 0; y < part.height; y += 1)
    sheet.data.set(
      part.data.subarray(y * part.width, (y + 1) * part.width),
      (y + above) * sheet.width + at,
    );
}
