import type { Finding } from "./finding.js";
import type { Grid } from "./grid.js";
import type { TableDrafts } from "./records/registry.js";
import type { Phase, Scope, SectionKind, TableKindName } from "./records/vocabulary.js";

/** A leaf column of a header. `path`: the header texts above it, outermost first, as printed. */
export interface Column {
  readonly index: number;
  readonly path: readonly string[];
  /** What the column is for, where its header leaves that open and the rest of the table decided. */
  readonly takenFor?: TakenFor;
}

/** What a column may turn out to be for. */
export type TakenFor = "code" | "serial" | "label" | "code_of_half_before";

/** A table with all that is printed about it, before anyone knows what it means. */
export interface PrintedTable {
  readonly number: number;
  readonly grid: Grid;
  /** Canonical, without list number, form number (`公开01表：`) and field noise; null where none is printed. */
  readonly caption: string | null;
  /** The list number that the caption carried (`1、` → `1`). */
  readonly captionNumber: string | null;
  /** The unit alone (`万元`), where printed with the table: corner line, caption or header. */
  readonly unit: string | null;
  /** The unit that applies where the table prints none: of its section or document. */
  readonly inheritedUnit: string | null;
  readonly issuerCode: string | null;
  readonly issuerName: string | null;
  /** The year printed with the table. */
  readonly fiscalYear: number | null;
  /** `截止时间：2019年12月31日` of the corner, as an ISO date. */
  readonly asOf: string | null;
  readonly columns: readonly Column[];
  /** Grid rows by role; every row is in exactly one. `note` rows say something below the table. */
  readonly cornerRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly bodyRows: readonly number[];
  readonly sectionNo: number | null;
  readonly sectionKind: SectionKind | null;
  /** The prose after the table up to the next table or heading: one canonical paragraph each. */
  readonly following: readonly string[];
  readonly document: DocumentContext;
}

/** A table, or an entry of the contents that announces one, by its caption. */
export type Titled = Pick<PrintedTable, "caption">;

/** What the document says of itself and its tables may need. */
export interface DocumentContext {
  readonly fiscalYear: number | null;
  readonly stage: "budget" | "final_accounts" | null;
  readonly phase: Phase | null;
  readonly scope: Scope | null;
  /** The division that it is about, where that is known. */
  readonly region?: { readonly code: string | null; readonly name: string };
}

/** What became of one printed cell: every one with text is in the ledger once. */
export interface CellUse {
  readonly row: number;
  readonly column: number;
  readonly use: "used" | "ignored" | "reported";
  /** Why it was ignored, or the rule that reports it. */
  readonly reason?: string;
}

/** The drafts that a table made, without document and table numbers. */
export interface TableReading extends TableDrafts {
  readonly ledger: readonly CellUse[];
  readonly findings: readonly Finding[];
}

/** A statutory form: how it is recognized and how it is read. */
export interface TableKind {
  readonly kind: TableKindName;
  /** The form's Chinese name, for people. */
  readonly name: string;
  /** Whose documents have it; all of them, where not given. */
  readonly of?: "governments" | "departments";
  /** Whether a table's caption names it. */
  readonly names: (table: Titled) => boolean;
  /** Whether this header can be this kind's, whatever the caption says. */
  readonly fits: (table: PrintedTable) => boolean;
  /** Whether this header alone shows the kind, with no caption or one that says nothing. */
  readonly shows: (table: PrintedTable) => boolean;
  readonly read: (table: PrintedTable) => TableReading;
  /** Whether two grids that follow one another with nothing between are one form of this kind. */
  readonly joins?: (above: Grid, below: Grid) => boolean;
}

/** Whether documents of a scope have a kind of table. */
export function isHeldBy(scope: Scope | null, { of }: TableKind): boolean {
  return of === undefined || (of === "governments") === (scope === "government");
}
