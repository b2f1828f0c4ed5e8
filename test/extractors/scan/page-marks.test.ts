import { describe, expect, test } from "vitest";
import { lineSizes } from "../../../extractors/scan/line-sizes.js";
import { recognizedMarks } from "../../../extractors/scan/page-marks.js";
import { recognizedLine, recognizedPage } from "./kept-pages.js";

describe("the size of a line's type", () => {
  test("is the same for lines whose ink differs a little", () => {
    const heights = [36, 37, 38, 37, 36];
    const lines = heights.map((height, i) =>
      recognizedLine("一般公共预算支出", [0, 100 * i, 300, 100 * i + height]),
    );
    expect(new Set(lineSizes(lines)).size).toBe(1);
  });

  test("is larger for a title", () => {
    const body = [100, 200, 300].map((top) =>
      recognizedLine("收入有所增加支出有所减少", [0, top, 400, top + 37]),
    );
    const title = recognizedLine("预算说明", [0, 0, 240, 55]);
    const [large = 0, small = 0] = lineSizes([title, ...body]);
    expect(large / small).toBeCloseTo(55 / 37, 1);
  });

  test("is that of the words beside them for figures, whose ink is lower", () => {
    const words = recognizedLine("基本支出", [0, 100, 160, 137]);
    const figures = recognizedLine("12.50", [300, 104, 400, 133]);
    const [one, other] = lineSizes([words, figures]);
    expect(one).toBe(other);
  });

  test("is measured where there are figures alone", () => {
    expect(lineSizes([recognizedLine("12.50", [0, 0, 90, 30])])[0]).toBeCloseTo(30 / 0.74);
    expect(lineSizes([])).toEqual([]);
  });
});

const POINTS = 0.36;
const glyphsOf = (text: string) =>
  recognizedMarks(recognizedPage([recognizedLine(text, [100, 200, 300, 240])]), POINTS)[0]
    ?.glyphs ?? [];

describe("a recognized page as marks", () => {
  test("has the characters of a line from end to end, in points", () => {
    const glyphs = glyphsOf("基本支出");
    expect(glyphs.map(({ text }) => text)).toEqual(["基", "本", "支", "出"]);
    expect(glyphs[0]?.x).toBeCloseTo(100 * POINTS);
    expect(glyphs.at(-1)?.endX).toBeCloseTo(300 * POINTS);
    glyphs.slice(1).forEach((glyph, i) => expect(glyph.x).toBeCloseTo(glyphs[i]?.endX ?? 0));
    for (const { recognized } of glyphs) expect(recognized?.confidence).toBe(0.99);
  });

  test.each([
    { what: "between Latin words", text: "Red Cross", kept: "Red Cross" },
    { what: "between figures, where none stands", text: "12 50", kept: "1250" },
    { what: "between Chinese characters", text: "基 本", kept: "基本" },
    { what: "at the ends of a line", text: " 12 ", kept: "12" },
  ])("keeps blanks only where they are sure: $what", ({ text, kept }) => {
    expect(
      glyphsOf(text)
        .map((glyph) => glyph.text)
        .join(""),
    ).toBe(kept);
  });

  test("keeps a second reading of a line with the number of its characters", () => {
    const line = { ...recognizedLine("≥95%", [100, 200, 300, 240]), second: "295%" };
    const [marks] = recognizedMarks(recognizedPage([line]), POINTS);
    expect(marks?.glyphs.map(({ run }) => run.second)).toEqual(
      Array.from({ length: 4 }, () => ({ text: "295%", glyphs: 4 })),
    );
  });

  test("is two where it shows two pages side by side: nothing of one is on the other", () => {
    const rule = { axis: "horizontal" as const, thickness: 2 };
    const page = recognizedPage(
      [recognizedLine("左", [100, 0, 140, 40]), recognizedLine("右", [1300, 0, 1340, 40])],
      {
        width: 2339,
        gutter: 1170,
        rules: [
          { ...rule, at: 100, from: 80, to: 1000 },
          { ...rule, at: 100, from: 1250, to: 2200 },
          { axis: "vertical", at: 1250, from: 100, to: 300, thickness: 2 },
        ],
      },
    );
    const halves = recognizedMarks(page, 1);
    expect(halves.map(({ glyphs }) => glyphs.map(({ text }) => text))).toEqual([["左"], ["右"]]);
    expect(halves.map(({ rules }) => rules.map(({ from }) => from))).toEqual([[80], [1250, 100]]);
  });
});
