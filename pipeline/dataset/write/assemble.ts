import type { Coverage } from "../../model/check.js";
import type { Document } from "../../model/document.js";
import type { UnreadableSource } from "../../model/errors.js";
import { type Finding, sentencesOf, type Where } from "../../model/finding.js";
import type { ReadTable, Reading, Section } from "../../model/reading.js";
import { PROSE_FILES, TABLE_FILES, columnsOf } from "../../model/records/registry.js";
import type { DatasetRecord, RecordFile } from "../../model/records/registry.js";
import { VERSION } from "../../model/version.js";
import { confidencesOf } from "./confidence.js";
import { SCHEMA } from "../dataset.js";
import type { DocumentDataset, MadeWith, OcrUse } from "../dataset.js";
import { UNSEEN } from "../sightings.js";
import { originOf, sourceColumns } from "../source.js";
import type { Source } from "../source.js";
import { validate, validateRead } from "../validate.js";
import type { CellLists } from "../validate.js";

/** A document that was read, with all that the checks said of it. */
export interface Read {
  readonly source: Source;
  /** `Format.name` and `Format.mediaType` of the format that read it. */
  readonly extractor: string;
  readonly mediaType: string;
  /** Whether any text was recognized from images. */
  readonly ocr: boolean;
  /** How pages were to be read by OCR; null where the document has none. */
  readonly ocrUse: OcrUse | null;
  /** The library that read it, where its format has several. */
  readonly pdfEngine?: string | undefined;
  /** The digest of the corrections that were applied. */
  readonly corrections?: string | undefined;
  /** Whether files beside it were looked for. */
  readonly besideUsed?: boolean;
  readonly reading: Reading;
  /** Every finding to publish: of the extractor, the reading and the checks. */
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
}

/**
 * The dataset of a document that was read.
 *
 * @throws InvalidRecord where a record does not fit its schema
 */
export function assemble(read: Read): DocumentDataset {
  const { reading, source } = read;
  const of = <T extends object>(records: readonly T[]) => owned(source.document_id, records);
  const cells = countCells(reading.tables);
  const dataset = {
    schema: SCHEMA,
    made_by: {
      version: VERSION,
      limits: null,
      ocr: read.ocrUse,
      pdf_engine: read.pdfEngine,
      corrections: read.corrections,
      ...(read.besideUsed === true ? { beside: true } : {}),
    },
    document: documentOf(read, cells),
    origins: [originOf(source)],
    cells,
    coverage: read.coverage.map(coverageOf),
    findings: read.findings.map((finding) => findingOf(source.document_id, finding)),
    sections: of(reading.sections.map(sectionOf)),
    tables: of(reading.tables.map(tableOf)),
    ...recordsOf(read),
    prose: proseOf(reading.document, reading.sections),
    files: reading.document.files,
    pages: reading.document.pages.length === 0 ? undefined : reading.document.pages,
    ignored: reading.document.ignored,
  };
  return validateRead(dataset, reading.tables.map(cellListsOf));
}

/**
 * The dataset of a source that could not be read: its row of documents.csv and nothing else. Options
 * are given where one of them may have been the reason.
 */
export function failed(
  source: Source,
  error: UnreadableSource,
  { limits = null, ocr = null, pdf_engine }: Partial<MadeWith> = {},
): DocumentDataset {
  return validate({
    schema: SCHEMA,
    made_by: { version: VERSION, limits, ocr, pdf_engine },
    document: {
      ...UNKNOWN,
      ...sourceColumns(source),
      status: "failed",
      error_code: error.code,
      error_message: error.says.en,
      error_message_zh: error.says.zh,
    },
    origins: [originOf(source)],
    cells: { printed: 0, used: 0, ignored: 0, reported: 0, not_understood: 0 },
    ...EMPTY,
  });
}

const UNKNOWN = {
  media_type: null,
  pages: null,
  extractor: null,
  ocr: null,
  title: null,
  issuer_name: null,
  issuer_code: null,
  region_code: null,
  region_name: null,
  fiscal_year: null,
  stage: null,
  scope: null,
  published_on: null,
  approved_on: null,
  approval_reference: null,
  cells: null,
  cells_understood: null,
  ...UNSEEN,
};

/** Nothing but the document; families of records that are not named have none. */
const EMPTY = {
  coverage: [],
  findings: [],
  sections: [],
  tables: [],
  prose: [],
  ignored: [],
};

function owned<T extends object>(document_id: string, records: readonly T[]) {
  return records.map((record) => ({ document_id, ...record }));
}

