/** The dataset that a disclosure means, numbered in reading order. */
import {
  columnsOf,
  READ_FILES,
  TABLE_FILES,
  type TableFile,
} from "../../pipeline/model/records/registry.js";
import { objectOf } from "../../pipeline/model/object-of.js";
import type { Disclosure, Line, SectionMeaning, Sheet } from "./description.js";

/** A row of an expected CSV file. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The files that a sample states; what the checks find is another matter. */
export const EXPECTED_FILES = ["documents", "sections", "tables", ...READ_FILES] as const;

export type ExpectedFile = (typeof EXPECTED_FILES)[number];

/** Columns that depend on the format or the run, and so cannot be stated once for all editions. */
const UNSTATED = ["document_id", "page", "row", "column", "confidence"];
const UNSTATED_IN: Readonly<Partial<Record<ExpectedFile, readonly string[]>>> = {
  // They follow from the others: test/normalizers/concepts says how.
  amounts: ["row_role", "concept", "is_primary", "code_name", "code_inferred"],
  // No sample is a self-evaluation.
  indicators: ["actual_value", "score"],
  documents: [
    "file_name",
    "source_url",
    "media_type",
    "sha256",
    "bytes",
    "pages",
    "extractor",
    "ocr",
    "error_code",
    "error_message",
    "error_message_zh",
    "cells",
    "cells_understood",
    "retrieved_at",
    "path",
    "origin",
    "version",
    "supersedes",
    "first_seen",
    "last_seen",
    "gone_on",
  ],
  tables: ["page_first", "page_last", "rows", "columns", "header_rows"],
};

/** The columns that the expectation states, in the order of the dataset. */
export function statedColumns(file: ExpectedFile): readonly string[] {
  const left = new Set([...UNSTATED, ...(UNSTATED_IN[file] ?? [])]);
  return columnsOf(file).filter((column) => !left.has(column));
}

/** Every row that reading the disclosure should give. */
export function expectationOf(
  disclosure: Disclosure,
): Readonly<Record<ExpectedFile, readonly Row[]>> {
  const placed = placedPieces(disclosure);
  const sheets = placed.flatMap(({ piece, section }) =>
    piece.type === "sheet" ? [{ piece, section }] : [],
  );
  const record = (file: TableFile) =>
    sheets.flatMap(({ piece }, at) =>
      recordsOf(piece, file).map((row) => ({ table_no: at + 1, ...row })),
    );
  const status = disclosure.contradictions?.some(({ severity }) => severity === "error") === true;
  return {
    documents: [{ status: status ? "partial" : "ok", ...disclosure.about }],
    sections: sectionRows(disclosure),
    tables: sheets.map(({ piece, section }, at) => ({
      table_no: at + 1,
      section_no: section,
      ...piece.meaning,
    })),
    ...objectOf<Readonly<Record<TableFile, readonly Row[]>>>(TABLE_FILES, record),
    figures: placed.flatMap(({ piece, section }) =>
      piece.type === "line" ? figureRows(piece, section) : [],
    ),
  };
}

function recordsOf(sheet: Sheet, file: TableFile): readonly Row[] {
  return sheet.records.flatMap((record) => (record.file === file ? [record.row as Row] : []));
}

function figureRows(line: Line, section: number | null): readonly Row[] {
  return (line.figures ?? []).map((figure) => ({ section_no: section, ...figure }));
}

function placedPieces({ pieces }: Disclosure) {
  let section: number | null = null;
  return pieces.map((piece) => {
    if (piece.type === "line" && piece.section !== undefined) section = (section ?? 0) + 1;
    return { piece, section };
  });
}

function sectionRows({ pieces }: Disclosure): readonly Row[] {
  const sections = pieces.flatMap((piece) =>
    piece.type === "line" && piece.section !== undefined ? [piece.section] : [],
  );
  return sections.map((section, at) => ({
    section_no: at + 1,
    parent_no: parentOf(sections, at),
    ...section,
  }));
}

function parentOf(sections: readonly SectionMeaning[], at: number): number | null {
  const level = sections[at]?.level ?? 1;
  const parent = sections.slice(0, at).findLastIndex((section) => section.level < level);
  return parent === -1 ? null : parent + 1;
}
