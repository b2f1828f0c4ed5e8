/** A place that a link leads to: a page, a table, a row and a column, as the columns of the CSV files count them. */
export interface Spot {
  readonly page: number | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
}

const FORM =
  /^#?(?:p(?<page>\d+))?\/?(?:t(?<table>\d+))?\/?(?:r(?<row>\d+))?(?:c(?<column>\d+))?$/u;

/** Reads `#p12/t3/r4c5`; parts may be missing. Null where it is of another form, or says nothing. */
export function parseSpot(hash: string): Spot | null {
  const parts = FORM.exec(hash)?.groups;
  if (parts === undefined || Object.values(parts).every((part) => part === undefined)) return null;
  const { page, table, row, column } = parts;
  return { page: number(page), table: number(table), row: number(row), column: number(column) };
}

/** Whether a text is a place as `printSpot` has it, without its `#`; of a whole document it is empty. */
export function isPlace(text: string): boolean {
  return !text.startsWith("#") && FORM.test(text);
}

function number(part: string | undefined): number | null {
  return part === undefined ? null : Number(part);
}

/** The other way: `#p12/t3/r4c5`. */
export function printSpot({ page, table, row, column }: Spot): string {
  const cell = `${row === null ? "" : `r${row}`}${column === null ? "" : `c${column}`}`;
  const parts = [page === null ? "" : `p${page}`, table === null ? "" : `t${table}`, cell];
  return `#${parts.filter((part) => part !== "").join("/")}`;
}

/** What a row of a CSV file or a finding says of its place, as a spot. */
export function spotOf(where: {
  readonly page?: number | null;
  readonly table_no?: number | null;
  readonly row?: number | null;
  readonly column?: number | null;
}): Spot {
  const { page = null, table_no: table = null, row = null, column = null } = where;
  return { page, table, row, column };
}

/** The name of a cell that both sides of the screen share. */
export function cellKey(table: number, row: number, column: number): string {
  return `t${table}r${row}c${column}`;
}
