import { literal } from "../sql/sql.js";

/** Longer than any row, in bytes. What is read at once is not much longer, for it counts against the memory of a database. */
const LONGEST_ROW = 16_000_000;
const READ_AT_ONCE = 20_000_000;

/** A CSV file of a dataset as DuckDB reads it, every column a text. Nothing is detected: the columns are known. */
export function readCsv(path: string, names: readonly string[]): string {
  const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`);
  const options = [
    `columns = {${columns.join(", ")}}`,
    "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = ''",
    `new_line = '\\n', max_line_size = ${LONGEST_ROW}, buffer_size = ${READ_AT_ONCE}`,
  ];
  return `read_csv(${literal(path)}, ${options.join(", ")})`;
}
