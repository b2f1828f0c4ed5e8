import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { decodePictures, pictureCount } from "../../../extractors/raster/decode.js";
import type { Picture } from "../../../extractors/raster/gray.js";

const SIZE = { width: 40, height: 20 };

function sheet(background: string, channels: 3 | 4 = 3): Sharp {
  return sharp({ create: { ...SIZE, channels, background } });
}

async function decoded(bytes: Uint8Array): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for await (const picture of decodePictures(bytes)) pictures.push(picture);
  return pictures;
}

function firstPixel(picture: Picture | undefined): number[] {
  return [...(picture?.data.subarray(0, 3) ?? [])];
}

test.each<[string, () => Promise<Uint8Array>, number]>([
  ["a PNG", () => sheet("#808080").png().toBuffer(), 128],
  ["a grey PNG", () => sheet("#808080").toColourspace("b-w").png().toBuffer(), 128],
  ["a PNG of 16 bits", () => sheet("#808080").toColourspace("rgb16").png().toBuffer(), 128],
  ["a grey PNG of 16 bits", () => sheet("#808080").toColourspace("grey16").png().toBuffer(), 128],
  ["a transparent PNG", () => sheet("#00000000", 4).png().toBuffer(), 255],
  ["a half transparent PNG", () => sheet("#00000080", 4).png().toBuffer(), 127],
  ["a JPEG", () => sheet("#808080").jpeg().toBuffer(), 128],
  ["a JPEG of printing inks", () => sheet("#ffffff").toColourspace("cmyk").jpeg().toBuffer(), 255],
  ["a TIFF", () => sheet("#808080").tiff().toBuffer(), 128],
  [
    "a TIFF of one bit",
    () =>
      sheet("#ffffff")
        .toColourspace("b-w")
        .tiff({ compression: "ccittfax4", bitdepth: 1 })
        .toBuffer(),
    255,
  ],
])("%s is three bytes a pixel", async (_, make, value) => {
  const pictures = await decoded(await make());
  expect(pictures).toHaveLength(1);
  expect(pictures[0]).toMatchObject(SIZE);
  expect(pictures[0]?.data).toHaveLength(SIZE.width * SIZE.height * 3);
  for (const channel of firstPixel(pictures[0])) expect(Math.abs(channel - value)).toBeLessThan(4);
});

test("each page of a TIFF is a picture", async () => {
  const shades = ["#101010", "#808080", "#f0f0f0"];
  const sheets = await Promise.all(shades.map((one) => sheet(one).png().toBuffer()));
  const bytes = await sharp(sheets, { join: { animated: true } })
    .tiff()
    .toBuffer();
  expect(await pictureCount(bytes)).toBe(3);
  const pictures = await decoded(bytes);
  expect(pictures.map((picture) => firstPixel(picture)[0])).toEqual([16, 128, 240]);
  expect(pictures[2]).toMatchObject(SIZE);
});

test("a picture stands as its file says", async () => {
  const bytes = await sheet("#ffffff").withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await decoded(bytes)).toMatchObject([{ width: 20, height: 40 }]);
});

test("the resolution is that of the file, where it says one that a scanner has", async () => {
  const [fine, unknown] = await Promise.all(
    [300, 72].map((density) => sheet("#ffffff").withMetadata({ density }).png().toBuffer()),
  );
  expect((await decoded(fine ?? new Uint8Array()))[0]?.dpi).toBeCloseTo(300, 0);
  expect((await decoded(unknown ?? new Uint8Array()))[0]?.dpi).toBeNull();
});

test("a picture finer than any character needs is reduced, and its resolution with it", async () => {
  const create = { width: 6000, height: 4800, channels: 3 as const, background: "#ffffff" };
  const bytes = await sharp({ create }).withMetadata({ density: 600 }).png().toBuffer();
  const [picture] = await decoded(bytes);
  expect(picture?.width).toBe(4743);
  expect(picture?.height).toBe(3794);
  expect(picture?.dpi).toBeCloseTo(474, 0);
});

test("a picture beyond all measure is an error that says what to do", async () => {
  const head = Buffer.from(await sheet("#ffffff").png().toBuffer());
  head.writeUInt32BE(60_000, 16);
  head.writeUInt32BE(60_000, 20);
  // libvips does not look at the sum of the header that says the size.
  await expect(decoded(head)).rejects.toMatchObject({
    name: "UnreadableSource",
    code: "too_large",
  });
});

test("what is no picture is an error, and so is half a picture", async () => {
  const error = { name: "UnreadableSource", code: "damaged" };
  await expect(decoded(new TextEncoder().encode("预算"))).rejects.toMatchObject(error);
  const noise = { type: "gaussian" as const, mean: 128, sigma: 30 };
  const create = { width: 300, height: 300, channels: 3 as const, background: "#ffffff", noise };
  const whole = await sharp({ create }).jpeg().toBuffer();
  await expect(decoded(whole.subarray(0, whole.length >> 1))).rejects.toMatchObject(error);
});
