import { describe, expect, test } from "vitest";
import { charactersOf } from "../../../../extractors/ocr/tesseract/hocr.js";

interface Symbol {
  readonly text: string;
  readonly x: readonly [number, number];
  readonly percent?: number;
  readonly choices?: Readonly<Record<string, number>>;
}

/** hOCR as Tesseract writes it, of these words. */
function hocr(words: readonly (readonly Symbol[])[]): string {
  const symbols = words.map((letters) => {
    const parts = letters.map(({ text, x, percent = 99, choices = {} }) => {
      const others = Object.entries(choices).map(
        ([choice, chance]) =>
          `<span class='ocrx_cinfo' id='choice_1_1_1' title='x_confs ${chance}'>${choice}</span>`,
      );
      const title = `x_bboxes ${x[0]} 4 ${x[1]} 30; x_conf ${percent}`;
      return `<span class='ocrx_cinfo' title='${title}'>${text}</span>
        <span class='ocrx_cinfo' id='lstm_choices_1_1_1'>${others.join("\n")}</span>`;
    });
    return `<span class='ocrx_word' id='word_1_1' title='bbox 1 2 3 4; x_wconf 93'>${parts.join("\n")}</span>`;
  });
  return `<span class='ocr_line' id='line_1_1' title="bbox 1 2 3 4">${symbols.join("\n")}</span>`;
}

function textOf(words: readonly (readonly Symbol[])[]): string {
  return charactersOf(hocr(words))
    .map(({ text }) => text)
    .join("");
}

/** A word whose characters stand from a place on. */
function word(text: string, from: number): Symbol[] {
  return Array.from(text, (letter, i): Symbol => {
    const left = from + 10 * i;
    return { text: letter, x: [left, left + 8] };
  });
}

describe("what Tesseract read", () => {
  test("keeps where each character stands", () => {
    const read = charactersOf(
      hocr([
        [
          { text: "1", x: [5, 17] },
          { text: "2", x: [20, 33] },
        ],
      ]),
    );
    expect(read.map(({ text, left, right }) => [text, left, right])).toEqual([
      ["1", 5, 17],
      ["2", 20, 33],
    ]);
  });

  test("is less sure than Tesseract says, but never turns round", () => {
    const [low, high] = charactersOf(
      hocr([
        [
          { text: "1", x: [5, 17], percent: 96 },
          { text: "2", x: [20, 33], percent: 99.2 },
        ],
      ]),
    );
    expect(low?.confidence).toBeLessThan(0.9);
    expect(high?.confidence).toBeGreaterThan(0.95);
  });

  test("names what else a character may be, the likeliest first", () => {
    const choices = { 0: 99, o: 70, "6": 85 };
    const [read] = charactersOf(hocr([[{ text: "0", x: [5, 17], choices }]]));
    expect(read?.others.map(({ text }) => text)).toEqual(["6", "o"]);
  });

  test("takes no choices from another character's place", () => {
    const [read] = charactersOf(hocr([[{ text: "预", x: [5, 17], choices: { 和: 97, 人: 80 } }]]));
    expect(read?.others).toEqual([]);
  });

  test("has its signs back from their entities", () => {
    expect(
      textOf([
        [
          { text: "&lt;", x: [1, 9] },
          { text: "&amp;", x: [11, 19] },
        ],
      ]),
    ).toBe("<&");
  });

  test.each([
    ["GDP", "up", "GDP up"],
    ["预算", "公开", "预算公开"],
    ["12", "月", "12月"],
  ])("parts %s and %s by a blank only where both are letters or figures", (...texts) => {
    const [one, other, text] = texts;
    expect(textOf([word(one, 0), word(other, 60)])).toBe(text);
  });

  test("parts the boxes of characters that overlap", () => {
    const read = charactersOf(
      hocr([
        [{ text: "页", x: [18, 87] }],
        [{ text: "眉", x: [59, 82] }],
        [{ text: ":", x: [81, 92] }],
      ]),
    );
    expect(read.map(({ left, right }) => [left, right])).toEqual([
      [18, 59],
      [59, 81],
      [81, 92],
    ]);
  });

  test("is nothing where it read nothing", () => {
    expect(charactersOf("<div class='ocr_page'></div>")).toEqual([]);
  });
});
