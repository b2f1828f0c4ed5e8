import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Gray, PixelBox } from "../../../extractors/raster/gray.js";
import { readPage } from "../../../extractors/scan/read-page.js";
import { regions } from "../../../extractors/raster/regions.js";
import { turned } from "../../../extractors/raster/straighten.js";
import { inColour, paint, paintLines, paper } from "../raster/draw.js";
import { inventedEngine, readAs } from "./invented-engine.js";

/** A page of print: ten lines, a short one first, and under them a table of two rows and two columns. */
function printedPage(): Gray {
  const page = paper(1240, 1754);
  paintLines(page, { left: 200, top: 200, width: 220, lines: 1 });
  paintLines(page, { left: 200, top: 260, width: 800, lines: 10 });
  for (const y of [900, 980, 1060]) paint(page, [200, y, 1000, y + 3]);
  for (const x of [200, 600, 1000]) paint(page, [x, 900, x + 3, 1063]);
  for (const y of [930, 1010])
    for (const x of [230, 630]) paintLines(page, { left: x, top: y, width: 132, lines: 1 });
  return page;
}

/** Lines of ink as an engine finds them: what is near side by side. */
function findLines(page: Gray): PixelBox[] {
  const wide = new Uint8Array(page.data.length);
  for (let i = 0; i < page.data.length; i += 1)
    if ((page.data[i] ?? 255) < 128) wide.fill(1, Math.max(0, i - 14), i + 14);
  return regions({ ...page, data: wide })
    .filter(
      ([left, top, right, bottom]) => right - left > 20 && bottom - top > 8 && bottom - top < 60,
    )
    .map(([left, top, right, bottom]) => [left, top - 4, right, bottom + 4]);
}

/** Reads a page with an engine that reads each line as its width in characters. */
async function read(page: Gray, isUpsideDown = false) {
  const engine = inventedEngine({
    find: findLines,
    isUpsideDown: (lines) => isUpsideDown && lines.length > 0,
    read: (line) => readAs("字".repeat(Math.max(1, Math.round((line.width - 6) / 22))), line.width),
  });
  return readPage({ ...inColour(page), dpi: 150 }, engine);
}

/** The page of print as it was laid straight, read once: others are compared with it. */
let straightPage: ReturnType<typeof read> | undefined;
const readStraight = () => (straightPage ??= read(printedPage()));

const boxesOf = ({ lines }: Awaited<ReturnType<typeof read>>) =>
  lines.map(({ box }) => box).toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);

const isNear = (a: PixelBox, b: PixelBox) => a.every((at, i) => Math.abs(at - (b[i] ?? 0)) < 12);

/** Whether boxes lie where others do, a few pixels aside. */
function areNear(boxes: readonly PixelBox[], others: readonly PixelBox[]): boolean {
  return boxes.length === others.length && boxes.every((box) => others.some((b) => isNear(box, b)));
}

async function tilted({ width, height, data }: Gray, degrees: number): Promise<Gray> {
  const image = sharp(data, { raw: { width, height, channels: 1 } }).rotate(degrees, {
    background: "white",
  });
  const { data: pixels, info } = await image
    .greyscale()
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(pixels) };
}

describe("a page", () => {
  test("is read in lines and cells, and its rules are no text", async () => {
    const page = await readStraight();
    expect(page).toMatchObject({ width: 1240, height: 1754, quarters: 0, gutter: null });
    const boxes = boxesOf(page);
    expect(boxes).toHaveLength(15);
    expect(boxes.slice(-4).map(([left, top]) => [left > 600, top > 980])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]);
    expect(
      page.rules.filter(({ axis }) => axis === "vertical").map(({ at }) => Math.round(at / 10)),
    ).toEqual([20, 60, 100]);
    expect(page.rules.filter(({ axis }) => axis === "horizontal")).toHaveLength(3);
    expect(page.unread).toBeLessThan(0.0005);
  });

  test.each([-1.2, 0.4, 0.9])(
    "that was laid %s degrees aslant is straightened",
    async (degrees) => {
      const straight = await readStraight();
      const page = await read(await tilted(printedPage(), degrees));
      expect(page.degrees).toBeCloseTo(degrees, 0);
      expect(page.lines).toHaveLength(straight.lines.length);
      const table = page.rules.filter(({ axis, at }) => axis === "vertical" || at > 850);
      expect(table).toHaveLength(6);
    },
  );

  test("that stands on its head is read as if it had been turned", async () => {
    const straight = await readStraight();
    const page = await read(turned(printedPage(), 2), true);
    expect(page.quarters).toBe(2);
    expect(areNear(boxesOf(page), boxesOf(straight))).toBe(true);
    expect(page.rules).toHaveLength(straight.rules.length);
  });

  test.each([
    { what: "right", quarters: 3, isUpsideDown: false },
    { what: "left", quarters: 1, isUpsideDown: true },
  ] as const)("that lies on its $what side is read as if it had been turned", async (turn) => {
    const straight = await readStraight();
    const page = await read(turned(printedPage(), turn.quarters), turn.isUpsideDown);
    expect([page.width, page.height]).toEqual([1240, 1754]);
    expect((page.quarters + turn.quarters) % 4).toBe(0);
    expect(areNear(boxesOf(page), boxesOf(straight))).toBe(true);
  });

  test("that is blank has nothing, and no line of it is shown to the engine", async () => {
    const engine = inventedEngine({});
    const page = await readPage(inColour(paper(600, 800)), engine);
    expect(page).toMatchObject({ lines: [], rules: [], unread: 0, gutter: null });
    expect(engine.shown).toEqual([]);
  });

  test("with a picture tells how much of its ink was not read", async () => {
    const page = printedPage();
    paint(page, [300, 1200, 800, 1500]);
    const { unread } = await read(page);
    expect(unread).toBeGreaterThan(0.03);
    expect(unread).toBeLessThan(0.1);
  });
});

