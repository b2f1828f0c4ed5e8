import type { Document, Table } from "./model/document.js";
import { pageOf } from "./model/document.js";
import { finding, type Finding, type Outcome, type Rule } from "./model/finding.js";
import { joinForms } from "./model/join.js";
import type { About, Reading, ReadTable, Section } from "./model/reading.js";
import { FAMILIES, PROSE_FILES, TABLE_FILES } from "./model/records/registry.js";
import type { Placed, ProseFile, ReadRecords, TableFile } from "./model/records/registry.js";
import { objectOf } from "./model/object-of.js";
import type { Scope, Stage } from "./model/records/vocabulary.js";
import type { DocumentContext, PrintedTable, TableKind, TableReading } from "./model/table-kind.js";

/** What the core does not know itself: how the field's documents are interpreted. */
export interface Interpretation {
  readonly kinds: readonly TableKind[];
  /** Joins the tables that go on over pages; `read` tries a part of the document as it stands. */
  readonly stitch: (document: Document, read: (part: Document) => Reading) => Outcome<Document>;
  /** The table as its layout is best read, where that leaves a choice; `read` tries one reading. */
  readonly chooseTable: (
    table: PrintedTable,
    read: (table: PrintedTable) => Reading,
  ) => Outcome<PrintedTable>;
  readonly kindOfTable: (
    table: PrintedTable,
    kinds: readonly TableKind[],
  ) => Outcome<TableKind | undefined>;
  readonly outline: (document: Document) => Outcome<readonly Section[]>;
  readonly printedTable: (position: {
    readonly document: Document;
    readonly block: number;
    readonly table: Table;
    readonly number: number;
    readonly sections: readonly Section[];
    readonly context: DocumentContext;
  }) => PrintedTable;
  readonly about: (parts: {
    readonly document: Document;
    readonly sections: readonly Section[];
    readonly tables: readonly PrintedTable[];
  }) => Outcome<About>;
  /** Whose and which table one of a whole government is; nothing of any other. */
  readonly ofGovernment: (table: PrintedTable) => GovernmentColumns;
  /** A reader for each file of records that the prose gives. */
  readonly prose: {
    readonly [F in ProseFile]: (prose: Prose) => Outcome<readonly Placed<F>[]>;
  };
}

/** What is told of the tables of whole governments alone. */
export type GovernmentColumns = Pick<
  Placed<"tables">,
  "account" | "coverage" | "edition" | "region_code" | "region_name"
>;

/** What is known of a document when its prose is read. */
export interface Prose {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly fiscalYear: number | null;
  readonly stage: Stage | null;
  readonly scope: Scope | null;
  /** The division that the document is about. */
  readonly regionName: string | null;
  readonly regionCode: string | null;
}

/** Amounts whose unit stands at other tables alone. */
export const inheritedUnit: Rule<{ readonly unit: string }> = {
  id: "inherited_unit",
  severity: "warning",
  about: {
    en: "Every table of money states its own unit.",
    zh: "每张有金额的表都写明自己的单位。",
  },
  say: {
    en: ({ unit }) =>
      `The table states no unit; its amounts are read in ${unit}, the unit of all others in its section or document.`,
    zh: ({ unit }) => `本表未写明单位，金额按同一节或本文档其他各表的单位${unit}读取。`,
  },
};

/** A document in which nothing of a disclosure was found. */
export const nothingRecognized: Rule = {
  id: "nothing_recognized",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "A disclosure has headings, tables of a known kind or figures.",
    zh: "公开文档应有标题、已知种类的表格或金额。",
  },
  say: {
    en: () =>
      "No heading, table of a known kind or figure of a disclosure was found. Check that this is one.",
    zh: () => "没有找到公开材料的标题、已知种类的表格或金额。请核对这是否是公开材料。",
  },
};

const NO_CONTEXT: DocumentContext = {
  fiscalYear: null,
  stage: null,
  phase: null,
  scope: null,
};

/** The story of a document: join its tables, find its outline and the kind of each table, read all. */
export function interpret(printed: Document, how: Interpretation): Reading {
  const stitched = how.stitch(printed, (part) => interpret(part, { ...how, stitch: asItStands }));
  const document = joinForms(stitched.value, how.kinds);
  const sections = how.outline(document);
  const tables = printedTables(document, sections.value, how);
  const about = how.about({ document, sections: sections.value, tables });
  const context = contextOf(about.value);
  const blocks = document.blocks.filter((block) => block.type === "table");
  const readings = tables.map((table, i) =>
    readBest({ ...table, document: context }, blocks[i], { how, about: about.value }),
  );
  const { fiscal_year: fiscalYear, stage, scope } = about.value;
  const { region_name: regionName, region_code: regionCode } = about.value;
  const prose = readProse(
    { document, sections: sections.value, fiscalYear, stage, scope, regionName, regionCode },
    how,
  );
  const known = readings.filter(({ table }) => table.kind !== undefined);
  const parts = [sections.value, known, ...PROSE_FILES.map((file) => prose.value[file])];
  const isEmpty = document.blocks.length > 0 && parts.every(({ length }) => length === 0);
  return {
    document,
    about: about.value,
    sections: sections.value,
    tables: readings.map(({ table }) => table),
    ...objectOf<ReadRecords<TableFile>>(TABLE_FILES, (file) => numbered(readings, file)),
    ...prose.value,
    findings: [
      ...[stitched, sections, about, prose, ...readings].flatMap(({ findings }) => findings),
      ...(isEmpty ? [finding(nothingRecognized, {})] : []),
    ],
  };
}

