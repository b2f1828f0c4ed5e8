/** The registry of records: the one source of their types, CSV columns, Table Schema, JSON Schema and docs. */
import type { z } from "zod";
import { activities } from "./activities.js";
import { amounts } from "./amounts.js";
import { assets } from "./assets.js";
import { bonds } from "./bonds.js";
import { debt } from "./debt.js";
import { documents } from "./documents.js";
import { figures } from "./figures.js";
import { findings } from "./findings.js";
import { indicators } from "./indicators.js";
import { organizations } from "./organizations.js";
import { origins } from "./origins.js";
import { procurementItems } from "./procurement-items.js";
import { projects } from "./projects.js";
import { sections } from "./sections.js";
import { tables } from "./tables.js";
import { transfers } from "./transfers.js";

/** What tables give, by the name of its file. */
const TABLE_FAMILIES = {
  amounts,
  projects,
  activities,
  indicators,
  procurement_items: procurementItems,
  assets,
  organizations,
  debt,
  transfers,
  bonds,
};

/** What the prose gives. */
const PROSE_FAMILIES = { figures };

/** Every family by the name of its file, in the order in which the files are listed. */
export const FAMILIES = {
  documents,
  origins,
  sections,
  tables,
  ...TABLE_FAMILIES,
  ...PROSE_FAMILIES,
  findings,
};

/** The files of what tables give. */
export type TableFile = keyof typeof TABLE_FAMILIES;
/** The files of what the prose gives. */
export type ProseFile = keyof typeof PROSE_FAMILIES;
/** The files of what is read, from tables or prose. */
export type ReadFile = TableFile | ProseFile;
/** Every CSV file. */
export type RecordFile = keyof typeof FAMILIES;

export const TABLE_FILES: readonly TableFile[] = namesIn(TABLE_FAMILIES);
export const PROSE_FILES: readonly ProseFile[] = namesIn(PROSE_FAMILIES);
export const READ_FILES: readonly ReadFile[] = [...TABLE_FILES, ...PROSE_FILES];
export const RECORD_FILES: readonly RecordFile[] = namesIn(FAMILIES);

/** The columns of a file, in their order. */
export function columnsOf(file: RecordFile): readonly string[] {
  return Object.keys(FAMILIES[file].record.shape);
}

/** A row of a file. */
export type DatasetRecord<F extends RecordFile> = z.infer<(typeof FAMILIES)[F]["record"]>;

/** A record before it knows its document, its table where it has one, and how surely it was recognized. */
export type Draft<F extends RecordFile> = Omit<Placed<F>, "table_no">;
/** A draft that knows its table, or needs none. */
export type Placed<F extends RecordFile> = Omit<DatasetRecord<F>, "document_id" | "confidence">;

/** What one table gives. */
export type TableDrafts = { readonly [F in TableFile]?: readonly Draft<F>[] };
/** What was read of a document. */
export type ReadRecords<F extends ReadFile = ReadFile> = {
  readonly [One in F]: readonly Placed<One>[];
};

function namesIn<T extends object>(named: T): readonly (keyof T & string)[] {
  return Object.keys(named).filter((name): name is keyof T & string => name in named);
}
