import { describe, expect, test } from "vitest";
import type { Gray, PixelBox } from "../../../extractors/raster/gray.js";
import { companyOf, isSign, readBeside } from "../../../extractors/scan/beside-number.js";
import { readSegment } from "../../../extractors/scan/read-segment.js";
import { pageInk } from "../../../extractors/scan/page-ink.js";
import { paint, paper } from "../raster/draw.js";
import { inventedEngine, readAs } from "./invented-engine.js";
import { recognizedLine } from "./kept-pages.js";

const BOX: PixelBox = [100, 100, 220, 130];

/** A page with a line of print in a box, where lines are usually 30 pixels high. */
function ink(boxes: readonly PixelBox[] = [BOX]) {
  const page = paper(600, 400);
  for (const box of boxes) paint(page, box);
  return pageInk(
    page,
    [],
    boxes.map(([l, , r, b]): PixelBox => [l, b - 30, r, b]),
  );
}

const textOf = (characters: readonly { readonly text: string }[]) =>
  characters.map(({ text }) => text).join("");

describe("a piece of text", () => {
  test("is read once where it is sure and no single sign counts", async () => {
    const engine = inventedEngine({ read: (line) => readAs("基本支出", line.width) });
    const line = await readSegment(BOX, ink(), engine);
    expect(engine.shown).toHaveLength(1);
    expect(textOf(line.characters)).toBe("基本支出");
    expect(line).not.toHaveProperty("second");
  });

  test.each(["12.50", "≥95%", "45"])("is read twice where each sign counts: %s", async (text) => {
    const engine = inventedEngine({ read: (line) => readAs(text, line.width) });
    expect(await readSegment(BOX, ink(), engine)).not.toHaveProperty("second");
    expect(engine.shown).toHaveLength(2);
    const [once, twice] = engine.shown;
    expect(twice?.height).toBeGreaterThan(once?.height ?? Infinity);
  });

  test("is read twice where it is unsure; of two readings the surer one stands, with the other", async () => {
    const engine = inventedEngine({
      read: (line, before) =>
        before === 0 ? readAs("≥95%", line.width, 0.7) : readAs("295%", line.width, 0.8),
    });
    const line = await readSegment(BOX, ink(), engine);
    expect(textOf(line.characters)).toBe("295%");
    expect(line.second).toBe("≥95%");
  });

  test.each([
    ["12.345.60", "12,345.60"],
    ["12,345.60", "12.345.60"],
    ["100,00.00", "100,000.00"],
  ])(
    "of figures is the reading that is a number, however sure the other: %s, %s",
    async (one, other) => {
      const engine = inventedEngine({
        read: (line, before) =>
          before === 0 ? readAs(one, line.width, 0.99) : readAs(other, line.width, 0.8),
      });
      const line = await readSegment(BOX, ink(), engine);
      const number = [one, other].find(
        (text) => /^[\d,]+\.\d\d$/u.test(text) && text !== "100,00.00",
      );
      expect(textOf(line.characters)).toBe(number);
      expect(line.second).toBe(number === one ? other : one);
    },
  );

  test("is shown a second time otherwise: not with the paper around it", async () => {
    const page = paper(600, 400);
    paint(page, BOX);
    paint(page, [BOX[0] - 5, BOX[1], BOX[0] - 2, BOX[3]], 190);
    const engine = inventedEngine({ read: (line) => readAs("45", line.width) });
    await readSegment(BOX, pageInk(page, [], [BOX]), engine);
    const hasPale = engine.shown.map(({ data }) => data.includes(190));
    expect(hasPale).toEqual([true, false]);
  });

  test("has no second reading where only blanks differ", async () => {
    const engine = inventedEngine({
      read: (line, before) => readAs(before === 0 ? "12.50 %" : "12.50%", line.width),
    });
    expect(await readSegment(BOX, ink(), engine)).not.toHaveProperty("second");
  });

  test("stands where it is on the page, though it is shown with paper around it", async () => {
    const engine = inventedEngine({
      read: (line) => {
        const [from = 0, to = 0] = inkColumns(line);
        return [{ text: "额", confidence: 1, left: from, right: to, others: [] }];
      },
    });
    const { characters } = await readSegment(BOX, ink(), engine);
    expect(characters.map(({ left, right }) => [left, right])).toEqual([[BOX[0], BOX[2]]]);
  });

  test("is not magnified where it is small: it is shown as high as a line", async () => {
    const small: PixelBox = [100, 120, 140, 130];
    const engine = inventedEngine({ read: (line) => readAs("一", line.width) });
    await readSegment(small, ink([BOX, small]), engine);
    expect(engine.shown[0]?.height).toBeGreaterThan(25);
  });
});

/** From where to where a picture has ink. */
function inkColumns({ width, data }: Gray): number[] {
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    data.some((value, i) => i % width === x && value < 128),
  );
  return [columns[0] ?? 0, (columns.at(-1) ?? 0) + 1];
}

describe("a lone sign", () => {
  const sign = recognizedLine("2", [300, 100, 322, 130], 0.6);
  const company = recognizedLine("412.86", [300, 180, 420, 210]);
  const far = recognizedLine("305.20", [300, 380, 420, 410]);

  test("is a narrow piece of a sign or two", () => {
    const page = ink();
    expect(isSign(sign, page)).toBe(true);
    expect(isSign(recognizedLine("0", [300, 100, 322, 130]), page)).toBe(true);
    expect(isSign(recognizedLine("台", [300, 100, 330, 130]), page)).toBe(false);
    expect(isSign(recognizedLine("台", [300, 100, 330, 130], 0.5), page)).toBe(true);
    expect(isSign(recognizedLine("1860", [300, 100, 400, 130]), page)).toBe(false);
  });

  test("is read in front of the nearest number that is certain", () => {
    const doubtful = recognizedLine("95.00", [300, 140, 400, 170], 0.9);
    const twice = { ...recognizedLine("95.00", [300, 140, 400, 170]), second: "95.0O" };
    const word = recognizedLine("合计", [300, 140, 400, 170]);
    expect(companyOf(sign, [sign, far, doubtful, twice, word, company])).toBe(company);
    expect(companyOf(sign, [sign, word, doubtful])).toBeNull();
  });

  const beside = (text: string) => {
    const page = ink([sign.box, company.box].map(([l, t, r, b]): PixelBox => [l, t, r, b]));
    const engine = inventedEngine({ read: (line) => readAs(text, line.width) });
    return readBeside(sign.box, company, { ink: page, engine });
  };

  test("is what stands before that number then", async () => {
    const read = await beside("≥412.86");
    expect(textOf(read)).toBe("≥");
    expect(read[0]?.left).toBeLessThan(sign.box[2]);
  });

  test("has room though it is higher than most lines", async () => {
    const tall: PixelBox = [300, 80, 322, 130];
    const page = ink([BOX, tall, [300, 180, 420, 210]]);
    const engine = inventedEngine({ read: (line) => readAs("≥412.86", line.width) });
    const read = await readBeside(tall, company, { ink: page, engine });
    expect(textOf(read)).toBe("≥");
    expect(engine.shown[0]?.height).toBeGreaterThanOrEqual(50);
  });

  test("is not read where the number is not read again as it is", async () => {
    expect(await beside("≥412.80")).toEqual([]);
  });
});
