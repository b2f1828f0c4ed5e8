import type { Block, Document, Table } from "../../../pipeline/document.js";
import { gridOf } from "../../../pipeline/grid.js";
import type { About, Reading, ReadTable, Section } from "../../../pipeline/reading.js";
import type { Placed, TableKindName } from "../../../pipeline/records.js";
import type { PrintedTable } from "../../../pipeline/table-kind.js";

const ABOUT: About = {
  title: "云溪县财政局2025年部门预算",
  issuer_name: "云溪县财政局",
  issuer_code: null,
  region_code: null,
  region_name: null,
  fiscal_year: 2025,
  stage: "budget",
  scope: "department",
  published_on: null,
  approved_on: null,
  approval_reference: null,
};

/** A reading that holds only what a test is about. */
export function reading(
  parts: Partial<Omit<Reading, "about">> & { about?: Partial<About> },
): Reading {
  return {
    document: prose([]),
    sections: [],
    tables: [],
    amounts: [],
    projects: [],
    activities: [],
    indicators: [],
    procurement_items: [],
    assets: [],
    organizations: [],
    figures: [],
    findings: [],
    ...parts,
    about: { ...ABOUT, ...parts.about },
  };
}

/** A document of paragraphs, one line each. */
export function prose(paragraphs: readonly string[]): Document {
  const blocks = paragraphs.map((text, index): Block => ({
    type: "paragraph",
    text,
    at: { type: "line", line: index + 1 },
  }));
  return { blocks, pages: [], ignored: [] };
}

/** A grid of plain cells. */
export function grid(rows: readonly (readonly string[])[]): Table {
  return {
    type: "table",
    rowCount: rows.length,
    columnCount: Math.max(...rows.map(({ length }) => length)),
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        at: { type: "flow", path: `table 1 / row ${row + 1} / cell ${column + 1}` } as const,
      })),
    ),
    at: { type: "flow", path: "table 1" },
  };
}

export interface TableParts {
  readonly number?: number;
  readonly kind: TableKindName;
  readonly rows: readonly (readonly string[])[];
  readonly headerRows?: readonly number[];
  readonly printed?: Partial<PrintedTable>;
}

/** A recognized table with its grid; the first row is its header. */
export function table({
  number = 1,
  kind,
  rows,
  headerRows = [0],
  printed = {},
}: TableParts): ReadTable {
  const bodyRows = rows.map((_, row) => row).filter((row) => !headerRows.includes(row));
  const whole: PrintedTable = {
    number,
    grid: gridOf(grid(rows)),
    caption: null,
    captionNumber: null,
    unit: "万元",
    inheritedUnit: null,
    issuerCode: null,
    issuerName: null,
    fiscalYear: null,
    asOf: null,
    columns: [],
    cornerRows: [],
    headerRows,
    bodyRows,
    sectionNo: null,
    sectionKind: null,
    following: [],
    document: { fiscalYear: 2025, stage: "budget", phase: "budget" },
    ...printed,
  };
  return { printed: whole, kind: undefined, record: tableRecord(whole, kind), ledger: [] };
}

function tableRecord(printed: PrintedTable, kind: TableKindName): Placed<"tables"> {
  return {
    table_no: printed.number,
    section_no: printed.sectionNo,
    kind,
    caption: printed.caption,
    unit_raw: printed.unit,
    issuer_code: printed.issuerCode,
    issuer_name: printed.issuerName,
    fiscal_year: printed.fiscalYear,
    page_first: 3,
    page_last: 3,
    rows: printed.grid.rowCount,
    columns: printed.grid.columnCount,
    header_rows: printed.headerRows.length,
  };
}

/** An amount printed in 万元. */
export function amount(
  wan: string,
  parts: Partial<Placed<"amounts">> & { table_kind: TableKindName },
): Placed<"amounts"> {
  return {
    table_no: 1,
    row: 1,
    column: 1,
    page: 3,
    label: "合计",
    side: "expenditure",
    classification: null,
    code: null,
    level: null,
    measure: "total",
    phase: "budget",
    item: null,
    measure_raw: "合计",
    amount: yuan(wan),
    raw: wan,
    unit_raw: "万元",
    ...parts,
  };
}

/** `16.20` 万元 in yuan. */
export function yuan(wan: string): string {
  return String(Math.round(Number(wan) * 10_000));
}

/** A section of prose. */
export function section(parts: Partial<Section>): Section {
  return {
    section_no: 1,
    parent_no: null,
    level: 1,
    ordinal: null,
    title: "部门预算安排的总体情况",
    kind: "budget_overview",
    page: 2,
    block: 0,
    ...parts,
  };
}

/** A figure printed in 万元 in the prose of the document's own year. */
export function figure(
  measure: Placed<"figures">["measure"],
  wan: string,
  parts: Partial<Placed<"figures">> = {},
): Placed<"figures"> {
  return {
    section_no: 1,
    page: 2,
    measure,
    fiscal_year: 2025,
    phase: "budget",
    amount: yuan(wan),
    raw: `${wan}万元`,
    sentence: `${wan}万元。`,
    ...parts,
  };
}
