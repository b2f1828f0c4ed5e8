import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { extract, type DocumentDataset } from "../index.js";
import { csv } from "../samples/generator/csv.js";
import type { Contradiction } from "../samples/generator/description.js";
import {
  EXPECTED_FILES,
  statedColumns,
  type ExpectedFile,
  type Row,
} from "../samples/generator/expectation.js";
import { disclosures, sampleFiles } from "../samples/generator/index.js";

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
});

const slugs = readdirSync(folder).filter((name) => existsSync(join(folder, name, "expected")));

test("every sample folder has its generator", () => {
  expect(slugs.toSorted()).toEqual(disclosures.map(({ slug }) => slug).toSorted());
});

/** One golden per sample, for all formats: so the editions give the same records as well. */
describe.each(slugs)("%s", (slug) => {
  describe.each(["txt", "docx", "pdf"])("read from %s", (format) => {
    let dataset: DocumentDataset;
    beforeAll(async () => {
      dataset = await extract(join(folder, slug, `source.${format}`));
    });

    test.each(EXPECTED_FILES)("gives the expected %s", (file) => {
      expect(csv(statedColumns(file), rowsOf(dataset, file))).toBe(expected(slug, `${file}.csv`));
    });

    test("shows the contradictions that were planted, and no other error", () => {
      const errors = dataset.findings.filter(({ severity }) => severity === "error");
      expect(
        errors.map(({ rule, table_no }) => ({ rule, table: table_no })).toSorted(byRule),
      ).toEqual(planted(slug).toSorted(byRule));
    });
  });
});

function expected(slug: string, name: string): string {
  return readFileSync(join(folder, slug, "expected", name), "utf8");
}

function rowsOf(dataset: DocumentDataset, file: ExpectedFile): readonly Row[] {
  const rows: readonly object[] = file === "documents" ? [dataset.document] : dataset[file];
  return rows.map((row) => ({ ...row }));
}

interface Planted {
  readonly rule: string;
  readonly table: number | null;
}

function planted(slug: string): readonly Planted[] {
  const all: readonly Contradiction[] = JSON.parse(expected(slug, "contradictions.json"));
  return all
    .filter(({ severity }) => severity === "error")
    .map(({ rule, table = null }) => ({ rule, table }));
}

function byRule(a: Planted, b: Planted): number {
  return a.rule.localeCompare(b.rule) || (a.table ?? 0) - (b.table ?? 0);
}
