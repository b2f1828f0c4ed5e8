import { describe, expect, test } from "vitest";
import { decode } from "../../../../extractors/ocr/ppocr/decode.js";
import type { ModelOutput } from "../../../../extractors/ocr/ppocr/runtime.js";

/** The classes: nothing, three characters, the blank. */
const CHARACTERS = ["", "一", "0", "o", " "];

/** How likely each class is, step by step; what is not said is nothing. */
type Step = Readonly<Record<string, number>>;

function output(steps: readonly Step[]): ModelOutput {
  const values = steps.flatMap((step) => {
    const named = CHARACTERS.slice(1).map((character) => step[character] ?? 0);
    return [1 - named.reduce((sum, value) => sum + value, 0), ...named];
  });
  return { values: Float32Array.from(values), shape: [1, steps.length, CHARACTERS.length] };
}

const read = (steps: readonly Step[], width = steps.length * 10) =>
  decode(output(steps), CHARACTERS, width);
const textOf = (steps: readonly Step[]) =>
  read(steps)
    .map(({ text }) => text)
    .join("");

describe("steps along a line become characters", () => {
  test.each<{ what: string; steps: readonly Step[]; text: string }>([
    { what: "none where nothing is likely", steps: [{}, {}, {}], text: "" },
    {
      what: "one for all steps at which it goes on",
      steps: [{ 一: 0.9 }, { 一: 0.8 }],
      text: "一",
    },
    { what: "two where nothing parts them", steps: [{ 0: 0.9 }, {}, { 0: 0.9 }], text: "00" },
    { what: "two where they differ", steps: [{ 0: 0.9 }, { o: 0.9 }], text: "0o" },
    { what: "the blank too", steps: [{ 一: 0.9 }, { " ": 0.9 }, { 一: 0.9 }], text: "一 一" },
  ])("$what", ({ steps, text }) => {
    expect(textOf(steps)).toBe(text);
  });

  test("each where it stands, as sure as its surest step", () => {
    const [character, ...rest] = read([{}, { 0: 0.6 }, { 0: 0.9 }, { 0: 0.7 }, {}], 100);
    expect(rest).toEqual([]);
    expect(character).toMatchObject({ text: "0", left: 20, right: 80 });
    expect(character?.confidence).toBeCloseTo(0.9);
  });
});

describe("other readings", () => {
  test("are those of the surest step that are possible, the likeliest first", () => {
    const [character] = read([
      { 0: 0.6, 一: 0.3 },
      { 0: 0.8, o: 0.1, 一: 0.01 },
    ]);
    expect(character?.others.map(({ text }) => text)).toEqual(["o", ""]);
  });

  test("are none where one is certain", () => {
    expect(read([{ 0: 1 }])[0]?.others).toEqual([]);
  });
});

describe("where nothing was read", () => {
  test("a character may stand that is likely enough", () => {
    const [before, hole, after] = read([{ 0: 1 }, {}, { 一: 0.4 }, {}, { o: 1 }]);
    expect([before?.text, hole?.text, after?.text]).toEqual(["0", "", "o"]);
    expect(hole).toMatchObject({ left: 20, right: 30, others: [{ text: "一" }] });
    expect(hole?.confidence).toBeCloseTo(0.6);
  });

  test("none does that spreads from its neighbour, is improbable, or is the blank", () => {
    const steps = [{ 0: 1 }, { 0: 0.4 }, { 一: 0.05 }, { " ": 0.4 }, { o: 1 }];
    expect(read(steps).map(({ text }) => text)).toEqual(["0", "o"]);
  });
});
