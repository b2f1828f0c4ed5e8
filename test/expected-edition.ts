import { beforeAll, expect, test } from "vitest";
import type { DocumentDataset } from "../index.js";
import { printJson } from "../pipeline/dataset/json.js";
import { validate } from "../pipeline/dataset/validate.js";
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

/** What an edition cannot tell, and why: it is not compared there. */
export interface Untold {
  readonly file: ExpectedFile;
  /** The whole file where none is named. */
  readonly column?: string;
  readonly reason: string;
}

/** One edition of a disclosure, in whatever format. */
export interface Edition {
  readonly disclosure: Disclosure;
  readonly read: () => Promise<DocumentDataset>;
  readonly untold?: readonly Untold[];
  /** Its format does not keep merged cells. */
  readonly withoutGrids?: boolean;
}

/** Registers the tests of an edition: its records, grids and contradictions are those that its description means. */
export function givesWhatIsMeant({ disclosure, read, untold = [], withoutGrids }: Edition): void {
  let dataset: DocumentDataset;
  beforeAll(async () => {
    dataset = await read();
  });

  const told = EXPECTED_FILES.filter((file) =>
    untold.every((one) => one.file !== file || one.column !== undefined),
  );
  test.each(told)("gives the expected %s", (file) => {
    const columns = statedColumns(file).filter(
      (column) => !untold.some((one) => one.file === file && one.column === column),
    );
    expect(csv(columns, rowsOf(dataset, file))).toBe(csv(columns, expectationOf(disclosure)[file]));
  });

  test.skipIf(withoutGrids === true)("has the grids as they were printed", () => {
    const sheets = disclosure.pieces.filter((piece) => piece.type === "sheet");
    const whole = sheets.flatMap(({ parts: [part, ...others] }, at) =>
      part === undefined || others.length > 0 ? [] : [{ part, table: dataset.tables[at] }],
    );
    expect(whole.map(({ table }) => cellsRead(table))).toEqual(
      whole.map(({ part }) => cellsPrinted(part)),
    );
  });

  test("prints its cells, which no schema copied, as the schema orders them", () => {
    expect(printJson(dataset) === printJson(validate(dataset))).toBe(true);
  });

  test("shows the contradictions that were planted, and no other error", () => {
    expect(found(dataset, "error")).toEqual(planted(disclosure, "error"));
    expect(found(dataset, "warning")).toEqual(
      expect.arrayContaining([...planted(disclosure, "warning")]),
    );
  });
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
