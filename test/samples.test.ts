import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../index.js";
import { WITH_XLS } from "../samples/generator/files.js";
import { disclosures, sampleFiles } from "../samples/generator/index.js";
import { givesWhatIsMeant, type Untold } from "./expected-edition.js";

const folder = join(import.meta.dirname, "..", "samples");
const rewrite = process.env["UPDATE_SAMPLES"] === "1";

describe.each(disclosures)("the generator of $slug", (disclosure) => {
  test.each([...sampleFiles(disclosure)])("writes %s as committed", (name, bytes) => {
    const path = join(folder, disclosure.slug, name);
    if (rewrite) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    expect(existsSync(path), `${path} is missing: run with UPDATE_SAMPLES=1`).toBe(true);
    expect(Buffer.from(bytes).equals(readFileSync(path)), `${path} differs`).toBe(true);
  });

  test("makes every row as wide as its table", () => {
    const parts = disclosure.pieces.flatMap((piece) => (piece.type === "sheet" ? piece.parts : []));
    const odd = parts.flatMap(({ rows, widths }) =>
      rows.filter((row) => row.length !== widths.length),
    );
    expect(odd).toEqual([]);
  });
});

test("every sample folder has its generator", () => {
  const slugs = readdirSync(folder).filter((name) => existsSync(join(folder, name, "expected")));
  expect(slugs.toSorted()).toEqual(disclosures.map(({ slug }) => slug).toSorted());
});

/** What an edition cannot tell: columns that are not compared there. */
const UNTOLD: Readonly<Record<string, readonly Untold[]>> = {
  "numbered-forms-2018/source.txt": [
    {
      file: "amounts",
      column: "measure_raw",
      reason: "plain text does not say that the label 支出合计 spans four columns",
    },
  ],
};

const editions = disclosures.flatMap((disclosure) =>
  [
    "txt",
    "docx",
    "pdf",
    "xlsx",
    ...(WITH_XLS.includes(disclosure.slug) ? ["xls"] : []),
    ...(disclosure.manner.web === true ? ["html"] : []),
  ].map((format) => ({ disclosure, edition: `${disclosure.slug}/source.${format}` })),
);

/** One golden per sample, for all its editions: so they give the same records as well. */
describe.each(editions)("$edition", ({ disclosure, edition }) => {
  givesWhatIsMeant({
    disclosure,
    read: async () => extract(join(folder, edition)),
    untold: UNTOLD[edition] ?? [],
    withoutGrids: edition.endsWith(".txt"),
  });
});