const asItStands: Interpretation["stitch"] = (document) => ({ value: document, findings: [] });

function printedTables(
  document: Document,
  sections: readonly Section[],
  how: Interpretation,
): readonly PrintedTable[] {
  let number = 0;
  return document.blocks.flatMap((table, block) => {
    if (table.type !== "table") return [];
    number += 1;
    return [how.printedTable({ document, block, table, number, sections, context: NO_CONTEXT })];
  });
}

function contextOf({
  fiscal_year: fiscalYear,
  stage,
  scope,
  region_code: code,
  region_name: name,
}: About): DocumentContext {
  const phase = stage === "final_accounts" ? "accounts" : stage;
  return { fiscalYear, stage, phase, scope, ...(name === null ? {} : { region: { code, name } }) };
}

/** A table with what it gave, and what it doubted. */
interface TableResult {
  readonly table: ReadTable;
  readonly reading: TableReading;
  readonly findings: readonly Finding[];
}

const UNREAD: TableReading = { ledger: [], findings: [] };

/** Reads a table as its layout is best read. */
function readBest(
  printed: PrintedTable,
  block: Table | undefined,
  { how, about }: { readonly how: Interpretation; readonly about: About },
): TableResult {
  const chosen = how.chooseTable(printed, (table) => alone(readTable(table, block, how), about));
  const result = readTable(chosen.value, block, how);
  const placed = chosen.findings.map((found) => ({
    page: result.table.record.page_first,
    ...found,
    table_no: printed.number,
  }));
  return { ...result, findings: [...placed, ...result.findings] };
}

/** A table as all that was read of a document. */
function alone(result: TableResult, about: About): Reading {
  return {
    document: { blocks: [], pages: [], ignored: [] },
    about,
    sections: [],
    tables: [result.table],
    ...objectOf<ReadRecords<TableFile>>(TABLE_FILES, (file) => numbered([result], file)),
    ...objectOf<ReadRecords<ProseFile>>(PROSE_FILES, () => []),
    findings: result.findings,
  };
}

function readTable(
  printed: PrintedTable,
  block: Table | undefined,
  how: Interpretation,
): TableResult {
  const told = how.kindOfTable(printed, how.kinds);
  const kind = told.value;
  const reading = kind?.read(printed) ?? UNREAD;
  const record = { ...tableRecord(printed, kind, block), ...how.ofGovernment(printed) };
  const doubts = [...told.findings, ...unitFindings(printed, reading), ...reading.findings];
  const findings = doubts.map((found) => ({
    page: record.page_first,
    ...found,
    table_no: printed.number,
  }));
  return { table: { printed, kind, record, ledger: reading.ledger }, reading, findings };
}

function unitFindings(printed: PrintedTable, reading: TableReading): readonly Finding[] {
  const { unit, inheritedUnit: inherited } = printed;
  const asks = TABLE_FILES.some(
    (file) => FAMILIES[file].asksUnit === true && (reading[file] ?? []).length > 0,
  );
  if (unit !== null || inherited === null || !asks) return [];
  return [finding(inheritedUnit, { unit: inherited })];
}

function tableRecord(
  printed: PrintedTable,
  kind: TableKind | undefined,
  table: Table | undefined,
): Omit<Placed<"tables">, keyof GovernmentColumns> {
  const first = table === undefined ? null : pageOf(table.at);
  return {
    table_no: printed.number,
    section_no: printed.sectionNo,
    kind: kind?.kind ?? "unknown",
    caption: printed.caption,
    unit_raw: printed.unit,
    issuer_code: printed.issuerCode,
    issuer_name: printed.issuerName,
    fiscal_year: printed.fiscalYear,
    page_first: first,
    page_last: table?.lastPage ?? first,
    rows: printed.grid.rowCount,
    columns: printed.grid.columnCount,
    header_rows: printed.headerRows.length,
  };
}

function readProse(prose: Prose, how: Interpretation): Outcome<ReadRecords<ProseFile>> {
  const read = objectOf<ProseOutcomes>(PROSE_FILES, (file) => how.prose[file](prose));
  return {
    value: objectOf<ReadRecords<ProseFile>>(PROSE_FILES, (file) => read[file].value),
    findings: PROSE_FILES.flatMap((file) => read[file].findings),
  };
}

type ProseOutcomes = { readonly [F in ProseFile]: Outcome<readonly Placed<F>[]> };

/** The drafts of all tables, each with the number of its table. */
function numbered<F extends TableFile>(
  results: readonly TableResult[],
  file: F,
): ReadRecords<TableFile>[F];
function numbered(results: readonly TableResult[], file: TableFile): readonly object[] {
  return results.flatMap(({ table, reading }) =>
    (reading[file] ?? []).map((draft) => ({ table_no: table.printed.number, ...draft })),
  );
}
