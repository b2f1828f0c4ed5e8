import { crop } from "../raster/crop.js";
import type { Gray, PixelBox } from "../raster/gray.js";
import { RASTER } from "../raster/settings.js";

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

/** How much of the page is shown around ink: what is too pale for ink and touches it, or the paper too. */
export type Surroundings = keyof typeof EXTENT;

/** A box of a page on a sheet of paper, in the middle of its height, with what surrounds it on the page. */
export function framed(
  page: Gray,
  box: PixelBox,
  { height, margin, surroundings }: Sheet & { readonly surroundings: Surroundings },
): Shown {
  const whole = withSurroundings(page, box, { height, ...EXTENT[surroundings] });
  const width = whole[2] - whole[0] + 2 * margin;
  const data = new Uint8Array(width * height).fill(PAPER);
  const above = Math.floor((height - (box[3] - box[1])) / 2) - (box[1] - whole[1]);
  paste(crop(page, whole), { width, height, data }, { left: margin, above });
  return { picture: { width, height, data }, left: whole[0] - margin };
}

/**
 * What may surround ink: pixels up to this shade, as far to the left and right, in heights of the ink. The
 * blurred arm of a 4 is 0.6 long; more paper than 0.2 makes lines slower to read and no surer. The grain of a
 * poor scan's paper is darker than 240.
 */
const EXTENT = {
  paleEnds: { lightest: 240, across: 0.6 },
  paper: { lightest: PAPER, across: 0.2 },
} as const;

/**
 * A box around ink, grown by what is too pale for ink and stands beside it: cut off, a 4 is a 1. It
 * never takes in ink of a neighbour, and nothing that the sheet has no height for.
 */
function withSurroundings(
  page: Gray,
  box: PixelBox,
  sheet: { readonly height: number; readonly lightest: number; readonly across: number },
): PixelBox {
  const [left, top, right, bottom] = box;
  const across = Math.round(sheet.across * (bottom - top));
  const along = Math.floor((sheet.height - (bottom - top)) / 2);
  const surrounds = (strip: PixelBox) => {
    const shade = darkest(page, strip);
    return shade !== null && shade >= RASTER.ink.print && shade <= sheet.lightest;
  };
  const column = (x: number) => surrounds([x, top, x + 1, bottom]);
  const from = reached(left, -across, column);
  const to = reached(right, across, column);
  const row = (y: number) => surrounds([from, y, to, y + 1]);
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

/** The darkest pixel of a part of the page; null where it goes beyond the page. */
function darkest(
  { width, height, data }: Gray,
  [left, top, right, bottom]: PixelBox,
): number | null {
  if (left < 0 || top < 0 || right > width || bottom > height) return null;
  let shade = PAPER;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) shade = Math.min(shade, data[y * width + x] ?? PAPER);
  return shade;
}

/** A box with another piece of text right after it, both with the pale ends of their strokes. */
export function framedWith(
  page: Gray,
  [box, company]: readonly [PixelBox, PixelBox],
  { height, margin }: Sheet,
): Shown {
  const whole = (part: PixelBox) => withSurroundings(page, part, { height, ...EXTENT.paleEnds });
  const [from, to] = [whole(box), whole(company)];
  const [own, other] = [crop(page, from), crop(page, to)];
  const gap = Math.round(margin / 2);
  const width = own.width + gap + other.width + 2 * margin;
  const data = new Uint8Array(width * height).fill(PAPER);
  const sheet = { width, height, data };
  const middle = (part: Gray) => Math.floor((height - part.height) / 2);
  paste(own, sheet, { left: margin, above: middle(own) });
  paste(other, sheet, { left: margin + own.width + gap, above: middle(other) });
  return { picture: sheet, left: from[0] - margin };
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