/** A sheet with the lines of two pages. */
function printedSheet(): Gray {
  const sheet = paper(1754, 1240);
  paintLines(sheet, { left: 120, top: 150, width: 620, lines: 12 });
  paintLines(sheet, { left: 1000, top: 150, width: 620, lines: 12 });
  return sheet;
}

test("two pages on one sheet are shown to the engine one by one", async () => {
  const widths: number[] = [];
  const engine = inventedEngine({
    find: (page) => {
      widths.push(page.width);
      return findLines(page);
    },
    read: (line) => readAs("字", line.width),
  });
  const { gutter } = await readPage({ ...inColour(printedSheet()), dpi: 150 }, engine);
  expect(widths).toEqual([gutter, 1754 - (gutter ?? 0)]);
});

test("two pages on one sheet are parted in the middle", async () => {
  const sheet = printedSheet();
  const { gutter, lines } = await read(sheet);
  expect(gutter).toBeGreaterThan(760);
  expect(gutter).toBeLessThan(1000);
  expect(lines).toHaveLength(24);
});

/** The page with a mark beside its lines, which the engine finds and reads as a text. */
async function textsWith(mark: PixelBox, text: string): Promise<readonly string[]> {
  const page = printedPage();
  paint(page, mark);
  const engine = inventedEngine({
    find: (gray) => [...findLines(gray), mark],
    read: (line) => readAs(line.width < 60 ? text : "字", line.width),
  });
  const { lines } = await readPage({ ...inColour(page), dpi: 150 }, engine);
  return lines.map(({ characters }) => characters.map((one) => one.text).join(""));
}

test.each([
  ["Y", ">="],
  ["8", "8"],
])(
  "a lone %s is the sign that it is beside a number, unless it is a figure: %s",
  async (alone, meant) => {
    const page = printedPage();
    const [sign, number]: [PixelBox, PixelBox] = [
      [1080, 500, 1098, 518],
      [1080, 560, 1200, 578],
    ];
    for (const box of [sign, number]) paint(page, box);
    const engine = inventedEngine({
      find: (gray) => [...findLines(gray), sign, number],
      read: ({ width }) => {
        if (width < 60) return readAs(alone, width, 0.89);
        if (width < 142) return readAs("95.00", width);
        return width < 200 ? readAs(">=95.00", width, 0.7) : readAs("字".repeat(30), width);
      },
    });
    const { lines } = await readPage({ ...inColour(page), dpi: 150 }, engine);
    const texts = lines.map(({ characters }) => characters.map((one) => one.text).join(""));
    expect(texts).toContain("95.00");
    expect(texts).toContain(meant);
  },
);

describe("what a seal leaves on the paper", () => {
  const SPECK: PixelBox = [1080, 500, 1086, 506];
  const FIGURE: PixelBox = [1080, 500, 1092, 520];

  test.each(["2", "："])("is no text where it is smaller than a character: %s", async (text) => {
    expect(await textsWith(SPECK, text)).not.toContain(text);
  });

  test.each(["=", "-", "≥"])(
    "is not mistaken for a sign that is small by itself: %s",
    async (text) => {
      expect(await textsWith(SPECK, text)).toContain(text);
    },
  );

  test("is no text where it is read as a mark alone", async () => {
    expect(await textsWith(FIGURE, "：")).not.toContain("：");
  });

  test("is not mistaken for a figure as high as a line", async () => {
    expect(await textsWith(FIGURE, "2")).toContain("2");
  });
});
