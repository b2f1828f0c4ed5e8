import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { extract } from "../../index.js";
import { canonical } from "../../pipeline/canonical-text.js";
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

/** How much longer four times the input takes, the best of several tries: other programs disturb. */
async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  let [small, large] = [Infinity, Infinity];
  for (let i = 0; i < TRIES; i += 1) {
    small = Math.min(small, await processorTime(() => work(size)));
    large = Math.min(large, await processorTime(() => work(size * GROWTH)));
  }
  return large / Math.max(small, LEAST_TIME);
}

const read = (bytes: Uint8Array) => extract({ bytes, fileName: "预算.bin" });
const lines = (...printed: readonly string[]) => strToU8([TITLE, ...printed].join("\n"));
const times = (count: number, printed: string) => printed.repeat(count);
const cells = (count: number) => Array.from({ length: count }, () => "a");

describe("time grows with the size of a document, not with its square", () => {
  test.each<[string, (size: number) => Uint8Array, number]>([
    ["a text of TC fields that never end", (n) => lines(times(n, "TC ")), 4_000],
    ["a text of bookmarks that never end", (n) => lines(times(n, "[bookmark: ")), 1_000],
    ["a text of fields within quotes", (n) => lines(times(n, 'TOC "')), 2_000],
    ["a line of blanks", (n) => lines(`甲${times(n, " ")}a`), 12_000],
    ["a row of cells in text", (n) => lines(...cells(n).map((cell) => `\t${cell}`)), 3_000],
    ["a row of cells in Word", (n) => makeDocx(tbl([tr(cells(n).map((cell) => tc(cell)))])), 3_000],
    ["a paragraph of blanks in Word", (n) => makeDocx(p(`甲${times(n, " ")}a`)), 12_000],
    [
      "one table after another in Word",
      (n) => makeDocx(times(n, tbl([tr([tc("甲"), tc("1.00")])]) + p("a"))),
      300,
    ],
    [
      "one word over a page of a PDF",
      (n) => makePdf([{ width: 2_000, height: 20 * n, draw: everywhere(n) }]),
      60,
    ],
    [
      "blanks and leaders in a line of a PDF",
      (n) => makePdf([{ draw: [text([10, 20], `a${times(n, " ")}${times(n, "-")}a`)] }]),
      1_000,
    ],
  ])(
    "%s",
    async (_, make, size) => {
      expect(await growth((n) => read(make(n)), size)).toBeLessThan(MOST_GROWTH);
    },
    120_000,
  );

  test("blanks between letters are made canonical", async () => {
    const grown = await growth((n) => canonical(`a${times(n, " ")}a`), 50_000);
    expect(grown).toBeLessThan(MOST_GROWTH);
  });
});

function everywhere(rows: number) {
  return Array.from({ length: rows * 20 }, (_, i) =>
    text([(i % 20) * 100, 20 * Math.floor(i / 20) + 15], "a"),
  );
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
