import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue.js";
import {
  bodyBlank,
  bodyRepeated,
  type Change,
  columnsMoved,
  headerBlank,
  headersRenamed,
  linesAdded,
  linesInside,
  rowsNumbered,
} from "./changes.js";
import { type Edition, readLayout, type ReadLayout } from "./print-layout.js";

const CHANGES = {
  "its columns of money moved": columnsMoved,
  "its headers in other words": headersRenamed,
  "the merged cells of its body repeated": bodyRepeated,
  "the merged cells of its body left blank": bodyBlank,
  "the tall cells of its header left blank below": headerBlank,
  "caption and corner inside its grid": linesInside,
  "more lines over its grid": linesAdded,
  "list numbers before its labels": rowsNumbered,
} satisfies Record<string, Change>;

/** What was read, in no order. */
const unordered = ({ kind, amounts, projects, indicators, doubts }: ReadLayout) => ({
  kind,
  amounts: amounts.toSorted(),
  projects: projects.toSorted(),
  indicators: indicators.toSorted(),
  doubts,
});

const editions = fc.constantFrom<Edition>("txt", "docx", "xlsx", "html", "pdf");

describe.each(Object.entries(CHANGES))("a layout with %s", (_, change) => {
  test("gives the same records", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CATALOGUE), editions, async (layout, edition) => {
        const plain = unordered(await readLayout(layout, edition));
        expect(unordered(await readLayout(change(layout), edition))).toEqual(plain);
      }),
      { numRuns: 40, seed: 20_240_101 },
    );
  });
});

describe("a layout over several pages", () => {
  test.each([
    { rowPadding: 14, repeatHeader: true },
    { rowPadding: 24, repeatHeader: false },
    { rowPadding: 40, repeatHeader: true },
  ])("gives the same records with %o", async (manner) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CATALOGUE), async (layout) => {
        const plain = await readLayout(layout, "pdf");
        expect(await readLayout(layout, "pdf", manner)).toEqual(plain);
      }),
      { numRuns: 15, seed: 20_240_101 },
    );
  });
});
