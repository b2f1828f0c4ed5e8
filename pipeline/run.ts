import type { Document, Table } from "./document.js";
import { pageOf } from "./document.js";
import { finding, type Finding, type Outcome, type Rule } from "./finding.js";
import { joinForms } from "./join.js";
import type { About, Reading, ReadTable, Section } from "./reading.js";
import { recognize } from "./recognize.js";
import type { Placed } from "./records.js";
import type { Stage } from "./vocabulary.js";
import { stitch } from "./stitch.js";
import type { DocumentContext, PrintedTable, TableKind, TableReading } from "./table-kind.js";

/** What the core does not know itself: how the field's texts are understood. */
export interface Understanding {
  readonly kinds: readonly TableKind[];
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
  readonly figures: (parts: {
    readonly document: Document;
    readonly sections: readonly Section[];
    readonly fiscalYear: number | null;
    readonly stage: Stage | null;
  }) => Outcome<readonly Placed<"figures">[]>;
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
  about: {
    en: "A disclosure has headings, tables or figures.",
    zh: "公开文档应有标题、表格或金额。",
  },
  say: {
    en: () => "No heading, table or figure of a disclosure was found. Check that this is one.",
    zh: () => "没有找到公开材料的标题、表格或金额。请核对这是否是公开材料。",
  },
};

const NO_CONTEXT: DocumentContext = { fiscalYear: null, stage: null, phase: null };

/** The story of a document: join its tables, find its outline, recognize each table, read all. */
export function readDocument(printed: Document, how: Understanding): Reading {
  const document = joinForms(stitch(printed), how.kinds);
  const sections = how.outline(document);
  const tables = printedTables(document, sections.value, how);
  const about = how.about({ document, sections: sections.value, tables });
  const context = contextOf(about.value);
  const blocks = document.blocks.filter((block) => block.type === "table");
  const readings = tables.map((table, i) =>
    readTable({ ...table, document: context }, blocks[i], how.kinds),
  );
  const { fiscal_year: fiscalYear, stage } = about.value;
  const figures = how.figures({ document, sections: sections.value, fiscalYear, stage });
  const parts = [sections.value, tables, figures.value];
  const isEmpty = document.blocks.length > 0 && parts.every(({ length }) => length === 0);
  return {
    document,
    about: about.value,
    sections: sections.value,
    tables: readings.map(({ table }) => table),
    ...records(readings),
    figures: figures.value,
    findings: [
      ...[sections, about, figures, ...readings].flatMap(({ findings }) => findings),
      ...(isEmpty ? [finding(nothingRecognized, {})] : []),
    ],
  };
}

function printedTables(
  document: Document,
  sections: readonly Section[],
  how: Understanding,
): readonly PrintedTable[] {
  let number = 0;
  return document.blocks.flatMap((table, block) => {
    if (table.type !== "table") return [];
    number += 1;
    return [how.printedTable({ document, block, table, number, sections, context: NO_CONTEXT })];
  });
}

function contextOf({ fiscal_year: fiscalYear, stage }: About): DocumentContext {
  const phase = stage === "final_accounts" ? "accounts" : stage;
  return { fiscalYear, stage, phase };
}

/** A table with what it gave, and what it doubted. */
interface TableResult {
  readonly table: ReadTable;
  readonly reading: TableReading;
  readonly findings: readonly Finding[];
}

const UNREAD: TableReading = { ledger: [], findings: [] };

function readTable(
  printed: PrintedTable,
  block: Table | undefined,
  kinds: readonly TableKind[],
): TableResult {
  const recognized = recognize(printed, kinds);
  const kind = recognized.value;
  const reading = kind?.read(printed) ?? UNREAD;
  const record = tableRecord(printed, kind, block);
  const doubts = [...recognized.findings, ...unitFindings(printed, reading), ...reading.findings];
  const findings = doubts.map((found) => ({
    page: record.page_first,
    ...found,
    table_no: printed.number,
  }));
  return { table: { printed, kind, record, ledger: reading.ledger }, reading, findings };
}

function unitFindings(printed: PrintedTable, reading: TableReading): readonly Finding[] {
  const { unit, inheritedUnit: inherited } = printed;
  const money = [reading.amounts, reading.procurement_items, reading.assets];
  if (unit !== null || inherited === null || money.every((drafts) => (drafts ?? []).length === 0))
    return [];
  return [finding(inheritedUnit, { unit: inherited })];
}

function tableRecord(
  printed: PrintedTable,
  kind: TableKind | undefined,
  table: Table | undefined,
): Placed<"tables"> {
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

type FromTables = Pick<
  Reading,
  | "amounts"
  | "projects"
  | "activities"
  | "indicators"
  | "procurement_items"
  | "assets"
  | "organizations"
>;

/** The drafts of all tables, each with the number of its table. */
function records(results: readonly TableResult[]): FromTables {
  return {
    amounts: numbered(results, ({ amounts }) => amounts),
    projects: numbered(results, ({ projects }) => projects),
    activities: numbered(results, ({ activities }) => activities),
    indicators: numbered(results, ({ indicators }) => indicators),
    procurement_items: numbered(results, (reading) => reading.procurement_items),
    assets: numbered(results, ({ assets }) => assets),
    organizations: numbered(results, ({ organizations }) => organizations),
  };
}

function numbered<Draft extends object>(
  results: readonly TableResult[],
  draftsOf: (reading: TableReading) => readonly Draft[] | undefined,
): readonly (Draft & { readonly table_no: number })[] {
  return results.flatMap(({ table, reading }) =>
    (draftsOf(reading) ?? []).map((draft) => ({ table_no: table.printed.number, ...draft })),
  );
}
