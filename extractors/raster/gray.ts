/** A picture in shades of grey, a byte a pixel, row by row from the top left: 0 is black, 255 white. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture in colour: three bytes a pixel (red, green, blue), row by row from the top left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels to the inch, or null where the file does not say. */
  readonly dpi: number | null;
}

/** Left, top, right, bottom in pixels; right and bottom are outside. */
export type PixelBox = readonly [number, number, number, number];
