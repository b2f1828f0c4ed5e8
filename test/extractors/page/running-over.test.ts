import { expect, test } from "vitest";
import { fill } from "../../../extractors/page/cells.js";
import type { Word } from "../../../extractors/page/words.js";

/** Two columns that meet at 100, one row. */
const LATTICE = {
  xs: [0, 100, 200],
  ys: [0, 20],
  cells: [0, 1].map((column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1 })),
};

/** Characters painted one by one from `left` on, each 10 wide. */
function painted(text: string, left: number, baseline = 15): Word[] {
  return Array.from(text, (character, at) => ({
    text: character,
    left: left + 10 * at,
    right: left + 10 * at + 10,
    baseline,
    size: 10,
    font: "f",
    bold: false,
    sideways: false,
  }));
}

const textsOf = (words: readonly Word[]): readonly string[] =>
  fill(LATTICE, words).grid.cells.map(({ lines }) => lines.map(({ text }) => text).join("|"));

test("a label that is cut at the edge of its column stays in it", () => {
  const amount = painted("66709", 150);
  expect(textsOf([...painted("转移支付收", 56), ...amount])).toEqual(["转移支付收", "66709"]);
});

test("what follows a character on the edge belongs to its label too", () => {
  expect(textsOf([...painted("转移支付收入", 56), ...painted("66709", 150)])).toEqual([
    "转移支付收入",
    "66709",
  ]);
});

test.each([
  ["begins at the edge", [...painted("1234", 60), ...painted("支出", 100)], ["1234", "支出"]],
  ["stands away from what is before", [...painted("支", 70), ...painted("出", 96)], ["支", "出"]],
  ["is on another line", [...painted("支", 86), ...painted("出", 96, 8)], ["支", "出"]],
])("a word that %s is of its own column", (_, words, texts) => {
  expect(textsOf(words)).toEqual(texts);
});
