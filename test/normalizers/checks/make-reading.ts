import { FIGURE_OF_NO_GOVERNMENT } from "../../../pipeline/model/records/figures.js";
import { NOT_ENCODED, OF_NO_GOVERNMENT } from "../../../pipeline/model/records/amounts.js";
import { TABLE_OF_NO_GOVERNMENT } from "../../../pipeline/model/records/tables.js";
import { expect } from "vitest";
import type { Block, Document, Table } from "../../../pipeline/model/document.js";
import { kinds } from "../../../normalizers/forms/table-kinds.js";
import { gridOf } from "../../../pipeline/model/grid.js";
import type { About, Reading, ReadTable, Section } from "../../../pipeline/model/reading.js";
import { READ_FILES } from "../../../pipeline/model/records/registry.js";
import type { Placed, ReadRecords } from "../../../pipeline/model/records/registry.js";
import { objectOf } from "../../../pipeline/model/object-of.js";
import type { TableKindName } from "../../../pipeline/model/records/vocabulary.js";
import type { CellUse, PrintedTable } from "../../../pipeline/model/table-kind.js";

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
    ...objectOf<ReadRecords>(READ_FILES, () => []),
    findings: [],
    ...parts,
    about: { ...ABOUT, ...parts.about },
  };
}

/** What a check gives where it finds nothing to compare. */
export const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};

/** A reading of prose alone, all in one section. */
export function said(...paragraphs: readonly string[]): Reading {
  return reading({ document: prose(paragraphs), sections: [section({ block: 0 })] });
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
function grid(rows: readonly (readonly string[])[]): Table {
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
    document: { fiscalYear: 2025, stage: "budget", phase: "budget", scope: null },
    ...printed,
  };
  return { printed: whole, kind: undefined, record: tableRecord(whole, kind), ledger: [] };
}

/** A table that its kind has read, with what became of some of its cells. */
export function known(parts: TableParts, ledger: readonly CellUse[] = []): ReadTable {
  return { ...table(parts), kind: kinds.find(({ kind }) => kind === parts.kind), ledger };
}

/** A form with nothing under its header. */
export function captioned(
  kind: TableKindName,
  caption: string | null,
  printed: Partial<PrintedTable> = {},
): ReadTable {
  return table({ kind, rows: [["项目", "金额"]], printed: { caption, ...printed } });
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
    ...TABLE_OF_NO_GOVERNMENT,
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
    value: null,
    value_unit: null,
    ...OF_NO_GOVERNMENT,
    ...NOT_ENCODED,
    ...parts,
  };
}

/** `16.20` 万元 in yuan. */
function yuan(wan: string): string {
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
    ...FIGURE_OF_NO_GOVERNMENT,
    ...parts,
  };
}

/** A project sheet with nothing on it. */
export function project(parts: Partial<Placed<"projects">>): Placed<"projects"> {
  return {
    table_no: 1,
    number: null,
    project_code: null,
    project_name: "图书购置",
    issuer_code: null,
    issuer_name: null,
    budget_total: null,
    budget_fiscal: null,
    budget_other: null,
    budget_source: null,
    purpose: null,
    plan_march: null,
    plan_june: null,
    plan_october: null,
    plan_december: null,
    goals: null,
    ...parts,
  };
}

/** A target that is read; `target_raw` says how it was printed. */
export function indicator(parts: Partial<Placed<"indicators">>): Placed<"indicators"> {
  return {
    table_no: 1,
    row: 2,
    page: 5,
    scope: "project",
    project_code: null,
    project_name: "图书购置",
    activity_code: null,
    activity_name: null,
    level1: "产出指标",
    level2: "质量指标",
    level3: "合格率",
    level1_code: "output",
    level2_code: "quality",
    description: null,
    grade: null,
    target_kind: "number",
    operator: "eq",
    value: "95",
    value_max: null,
    unit: "%",
    value_base: "95",
    value_max_base: null,
    unit_base: "%",
    target_text: null,
    symbol_raw: null,
    target_raw: "95%",
    weight: null,
    basis: null,
    actual_value: null,
    score: null,
    ...parts,
  };
}

/** A reading of targets alone. */
export function targets(...all: readonly Partial<Placed<"indicators">>[]): Reading {
  return reading({ indicators: all.map(indicator) });
}

/** A row of the procurement budget. */
export function item(parts: Partial<Placed<"procurement_items">>): Placed<"procurement_items"> {
  return {
    table_no: 1,
    row: 2,
    page: 6,
    row_kind: "item",
    label: null,
    project_name: null,
    project_budget: null,
    item_name: "台式计算机",
    catalogue_code: "A02010105",
    unit: "台",
    quantity: null,
    unit_price: null,
    amount_total: null,
    amount_current_year: null,
    amount_general_public: null,
    amount_government_fund: null,
    amount_state_capital: null,
    amount_special_account: null,
    amount_unit_funds: null,
    amount_carryover: null,
    amount_non_fiscal_carryover: null,
    amount_other_income: null,
    amount_other_channels: null,
    sme_reserved: null,
    category: null,
    economic_classification: null,
    organization_form: null,
    method: null,
    ...parts,
  };
}
