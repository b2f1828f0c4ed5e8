import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { extract, type DocumentDataset } from "../index.js";
import type { Cell } from "../pipeline/model/document.js";
import { csv } from "../samples/generator/csv.js";
import type { Disclosure, Part } from "../samples/generator/description.js";
import {
  EXPECTED_FILES,
  expectationOf,
  statedColumns,
  type ExpectedFile,
  type Row,
} from "../samples/generator/expectation.js";
import { cellsOf } from "../samples/generator/grid.js";
import { WITH_XLS } from "../samples/generator/files.js";
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

interface Untold {
  readonly edition: string;
  readonly file: ExpectedFile;
  readonly column: string;
  readonly reason: string;
}

/** What an edition cannot tell: columns that are not compared there. */
const UNTOLD: readonly Untold[] = [
  {
    edition: "numbered-forms-2018/source.txt",
    file: "amounts",
    column: "measure_raw",
    reason: "plain text does not say that the label 支出合计 spans four columns",
  },
];

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
  let dataset: DocumentDataset;
  beforeAll(async () => {
    dataset = await extract(join(folder, edition));
  });

  test.each(EXPECTED_FILES)("gives the expected %s", (file) => {
    const columns = statedColumns(file).filter((column) => isTold(edition, file, column));
    expect(csv(columns, rowsOf(dataset, file))).toBe(csv(columns, expectationOf(disclosure)[file]));
  });

  test.skipIf(edition.endsWith(".txt"))("has the grids as they were printed", () => {
    const sheets = disclosure.pieces.filter((piece) => piece.type === "sheet");
    const whole = sheets.flatMap(({ parts: [part, ...others] }, at) =>
      part === undefined || others.length > 0 ? [] : [{ part, table: dataset.tables[at] }],
    );
    expect(whole.map(({ table }) => cellsRead(table))).toEqual(
      whole.map(({ part }) => cellsPrinted(part)),
    );
  });

  test("shows the contradictions that were planted, and no other error", () => {
    expect(found(dataset, "error")).toEqual(planted(disclosure, "error"));
    expect(found(dataset, "warning")).toEqual(
      expect.arrayContaining([...planted(disclosure, "warning")]),
    );
  });
});

function isTold(edition: string, file: ExpectedFile, column: string): boolean {
  return !UNTOLD.some(
    (one) => one.edition === edition && one.file === file && one.column === column,
  );
}

function rowsOf(dataset: DocumentDataset, file: ExpectedFile): readonly Row[] {
  const rows: readonly object[] = file === "documents" ? [dataset.document] : dataset[file];
  return rows.map((row) => ({ ...row }));
}

/** Row, column, rows, columns and text of each cell, blanks and line ends aside. */
function cellsPrinted({ rows }: Part): readonly string[] {
  return rows.flatMap((_, row) =>
    cellsOf(rows, row)
      .filter(({ continues }) => !continues)
      .map((cell) => cellKey({ row, ...cell })),
  );
}

function cellsRead(table: DocumentDataset["tables"][number] | undefined): readonly string[] {
  return (table?.cells ?? []).map(cellKey);
}

type Spanning = Pick<Cell, "row" | "column" | "rowSpan" | "columnSpan" | "text">;

function cellKey({ row, column, rowSpan, columnSpan, text }: Spanning): string {
  return `${row}/${column} ${rowSpan}×${columnSpan} ${text.replace(/\s/gu, "")}`;
}

type Weight = "error" | "warning";

/** `rule, table` of each, sorted. */
function found(dataset: DocumentDataset, weight: Weight): readonly string[] {
  const findings = dataset.findings.filter(({ severity }) => severity === weight);
  return findings.map(({ rule, table_no }) => `${rule}, table ${table_no}`).toSorted();
}

function planted({ contradictions = [] }: Disclosure, weight: Weight): readonly string[] {
  const own = contradictions.filter(({ severity }) => severity === weight);
  return own.map(({ rule, table }) => `${rule}, table ${table}`).toSorted();
}
