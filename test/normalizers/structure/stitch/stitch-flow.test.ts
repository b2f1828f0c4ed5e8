import { describe, expect, test } from "vitest";
import type { Block, Paragraph, Table } from "../../../../pipeline/model/document.js";
import { makeTable } from "../../../make-table.js";
import { FIRST, HEADER, stitched, tablesOf } from "../../../pipeline/make-parts.js";

/** A table of a document without pages. */
const inFlow = (rows: readonly (readonly string[])[]): Table => ({
  ...makeTable(rows),
  at: { type: "flow", path: "table 1" },
});

const line = (text: string): Paragraph => ({
  type: "paragraph",
  text,
  at: { type: "flow", path: "paragraph 9" },
});

describe("tables that a word processor split", () => {
  const below = ["208", "社会保障支出", "3.00"];

  const again = inFlow([HEADER, below]);
  const other = inFlow([
    ["科目编码", "金额"],
    ["208", "3.00"],
  ]);

  test.each<[string, readonly Block[], number]>([
    ["the header comes again", [again], 1],
    ["a mark says so", [line("续表："), again], 1],
    ["a title stands between", [line("2024年收入表"), again], 2],
    ["the columns are others", [other], 2],
    ["no header and no sum shows it", [inFlow([below])], 2],
  ])("are one or two as %s", (_, next, count) => {
    expect(tablesOf(stitched(inFlow(FIRST), ...next))).toHaveLength(count);
  });

  test("a header in a table of its own belongs to the rows below it", () => {
    expect(tablesOf(stitched(inFlow([HEADER]), inFlow(FIRST.slice(1))))).toEqual([FIRST]);
  });
});
