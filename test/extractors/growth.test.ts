import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { Glyph, Run } from "../../extractors/page/marks.js";
import { leadsToPage } from "../../extractors/page/paragraphs.js";
import { words } from "../../extractors/page/words.js";
import { extract } from "../../index.js";
import { canonical } from "../../pipeline/model/canonical-text.js";
import type { Document } from "../../pipeline/model/document.js";
import { gridOf } from "../../pipeline/model/grid.js";
import { contentsOf } from "../../normalizers/structure/outline/outline-contents.js";
import {
  hugeSpans,
  longList,
  longTable,
  tableInDocx,
  tableInPdf,
  tableInText,
  wideTable,
} from "../bad-input/monsters.js";
import { printed, tablesOf } from "../make-document.js";
import { makeTable } from "../make-table.js";
import { makeDocx, p, tbl, tc, tr } from "./docx/make-docx.js";
import { makePdf, text } from "./pdf/make-pdf.js";

/** Four times the input takes four times as long where time is linear, sixteen times where it is n². */
const GROWTH = 4;
const MOST_GROWTH = 9;
/** Shorter than this nothing can be told, in milliseconds of processor time. */
const LEAST_TIME = 15;
const TRIES = 3;
const TITLE = "云溪县财政局2025年部门预算";

async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How much longer four times the input takes. Other programs disturb: of several tries the best, and no more
 * than are needed. The first reading of all is not measured, since it compiles the code too.
 */
async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size);
  let [small, large] = [Infinity, Infinity];
  for (let i = 0; i < TRIES && large >= MOST_GROWTH * Math.max(small, LEAST_TIME); i += 1) {
    small = Math.min(small, await processorTime(() => work(size)));
    large = Math.min(large, await processorTime(() => work(size * GROWTH)));
  }
  return large / Math.max(small, LEAST_TIME);
}

const read = (bytes: Uint8Array) => extract({ bytes, fileName: "预算.bin" });
const lines = (...texts: readonly string[]) => strToU8([TITLE, ...texts].join("\n"));
const times = (count: number, piece: string) => piece.repeat(count);
const cells = (count: number) => Array.from({ length: count }, () => "a");

describe("time grows with the size of a document, not with its square", () => {
  test.each<[string, (size: number) => Uint8Array, number]>([
    ["a text of TC fields that never end", (n) => lines(times(n, "TC ")), 4_000],
    ["a text of bookmarks that never end", (n) => lines(times(n, "[bookmark: ")), 1_000],
    ["a line of blanks", (n) => lines(`甲${times(n, " ")}a`), 3_000],
    ["a row of cells in text", (n) => lines(...cells(n).map((cell) => `\t${cell}`)), 3_000],
    ["a row of cells in Word", (n) => makeDocx(tbl([tr(cells(n).map((cell) => tc(cell)))])), 3_000],
    ["a paragraph of blanks in Word", (n) => makeDocx(p(`甲${times(n, " ")}a`)), 3_000],
    [
      "one table after another in Word",
      (n) => makeDocx(times(n, tbl([tr([tc("甲"), tc("1.00")])]) + p("a"))),
      300,
    ],
    ["columns of a form in Word", (n) => tableInDocx(wideTable(n)), 500],
    ["columns of a ruled form in a PDF", (n) => tableInPdf(wideTable(n)), 250],
    ["rows of a list in text", (n) => tableInText(longList(n)), 2_000],
    ["rows of a list in Word", (n) => tableInDocx(longList(n)), 1_000],
    ["rows of a form in text", (n) => tableInText(longTable(n)), 250],
    ["merged cells in Word that cover a thousand columns each", (n) => hugeSpans(n), 50],
    [
      "leaders in a line of a PDF",
      (n) => makePdf([{ width: 5 * n, draw: [text([10, 20], `a${times(n, ".")}a`)] }]),
      6_000,
    ],
  ])(
    "%s",
    async (_, make, size) => {
      expect(await growth((n) => read(make(n)), size)).toBeLessThan(MOST_GROWTH);
    },
    120_000,
  );

  test.each<[string, (size: number) => unknown, number]>([
    ["blanks between letters are made canonical", (n) => canonical(`a${times(n, " ")}a`), 5_000],
    ["blanks lead to no page number", (n) => leadsToPage(`a${times(n, " ")}a`), 100],
    ["one word all over a page is told from one painted twice", (n) => words(scattered(n)), 2_000],
    ["a long table is gone through row by row", (n) => goneThrough(longList(n)), 2_000],
    ["a wide table is gone through cell by cell", (n) => goneThrough(wideTable(n)), 5_000],
    ["contents end at lines that are no entries", (n) => contentsOf(brokenContents(n)), 1_000],
    ["tables without a unit look for that of the others", (n) => tablesOf(unitless(n)), 400],
  ])(
    "%s",
    async (_, work, size) => {
      expect(await growth(work, size)).toBeLessThan(MOST_GROWTH);
    },
    120_000,
  );
});

const RUN: Run = { size: 10, font: "SimSun", bold: false, turn: 0 };

/** The same character all over a page, a blank apart. */
function scattered(count: number): readonly Glyph[] {
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [(i % 100) * 20, Math.floor(i / 100) * 20];
    return { text: "a", x, y, endX: x + 5, endY: y, run: RUN };
  });
}

function goneThrough(rows: readonly (readonly string[])[]): readonly unknown[] {
  const grid = gridOf(makeTable(rows));
  return rows.flatMap((row, at) => [
    grid.rowCells(at),
    row.map((_, column) => grid.at(at, column)),
  ]);
}

function unitless(tables: number): Document {
  return printed(...Array.from({ length: tables }, () => [["甲", "1.00"]]));
}

/** Entries of contents with a line after each that is none. */
function brokenContents(entries: number): Document {
  const texts = ["二、部门预算收支情况说明……12", "这一行没有编号而且比十二个字还要长一些"];
  return printed(...Array.from({ length: entries }, () => texts).flat());
}

describe("beyond a limit a document is refused, which says what is too large and what to do", () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      "a row of 20,000 cells in text",
      lines(...cells(20_000).map((cell) => `\t${cell}`)),
      /row .* line 2 has 20000 cells: no more than 16384 .*check/u,
    ],
    [
      "a row of 20,000 cells in Word",
      makeDocx(tbl([tr(cells(20_000).map((cell) => tc(cell)))])),
      /table 1.* has 20000 cells: .*Split/u,
    ],
    [
      "tables in tables in Word, a thousand deep",
      makeDocx(times(1_000, "<w:tbl><w:tr><w:tc>") + times(1_000, "</w:tc></w:tr></w:tbl>")),
      /elements inside one another: no more than 512 .*PDF/u,
    ],
    [
      "a paragraph of 50,000 characters in Word",
      makeDocx(p(times(50_001, "甲"))),
      /paragraph .* has 50001 characters/u,
    ],
    [
      "a page of a PDF with 300,000 characters",
      makePdf([{ width: 2_000_000, draw: [text([10, 20], times(300_000, "a"))] }]),
      /Page 1 has 300000 characters: no more than 200000 .*print the PDF anew/u,
    ],
  ])("%s", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringMatching(message),
    });
  });
});
