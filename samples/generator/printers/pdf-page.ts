/** Deals bands out to pages and adds running header and page number. */
import type { Manner } from "../description.js";
import { hexText, widthOf } from "./pdf-text.js";

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** The page lies on its side and is turned for the reader. */
  readonly turned?: boolean;
}

/** A band is set whole on one page. `again`: bands to repeat above it if it opens a page. */
export type Band =
  | { readonly type: "page"; readonly size: PageSize }
  | { readonly type: "gap"; readonly height: number }
  | {
      readonly type: "line";
      readonly height: number;
      readonly keepWithNext?: boolean;
      readonly again?: readonly LineBand[];
      /** The band in two, the first no higher than `room`. */
      readonly cut?: (room: number) => readonly [LineBand, LineBand] | null;
      /** `top` is the y of the band's upper edge. */
      readonly draw: (top: number, place: Place) => readonly string[];
    };

export type LineBand = Extract<Band, { type: "line" }>;

/** Whether the band is the first or the last of its page. */
interface Place {
  readonly first: boolean;
  readonly last: boolean;
}

export interface PaintedPage {
  readonly size: PageSize;
  readonly operators: string;
}

interface Sheet {
  readonly size: PageSize;
  readonly bands: Exclude<Band, { type: "page" }>[];
}

const A4: PageSize = { width: 595, height: 842, margin: 62 };

/** The pages that the bands fill. */
export function paint(bands: readonly Band[], manner: Manner): readonly PaintedPage[] {
  return deal(bands).map((sheet, at) => ({
    size: sheet.size,
    operators: [...frame(sheet.size, at + 1, manner), ...drawn(sheet)].join("\n"),
  }));
}

function deal(bands: readonly Band[]): readonly Sheet[] {
  const sheets: Sheet[] = [{ size: A4, bands: [] }];
  let at = 0;
  while (at < bands.length) {
    const end = groupEnd(bands, at);
    for (const band of bands.slice(at, end)) place(sheets, band, bands.slice(at, end));
    at = end;
  }
  return sheets.filter(({ bands: set }) => set.some(({ type }) => type === "line"));
}

/** A band that keeps with the next goes to a new page together with it. */
function groupEnd(bands: readonly Band[], start: number): number {
  let end = start;
  while (keeps(bands[end])) end += 1;
  return Math.min(end + 1, bands.length);
}

function keeps(band: Band | undefined): boolean {
  return band?.type === "line" && band.keepWithNext === true;
}

function place(sheets: Sheet[], band: Band, group: readonly Band[]): void {
  const sheet = sheets.at(-1);
  if (sheet === undefined || band.type === "page") {
    sheets.push({ size: band.type === "page" ? band.size : A4, bands: [] });
    return;
  }
  const needed = band === group[0] ? heightOf(group) : heightOf([band]);
  const room = sheet.size.height - 2 * sheet.size.margin - heightOf(sheet.bands);
  if (needed <= room) sheet.bands.push(band);
  else if (band.type === "line") {
    const [head, tail] = band.cut?.(room) ?? [null, band];
    if (head !== null) sheet.bands.push(head);
    sheets.push({ size: sheet.size, bands: [...(band.again ?? []), tail] });
  }
}

function heightOf(bands: readonly Band[]): number {
  return bands.reduce((total, band) => total + (band.type === "page" ? 0 : band.height), 0);
}

function drawn({ size, bands }: Sheet): readonly string[] {
  let top = size.height - size.margin;
  return bands.flatMap((band, at) => {
    const start = top;
    top -= band.height;
    if (band.type === "gap") return [];
    return band.draw(start, { first: at === 0, last: at === bands.length - 1 });
  });
}

function frame(size: PageSize, number: number, manner: Manner): readonly string[] {
  const label = `- ${number} -`;
  const x = (size.width - widthOf(label, 9)) / 2;
  const foot = hexText(label, { x, y: 30, font: "song", size: 9 });
  if (manner.runningHeader === undefined) return [foot];
  const y = size.height - 36;
  return [foot, hexText(manner.runningHeader, { x: size.margin, y, font: "song", size: 9 })];
}
