import { describe, expect, test } from "vitest";
import { KINDS, MAKINGS } from "../../../bench/ocr/kinds.js";
import { seeded } from "../../../bench/ocr/seeded.js";
import { quarterTurned, sideBySide } from "../../../bench/ocr/spoil.js";
import type { Picture } from "../../../extractors/raster/gray.js";

/** White paper of 3 by 2 inches with a black bar at the top left. */
function page(): Picture {
  const [width, height, dpi] = [300, 200, 100];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 10; y < 30; y += 1) data.fill(0, (y * width + 10) * 3, (y * width + 120) * 3);
  return { width, height, data, dpi };
}

function at({ width, data }: Picture, x: number, y: number): number {
  return data[(y * width + x) * 3] ?? -1;
}

const isRed = ([red = 0, green = 0]: Uint8Array) => red > 180 && green < 120;
const isBlack = ([red = 0, green = 0]: Uint8Array) => red < 60 && green < 60;

describe.each(KINDS)("pages that are %s", (kind) => {
  test("are the same each time", async () => {
    const once = await MAKINGS[kind].spoil(page(), seeded(7));
    const again = await MAKINGS[kind].spoil(page(), seeded(7));
    expect(Buffer.from(once.data).equals(Buffer.from(again.data))).toBe(true);
  });

  test("keep their size and resolution, or turn it", async () => {
    const { width, height, dpi } = await MAKINGS[kind].spoil(page(), seeded(7));
    expect([width, height]).toEqual(kind === "sideways" ? [200, 300] : [300, 200]);
    expect(dpi).toBe(100);
  });
});

test("pages of another number are spoilt in another way", async () => {
  const one = await MAKINGS.poor.spoil(page(), seeded(1));
  const two = await MAKINGS.poor.spoil(page(), seeded(2));
  expect(Buffer.from(one.data).equals(Buffer.from(two.data))).toBe(false);
});

test("a page of one bit is black and white alone", async () => {
  const { data } = await MAKINGS["one-bit"].spoil(page(), seeded(3));
  expect(new Set(data)).toEqual(new Set([0, 255]));
});

test("a page upside down has its top left at the bottom right", async () => {
  const turned = await MAKINGS["upside-down"].spoil(page(), seeded(3));
  expect(at(turned, 250, 180)).toBe(0);
  expect(at(turned, 50, 20)).toBe(255);
});

test("a quarter turns it clockwise", async () => {
  expect(at(await quarterTurned(page(), 1), 180, 50)).toBe(0);
});

test("two pages stand side by side, the last alone on the left", async () => {
  const both = await sideBySide(page(), page());
  expect([both.width, both.height]).toEqual([600, 200]);
  expect([at(both, 50, 20), at(both, 350, 20)]).toEqual([0, 0]);
  const one = await sideBySide(page(), undefined);
  expect([at(one, 50, 20), at(one, 350, 20)]).toEqual([0, 255]);
});

test("a seal leaves black text black, and most of the page white", async () => {
  const sealed = await MAKINGS.stamp.spoil(page(), seeded(3));
  const colours = Array.from({ length: sealed.width * sealed.height }, (_, i) =>
    sealed.data.subarray(i * 3, i * 3 + 3),
  );
  expect(colours.filter(isRed).length).toBeGreaterThan(1000);
  expect(colours.filter(isBlack).length).toBeGreaterThanOrEqual(110 * 20);
});
