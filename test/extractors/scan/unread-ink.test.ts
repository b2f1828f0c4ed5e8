import { describe, expect, test } from "vitest";
import type { ReadCharacter } from "../../../extractors/ocr/engine/engine.js";
import type { Gray, PixelBox } from "../../../extractors/raster/gray.js";
import { withRoundSigns } from "../../../extractors/scan/round-signs.js";
import { pageInk } from "../../../extractors/scan/page-ink.js";
import { UNREAD } from "../../../pipeline/model/recognized.js";
import { withUnread } from "../../../extractors/scan/unread-ink.js";
import { paint, paper } from "../raster/draw.js";

const EM = 30;
const BOX: PixelBox = [100, 100, 100 + 8 * EM, 100 + EM];

/** Characters as they were read at the ems where they stand. */
function at(...read: readonly (readonly [text: string, em: number])[]): ReadCharacter[] {
  return read.map(([text, em]) => ({
    text,
    confidence: 0.99,
    left: BOX[0] + em * EM + 10,
    right: BOX[0] + em * EM + 20,
    others: [],
  }));
}

/** What is made of characters of a line on which these ems are inked. */
function seen(
  characters: readonly ReadCharacter[],
  inked: readonly number[],
  box: PixelBox = BOX,
): string {
  const page = paper(500, 300);
  for (const em of inked)
    paint(page, [box[0] + em * EM + 2, box[1], box[0] + em * EM + 28, box[3]]);
  const lines: PixelBox[] = [100, 160, 220].map((top) => [96, top - 6, 400, top + EM + 6]);
  return withUnread(characters, box, pageInk(page, [], lines))
    .map(({ text }) => text)
    .join("");
}

describe("a character that is printed and was not read", () => {
  test("is marked where it stands", () => {
    const read = at(["项", 0], ["目", 1], ["出", 3], ["表", 4]);
    expect(seen(read, [0, 1, 2, 3, 4])).toBe(`项目${UNREAD}出表`);
  });

  test("is marked at both ends of a line", () => {
    const read = at(["项", 1], ["目", 2], ["支", 3], ["出", 4], ["表", 5], ["一", 6]);
    expect(seen(read, [0, 1, 2, 3, 4, 5, 6, 7])).toBe(`${UNREAD}项目支出表一${UNREAD}`);
  });

  test("keeps what the engine thought it may be", () => {
    const guess: ReadCharacter = {
      text: "",
      confidence: 0.7,
      left: BOX[0] + 2 * EM + 12,
      right: BOX[0] + 2 * EM + 18,
      others: [{ text: "支", confidence: 0.3 }],
    };
    const [first, second, third] = at(["项", 0], ["目", 1], ["出", 3]);
    if (!first || !second || !third) throw new Error("three were made");
    const page = paper(500, 300);
    paint(page, [100, 100, 218, 130]);
    const marked = withUnread(
      [first, second, guess, third],
      [100, 100, 220, 130],
      pageInk(page, [], []),
    );
    expect(marked.map(({ text }) => text)).toEqual(["项", "目", UNREAD, "出"]);
    expect(marked[2]?.others).toEqual(guess.others);
    expect(marked[2]?.confidence).toBe(0);
  });
});

describe("no character is missing", () => {
  test("where a line has a blank", () => {
    const box: PixelBox = [100, 100, 100 + 5 * EM, 100 + EM];
    const read = at(["项", 0], ["目", 1], ["支", 3], ["出", 4]);
    expect(seen(read, [0, 1, 3, 4], box)).toBe("项目支出");
  });

  test("where figures alone were read: they have no common width", () => {
    expect(seen(at(["1", 0], ["2", 5]), [0, 1, 2, 3, 4, 5])).toBe("12");
  });

  test("where a lone 一 stands, which is far lower than wide", () => {
    const low: PixelBox = [100, 114, 126, 117];
    const stroke = at(["一", 0]).map((one) => ({ ...one, left: 100, right: 126 }));
    expect(seen(stroke, [0], low)).toBe("一");
  });
});

/** A page with rings as wide as is said, and strokes for other signs. */
function drawn(widths: readonly number[]): { page: Gray; places: [number, number][] } {
  const page = paper(600, 200);
  let x = BOX[0];
  const places = widths.map((width): [number, number] => {
    paint(page, [x, BOX[1], x + width, BOX[3]]);
    if (width > 8) paint(page, [x + 3, BOX[1] + 3, x + width - 3, BOX[3] - 3], 255);
    const place: [number, number] = [x, x + width];
    x += width + 6;
    return place;
  });
  return { page, places };
}

const textOf = (read: readonly ReadCharacter[]) => read.map(({ text }) => text).join("");

/** Signs of a code that is printed so, as they are told by their width. */
function told(text: string, widths: readonly number[]): ReadCharacter[] {
  const { page, places } = drawn(widths);
  const read = Array.from(text, (character, i) => {
    const [left = 0, right = 0] = places[i] ?? [];
    return { text: character, confidence: 0.98, left, right, others: [] };
  });
  return [...withRoundSigns(read, BOX, page)];
}

describe("round signs of a code", () => {
  test("are noughts where they are narrow, letters where they are wide", () => {
    expect(textOf(told("A0O7", [20, 28, 18, 6]))).toBe("AO07");
  });

  test("keep what was read as another reading", () => {
    const [, nought] = told("AO7", [20, 18, 6]);
    expect(nought).toMatchObject({ text: "0", others: [{ text: "O", confidence: 0.98 }] });
  });

  test("stay as read where their width tells nothing", () => {
    expect(textOf(told("A0O7", [20, 22, 22, 6]))).toBe("A0O7");
  });

  test.each([
    { what: "in figures", text: "100", widths: [6, 28, 28] },
    { what: "in words", text: "OECO", widths: [18, 18, 18, 18] },
  ])("are left alone $what", ({ text, widths }) => {
    expect(textOf(told(text, widths))).toBe(text);
  });
});
