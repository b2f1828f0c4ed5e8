import type { SharpOptions } from "sharp";

/** Bytes of the two heads of a bitmap (BMP) of today. */
const HEADS = 54;
/** The longest second head that is defined. */
const LONGEST_HEAD = 124;

/** Whether these bytes are a bitmap (BMP). `BM` may begin a text too: what the heads say tells. */
export function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < HEADS || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false;
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEADS);
  const length = head.getUint32(14, true);
  return head.getUint32(6, true) === 0 && length >= 12 && length <= LONGEST_HEAD;
}

/** The second head of the first bitmaps, whose sizes take two bytes each. */
const FIRST_HEAD = 12;

/** The size that the heads of a bitmap state, pixels. */
export function bitmapSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEADS);
  if (head.getUint32(14, true) === FIRST_HEAD)
    return { width: head.getUint16(18, true), height: head.getUint16(20, true) };
  // A height below zero is that of a picture whose rows are kept from the top.
  return { width: head.getInt32(18, true), height: Math.abs(head.getInt32(22, true)) };
}

/**
 * The pixels of a bitmap, which the library of pictures does not read itself, as it takes them raw.
 *
 * @throws Error where the bytes end before the file that its head states
 */
export async function bitmapPixels(
  bytes: Uint8Array,
): Promise<{ readonly data: Uint8Array; readonly raw: NonNullable<SharpOptions["raw"]> }> {
  const stated = new DataView(bytes.buffer, bytes.byteOffset, HEADS).getUint32(2, true);
  if (stated > bytes.length) throw new Error("The bitmap was cut short.");
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { data: new Uint8Array(data.buffer), raw: { width, height, channels: 4 } };
}
