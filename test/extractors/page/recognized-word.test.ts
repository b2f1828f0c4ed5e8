import { expect, test } from "vitest";
import type { Glyph, Run } from "../../../extractors/page/marks.js";
import { recognizedWord } from "../../../extractors/page/recognized-word.js";

const RUN: Run = { size: 10, font: "", bold: false, turn: 0 };

/** Glyphs side by side: a text, how sure it is, and what else it may be. */
function glyphs(
  read: readonly (readonly [string, number?, ...(readonly [string, number])[]])[],
  run: Run = RUN,
): Glyph[] {
  return read.map(([text, confidence, ...others], i) => ({
    text,
    x: 10 * i,
    y: 0,
    endX: 10 * i + 10,
    endY: 0,
    run,
    ...(confidence === undefined
      ? {}
      : {
          recognized: {
            confidence,
            others: others.map(([other, likely]) => ({ text: other, confidence: likely })),
          },
        }),
  }));
}

test("a word that was not read from a picture has no such mark", () => {
  expect(recognizedWord(glyphs([["基"], ["本"]]))).toBeUndefined();
});

test("a word is as sure as its least sure character", () => {
  expect(
    recognizedWord(
      glyphs([
        ["基", 0.98],
        ["本", 0.7],
      ]),
    )?.confidence,
  ).toBe(0.7);
});

test("its other readings change one character each, the likeliest first", () => {
  const word = glyphs([
    ["≥", 0.6, ["2", 0.3]],
    ["9", 0.9, ["8", 0.05]],
    ["o", 0.5, ["0", 0.4]],
  ]);
  expect(recognizedWord(word)?.others).toEqual(["≥90", "29o", "≥8o"]);
});

test("a character that may stand where none was read makes another reading", () => {
  const word = glyphs([
    ["", 0.8, ["一", 0.2]],
    ["般", 0.99],
  ]);
  expect(recognizedWord(word)).toEqual({ confidence: 0.8, others: ["一般"] });
});

test("at most six other readings are kept", () => {
  const word = glyphs(
    Array.from({ length: 9 }, (_, i) => ["0", 0.9, ["o", 0.01 * (i + 1)]] as const),
  );
  expect(recognizedWord(word)?.others).toHaveLength(6);
  expect(recognizedWord(word)?.others[0]).toBe("00000000o");
});

test("a second reading belongs to a word that is the whole line, where it says something else", () => {
  const run: Run = { ...RUN, second: { text: "295", glyphs: 3 } };
  const line = glyphs(
    [
      ["≥", 0.9],
      ["9", 0.9],
      ["5", 0.9],
    ],
    run,
  );
  expect(recognizedWord(line)?.second).toBe("295");
  expect(recognizedWord(line.slice(1))).not.toHaveProperty("second");
  const same: Run = { ...RUN, second: { text: "5", glyphs: 1 } };
  expect(recognizedWord(glyphs([["5", 0.9]], same))).not.toHaveProperty("second");
});
