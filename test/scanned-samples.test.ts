import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { extract, type DocumentDataset, type OcrOptions } from "../index.js";
import { csv } from "../samples/generator/csv.js";
import {
  EXPECTED_FILES,
  expectationOf,
  statedColumns,
  type ExpectedFile,
  type Row,
} from "../samples/generator/expectation.js";
import { disclosures, sampleFiles } from "../samples/generator/index.js";
import { recognizedPages } from "./recognized-pages.js";
import { scanOf, type ScanFormat } from "./scans/make-scan.js";

/** A scanned edition of a sample: of the whole, or of the pages of some of its tables. */
interface Scan {
  readonly slug: string;
  readonly format: ScanFormat;
  readonly pages: readonly number[];
  /** The tables on these pages; all of them where the whole was scanned. */
  readonly tables?: readonly number[];
}

const SCANS: readonly Scan[] = [
  { slug: "corner-rows-2020", format: "pdf", pages: [1, 2, 3, 4] },
  { slug: "yuan-2025", format: "tiff", pages: [10, 11], tables: [3] },
  { slug: "accounts-2024", format: "png", pages: [3], tables: [1] },
];

/** OCR takes seconds a page, and more where others use the machine. */
const PATIENCE = 600_000;
const ocr: OcrOptions = { cache: recognizedPages };
const rewrite = process.env["UPDATE_SCANS"] === "1";
const pathOf = ({ slug, format }: Scan) =>
  join(import.meta.dirname, "..", "samples", slug, `source.scan.${format}`);

describe.each(SCANS)("the $format scan of $slug", (scan) => {
  const path = pathOf(scan);
  const disclosure = disclosures.find(({ slug }) => slug === scan.slug);
  if (disclosure === undefined) throw new Error(`There is no sample ${scan.slug}.`);
  const expected = expectationOf(disclosure);
  let dataset: DocumentDataset;
  beforeAll(async () => {
    if (rewrite) {
      const pdf = sampleFiles(disclosure).get("source.pdf") ?? new Uint8Array();
      writeFileSync(path, await scanOf(pdf, scan.pages, scan.format));
    }
    dataset = await extract(path, { ocr });
  }, PATIENCE);

  test("is committed, and small", () => {
    expect(existsSync(path), `${path} is missing: run with UPDATE_SCANS=1`).toBe(true);
    expect(statSync(path).size).toBeLessThan(1_000_000);
  });

  test("has no text of its own: all was read from pictures", () => {
    expect(readFileSync(path).includes("/Font")).toBe(false);
    expect(dataset.document.ocr).toBe(true);
    expect(dataset.document.pages).toBe(scan.pages.length);
    const { rule, message } = dataset.findings[0] ?? {};
    expect([rule, message]).toEqual(["pages_recognized", expect.stringContaining("ppocr")]);
  });

  const files = scan.tables === undefined ? EXPECTED_FILES : (["amounts"] as const);
  test.each(files)("gives the expected %s", (file) => {
    const columns = statedColumns(file);
    const rows = expected[file].flatMap((row) => renumbered(row, scan.tables));
    expect(printed(columns, rowsOf(dataset, file))).toBe(printed(columns, rows));
  });

  test("shows no contradiction", () => {
    expect(dataset.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("says of each record how surely it was read", () => {
    const records = [...dataset.amounts, ...dataset.indicators, ...dataset.figures];
    expect(records.length).toBeGreaterThan(10);
    for (const { confidence } of records) expect(Number(confidence)).toBeGreaterThan(0);
  });
});

/** Amounts that a picture gives, as they were meant. */
async function amountsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { amounts } = await extract(bytes, { ocr });
  return amounts.map(({ measure_raw: measure, label, amount }) => `${label} ${measure} ${amount}`);
}

describe("a page that was put in otherwise gives the same amounts", () => {
  const upright = { slug: "accounts-2024", format: "png", pages: [3] } as const;
  let expected: readonly string[];
  beforeAll(async () => {
    expected = await amountsOf(readFileSync(pathOf(upright)));
  }, PATIENCE);

  test.each([90, 180])(
    "turned by %s degrees",
    async (degrees) => {
      const page = sharp(readFileSync(pathOf(upright))).rotate(degrees);
      expect(expected.length).toBeGreaterThan(10);
      expect(await amountsOf(await page.png().toBuffer())).toEqual(expected);
    },
    PATIENCE,
  );

  test(
    "beside the next page, on one sheet",
    async () => {
      const tiff = pathOf({ slug: "yuan-2025", format: "tiff", pages: [10, 11] });
      const [left, right] = await Promise.all(
        [0, 1].map((page) => sharp(tiff, { page }).png().toBuffer()),
      );
      const { width, height } = await sharp(left).metadata();
      const sheet = sharp({
        create: { width: 2 * width, height, channels: 3, background: "white" },
      })
        .composite([
          { input: left, left: 0, top: 0 },
          { input: right, left: width, top: 0 },
        ])
        .withMetadata({ density: 200 });
      expect(await amountsOf(await sheet.png().toBuffer())).toEqual(
        await amountsOf(readFileSync(tiff)),
      );
    },
    PATIENCE,
  );
});

/** A row of a table that the scan shows, by its number there; no other row. */
function renumbered(row: Row, tables: readonly number[] | undefined): Row[] {
  if (tables === undefined) return [row];
  const at = tables.indexOf(Number(row["table_no"]));
  return at === -1 ? [] : [{ ...row, table_no: at + 1 }];
}

function rowsOf(dataset: DocumentDataset, file: ExpectedFile): readonly Row[] {
  const rows: readonly object[] = file === "documents" ? [dataset.document] : dataset[file];
  return rows.map((row) => ({ ...row }));
}

/** As CSV; the width of signs (＞ or >) cannot be seen in a picture, nor where a blank stands. */
function printed(columns: readonly string[], rows: readonly Row[]): string {
  return csv(columns, rows).normalize("NFKC").replaceAll(" ", "");
}
