import { expect, test } from "vitest";
import type { PixelBox } from "../../../extractors/raster/gray.js";
import { readPage } from "../../../extractors/scan/read-page.js";
import { inColour, paint, paper } from "../raster/draw.js";
import { inventedEngine, readAs } from "./invented-engine.js";

/** The text of a mark beside lines that are 30 pixels high, where an engine takes all for figures. */
async function readMark(strokes: readonly PixelBox[], text = "11"): Promise<string | undefined> {
  const page = paper(900, 600);
  const lines: PixelBox[] = [];
  for (let y = 60; y < 400; y += 60)
    for (let x = 60; x < 400; x += 30) {
      paint(page, [x, y, x + 24, y + 3]);
      paint(page, [x, y + 27, x + 24, y + 30]);
      paint(page, [x + 10, y, x + 13, y + 30]);
      if (x === 60) lines.push([56, y - 4, 400, y + 34]);
    }
  for (const stroke of strokes) paint(page, stroke);
  const engine = inventedEngine({
    find: () => lines,
    read: (line) => readAs(line.width < 200 ? text : "一般公共预算支出", line.width),
  });
  const { lines: read } = await readPage(inColour(page), engine);
  const mark = read.find(({ box }) => box[0] > 500);
  return mark?.characters.map((character) => character.text).join("");
}

test("a stroke across is dashes, whatever figures an engine sees in it", async () => {
  expect(
    await readMark([
      [600, 130, 624, 133],
      [628, 130, 652, 133],
    ]),
  ).toBe("——");
});

test.each<{ what: string; strokes: readonly PixelBox[]; text: string }>([
  { what: "a stroke as wide as a character", strokes: [[600, 130, 624, 133]], text: "一" },
  {
    what: "figures",
    strokes: [
      [600, 120, 604, 148],
      [616, 120, 620, 148],
    ],
    text: "11",
  },
])("$what is what the engine reads", async ({ strokes, text }) => {
  expect(await readMark(strokes, text)).toBe(text);
});

test("a stroke in which the engine reads nothing stays unread: a line to be filled in", async () => {
  expect(await readMark([[600, 130, 700, 133]], "")).toBeUndefined();
});
