import { stringify } from "csv-stringify/sync";
import { columnsOf } from "../../model/records/registry.js";
import type { DatasetRecord, RecordFile } from "../../model/records/registry.js";

const OPTIONS = {
  record_delimiter: "\n",
  // A lone carriage return ends a row for many readers; csv-stringify quotes only its own delimiter.
  quoted_match: /\r/u,
  cast: { boolean: (value: boolean) => String(value) },
} as const;

/** The header row, with its line end. */
export function csvHeader(file: RecordFile): string {
  return stringify([columnsOf(file)], OPTIONS);
}

/** Rows as CSV (RFC 4180, LF), each with its line end. What is not stated is an empty cell. */
export function csvRows<F extends RecordFile>(
  file: F,
  records: readonly DatasetRecord<F>[],
): string {
  return stringify([...records], { ...OPTIONS, columns: [...columnsOf(file)] });
}