/** The records of all that was read, by the name of their file. */
function recordsOf({ reading, source }: Read) {
  const { inTable, inProse } = confidencesOf(reading);
  const of = (records: readonly object[]) => owned(source.document_id, records);
  return Object.fromEntries([
    ...TABLE_FILES.map((file) => [file, of(sure(file, reading[file], inTable))] as const),
    ...PROSE_FILES.map((file) => [file, of(sure(file, reading[file], inProse))] as const),
  ]);
}

/** Records with how surely they were recognized, where their file has a column for it. */
function sure<T extends object>(
  file: RecordFile,
  records: readonly T[],
  confidenceOf: (record: T) => string | null,
): readonly T[] {
  if (!columnsOf(file).includes("confidence")) return records;
  return records.map((record) => ({ ...record, confidence: confidenceOf(record) }));
}

function documentOf(read: Read, cells: CellCount): DatasetRecord<"documents"> {
  const pages = read.reading.document.pages.length;
  return {
    ...sourceColumns(read.source),
    ...read.reading.about,
    media_type: read.mediaType,
    pages: pages === 0 ? null : pages,
    extractor: read.extractor,
    ocr: read.ocr,
    status: statusOf(read.findings, cells),
    error_code: null,
    error_message: null,
    error_message_zh: null,
    cells: cells.printed,
    cells_understood: cells.used + cells.ignored,
    ...UNSEEN,
  };
}

type CellCount = DocumentDataset["cells"];

/** `ok`: every cell is understood or ignored for a reason, and no finding contradicts or tells of anything unread. */
function statusOf(findings: readonly Finding[], cells: CellCount): "ok" | "partial" {
  const doubted = findings.some(
    ({ severity, leavesUnread }) => severity === "error" || leavesUnread === true,
  );
  const unread = cells.reported > 0 || unaccounted(cells) > 0;
  return doubted || unread ? "partial" : "ok";
}

/** Cells of known tables that their ledger does not hold: a fault of a reader. */
function unaccounted({
  printed,
  used,
  ignored,
  reported,
  not_understood: rest,
}: CellCount): number {
  return printed - used - ignored - reported - rest;
}

function countCells(tables: readonly ReadTable[]): CellCount {
  const known = tables.filter(({ kind }) => kind !== undefined);
  const uses = known.flatMap(({ ledger }) => ledger.map(({ use }) => use));
  const among = (use: string) => uses.filter((each) => each === use).length;
  const printed = sum(tables.map(printedCells));
  return {
    printed,
    used: among("used"),
    ignored: among("ignored"),
    reported: among("reported"),
    not_understood: printed - sum(known.map(printedCells)),
  };
}

function printedCells({ printed }: ReadTable): number {
  return printed.grid.cells.filter(({ text }) => text.trim() !== "").length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function sectionOf(section: Section): Omit<Section, "block"> {
  const { section_no, parent_no, level, ordinal, title, kind, page } = section;
  return { section_no, parent_no, level, ordinal, title, kind, page };
}

function tableOf({ printed, record }: ReadTable) {
  const header = printed.columns.map(({ index, path }) => ({ column: index, path }));
  return { ...record, header };
}

function cellListsOf({ printed, ledger }: ReadTable): CellLists {
  return { cells: printed.grid.cells, ledger };
}

/** A reason is put into words here. */
function coverageOf({ reason, ...counted }: Coverage): DocumentDataset["coverage"][number] {
  return reason === undefined ? counted : { ...counted, reason: reason.en, reason_zh: reason.zh };
}

type Placed = Pick<
  DatasetRecord<"findings">,
  "table_no" | "section_no" | "row" | "column" | "page"
>;

function placeOf(where: Where): Placed {
  return {
    table_no: where.table_no ?? null,
    section_no: where.section_no ?? null,
    row: where.row ?? null,
    column: where.column ?? null,
    page: where.page ?? null,
  };
}

/** A finding is put into words here. */
function findingOf(document_id: string, finding: Finding) {
  const { en: message, zh: message_zh } = sentencesOf(finding);
  return {
    document_id,
    ...placeOf(finding),
    rule: finding.rule,
    severity: finding.severity,
    message,
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    message_zh,
    facts: finding.facts,
    related: (finding.related ?? []).map(({ name, ...where }) => ({ name, ...placeOf(where) })),
  };
}

function proseOf(document: Document, sections: readonly Section[]): DocumentDataset["prose"] {
  const headings = new Map(sections.map(({ block, section_no }) => [block, section_no]));
  let section_no: number | null = null;
  return document.blocks.flatMap((block, index) => {
    const heading = headings.get(index);
    if (heading !== undefined) {
      section_no = heading;
      return [];
    }
    if (block.type !== "paragraph") return [];
    const contents = block.contents === true ? { contents: true as const } : {};
    const recognized = block.recognized === undefined ? {} : { recognized: block.recognized };
    return [{ text: block.text, section_no, ...contents, at: block.at, ...recognized }];
  });
}
