import type { Document } from "./document.js";
import type { Finding } from "./finding.js";
import type { Placed, ReadRecords } from "./records/registry.js";
import type { SectionKind } from "./records/vocabulary.js";
import type { CellUse, PrintedTable, TableKind } from "./table-kind.js";

/** A heading and what stands under it up to the next heading. */
export interface Section {
  readonly section_no: number;
  readonly parent_no: number | null;
  readonly level: number;
  readonly ordinal: string | null;
  readonly title: string;
  readonly kind: SectionKind;
  readonly page: number | null;
  /** Index of the heading in `Document.blocks`. */
  readonly block: number;
}

/** A recognized table with what it gave. */
export interface ReadTable {
  readonly printed: PrintedTable;
  /** Undefined where no kind fits: the grid is kept all the same. */
  readonly kind: TableKind | undefined;
  readonly record: Placed<"tables">;
  readonly ledger: readonly CellUse[];
}

/** Everything read from one document: what the checks look at. */
export interface Reading extends ReadRecords {
  readonly document: Document;
  readonly about: About;
  readonly sections: readonly Section[];
  readonly tables: readonly ReadTable[];
  /** What the reading itself doubted; the checks add theirs. */
  readonly findings: readonly Finding[];
}

/** What the document says of itself: the described columns of documents.csv. */
export type About = Pick<
  Placed<"documents">,
  | "title"
  | "issuer_name"
  | "issuer_code"
  | "region_code"
  | "region_name"
  | "fiscal_year"
  | "stage"
  | "scope"
  | "published_on"
  | "approved_on"
  | "approval_reference"
>;
