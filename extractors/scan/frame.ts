import { crop, INK } from "../raster/crop.js";
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

/** A box of a page on a sheet of paper, in the middle of its height, with the pale ends of its strokes. */
export function framed(page: Gray, box: PixelBox, { height, margin }: Sheet): Shown {
  const whole = withPaleEnds(page, box, height);
  const width = whole[2] - whole[0] + 2 * margin;
  const data = new Uint8Array(width * height).fill(PAPER);
  const above = Math.floor((height - (box[3] - box[1])) / 2) - (box[1] - whole[1]);
  paste(crop(page, whole), { width, height, data }, { left: margin, above });
  return { picture: { width, height, data }, left: whole[0] - margin };
}

/** Paler pixels are paper, whatever the scanner made of it. */
const PALEST = 225;
/** How far pale strokes reach beyond the ink at most, in heights of it: the arm of a 4 that is blurred. */
const FARTHEST = 0.6;

/**
 * A box around ink, grown by what is too pale for ink and stands beside it: cut off, a 4 is a 1. It
 * never takes in ink of a neighbour, and nothing that the sheet has no height for.
 */
function withPaleEnds(page: Gray, box: PixelBox, sheetHeight: number): PixelBox {
  const [left, top, right, bottom] = box;
  const across = Math.round(FARTHEST * (bottom - top));
  const along = Math.floor((sheetHeight - (bottom - top)) / 2);
  const column = (x: number) => isPale(page, [x, top, x + 1, bottom]);
  const from = reached(left, -across, column);
  const to = reached(right, across, column);
  const row = (y: number) => isPale(page, [from, y, to, y + 1]);
  return [from, reached(top, -along, row), to, reached(bottom, along, row)];
}

/** How far an edge moves by pixels of one kind without a gap: by so many at most, to the left or up where negative. */
function reached(edge: number, most: number, isOfKind: (at: number) => boolean): number {
  const step = Math.sign(most);
  let at = edge;
  // An edge lies before a pixel when it moves to the right or down, and behind it otherwise.
  while (at !== edge + most && isOfKind(step < 0 ? at - 1 : at)) at += step;
  return at;
}

/** Whether a strip has pale pixels and no ink. */
function isPale({ width, height, data }: Gray, [left, top, right, bottom]: PixelBox): boolean {
  if (left < 0 || top < 0 || right > width || bottom > height) return false;
  let darkest = PAPER;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) darkest = Math.min(darkest, data[y * width + x] ?? PAPER);
  return darkest >= INK && darkest < PALEST;
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
  const middle = (part: Gray) => Math.floor((height - part.height) / 2);
  paste(own, sheet, { left: margin, above: middle(own) });
  paste(other, sheet, { left: margin + own.width + gap, above: middle(other) });
  return { picture: sheet, left: box[0] - margin };
}

function paste(
  part: Gray,
  sheet: Gray,
  at: { readonly left: number; readonly above: number },
): void {
  for (let y = 0; y < part.height; y += 1)
    sheet.data.set(
      part.data.subarray(y * part.width, (y + 1) * part.width),
      (y + at.above) * sheet.width + at.left,
    );
}
