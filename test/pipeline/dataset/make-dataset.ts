import { NOT_ENCODED, OF_NO_GOVERNMENT } from "../../../pipeline/model/records/amounts.js";
import { TABLE_OF_NO_GOVERNMENT } from "../../../pipeline/model/records/tables.js";
import { assemble, failed } from "../../../pipeline/dataset/write/assemble.js";
import type { Read } from "../../../pipeline/dataset/write/assemble.js";
import type { DocumentDataset } from "../../../pipeline/dataset/dataset.js";
import { sourceOf } from "../../../pipeline/dataset/source.js";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { gridOf } from "../../../pipeline/model/grid.js";
import type { Cell } from "../../../pipeline/model/document.js";
import type { ReadTable, Reading } from "../../../pipeline/model/reading.js";
import { READ_FILES } from "../../../pipeline/model/records/registry.js";
import type { Placed, ReadRecords } from "../../../pipeline/model/records/registry.js";
import { objectOf } from "../../../pipeline/model/object-of.js";
import type { CellUse, TableKind } from "../../../pipeline/model/table-kind.js";

const ABOUT: Reading["about"] = {
  title: "云溪县教育局2024年部门预算",
  issuer_name: "云溪县教育局",
  issuer_code: "301",
  region_code: null,
  region_name: null,
  fiscal_year: 2024,
  stage: "budget",
  scope: "department",
  published_on: "2024-02-01",
  approved_on: null,
  approval_reference: null,
};

const KIND: TableKind = {
  kind: "budget_summary",
  name: "收支预算总表",
  names: ({ caption }) => caption === "收支预算总表",
  fits: () => true,
  shows: () => true,
  read: () => ({ ledger: [], findings: [] }),
};

export function cell(row: number, column: number, text: string): Cell {
  const at = { type: "flow", path: `table 1 / row ${row + 1} / cell ${column + 1}` } as const;
  return { row, column, rowSpan: 1, columnSpan: 1, text, at };
}

export function table(number: number, over: Partial<TableParts> = {}): ReadTable {
  const { cells, ledger, known, record } = { ...PARTS, ...over };
  const rowCount = Math.max(...cells.map((each) => each.row + each.rowSpan));
  const columnCount = Math.max(...cells.map((each) => each.column + each.columnSpan));
  const at = { type: "flow", path: `table ${number}` } as const;
  const grid = gridOf({ type: "table", rowCount, columnCount, cells, at });
  return {
    kind: known ? KIND : undefined,
    ledger,
    printed: { ...PRINTED, number, grid },
    record: { ...TABLE_RECORD, table_no: number, rows: rowCount, columns: columnCount, ...record },
  };
}

interface TableParts {
  readonly cells: readonly Cell[];
  readonly ledger: readonly CellUse[];
  readonly known: boolean;
  readonly record: Partial<Placed<"tables">>;
}

const PARTS: TableParts = {
  cells: [cell(0, 0, "项目"), cell(0, 1, "预算数"), cell(1, 0, "支出总计"), cell(1, 1, "12.5")],
  ledger: [
    { row: 0, column: 0, use: "ignored", reason: "header" },
    { row: 0, column: 1, use: "used" },
    { row: 1, column: 0, use: "used" },
    { row: 1, column: 1, use: "used" },
  ],
  known: true,
  record: {},
};

const PRINTED = {
  caption: "收支预算总表",
  captionNumber: null,
  unit: "万元",
  inheritedUnit: null,
  issuerCode: null,
  issuerName: null,
  fiscalYear: null,
  asOf: null,
  columns: [
    { index: 0, path: ["项目"] },
    { index: 1, path: ["金额", "预算数"] },
  ],
  cornerRows: [],
  headerRows: [0],
  bodyRows: [1],
  sectionNo: 1,
  sectionKind: null,
  following: [],
  document: { fiscalYear: 2024, stage: "budget", phase: "budget", scope: null },
} as const;

const TABLE_RECORD: Placed<"tables"> = {
  table_no: 1,
  section_no: 1,
  kind: "budget_summary",
  caption: "收支预算总表",
  unit_raw: "万元",
  issuer_code: null,
  issuer_name: null,
  fiscal_year: null,
  page_first: null,
  page_last: null,
  rows: 2,
  columns: 2,
  header_rows: 1,
  ...TABLE_OF_NO_GOVERNMENT,
};

export const AMOUNT: Placed<"amounts"> = {
  table_no: 1,
  table_kind: "budget_summary",
  row: 1,
  column: 1,
  page: null,
  label: "支出总计",
  side: "expenditure",
  classification: null,
  code: null,
  level: null,
  measure: "total",
  phase: "budget",
  item: null,
  measure_raw: "金额 / 预算数",
  amount: "125000",
  raw: "12.5",
  unit_raw: "万元",
  value: null,
  value_unit: null,
  ...OF_NO_GOVERNMENT,
  ...NOT_ENCODED,
};

export function reading(over: Partial<Reading> = {}): Reading {
  const at = { type: "line", line: 1 } as const;
  return {
    document: {
      blocks: [
        { type: "paragraph", text: "云溪县教育局2024年部门预算", at },
        { type: "paragraph", text: "一、部门职责", at },
        { type: "paragraph", text: "本部门负责全县教育工作。", at },
      ],
      pages: [],
      ignored: [{ text: "— 1 —", reason: "page number", at }],
    },
    about: ABOUT,
    sections: [
      {
        section_no: 1,
        parent_no: null,
        level: 1,
        ordinal: "一",
        title: "部门职责",
        kind: "duties",
        page: null,
        block: 1,
      },
    ],
    tables: [table(1)],
    ...objectOf<ReadRecords>(READ_FILES, () => []),
    amounts: [AMOUNT],
    findings: [],
    ...over,
  };
}

export function read(text: string, over: Partial<Read> = {}): Read {
  return {
    source: sourceOf(new TextEncoder().encode(text), `${text}.txt`),
    extractor: "text",
    mediaType: "text/plain",
    ocr: false,
    ocrUse: null,
    reading: reading(),
    findings: [],
    coverage: [{ rule: "adds_up", outcome: "passed", compared: 1, findings: 0 }],
    ...over,
  };
}

/** The dataset of an invented document whose bytes are this text. */
export function dataset(text: string, over: Partial<Read> = {}): DocumentDataset {
  return assemble(read(text, over));
}

export function failedDataset(text: string): DocumentDataset {
  const source = sourceOf(new TextEncoder().encode(text), `${text}.bin`);
  return failed(
    source,
    new UnreadableSource("unknown_format", {
      en: "not a format that is read",
      zh: "不是可读取的格式",
    }),
  );
}
