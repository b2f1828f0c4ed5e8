import * as z from "zod";
import { documentDataset, tableCells } from "./dataset.js";
import type { Cell } from "../model/document.js";
import { elementAt } from "../model/element-at.js";
import { ToldError } from "../model/errors.js";
import type { CellUse } from "../model/table-kind.js";
import type { DocumentDataset } from "./dataset.js";

const SHOWN = 3;

/**
 * A record does not fit its schema: a bug of the program, not of the document. It stops this
 * document; the message names the first records and columns at fault.
 */
export class InvalidRecord extends ToldError {
  override readonly name = "InvalidRecord";
}

/**
 * The dataset, proven to fit its schema.
 *
 * @throws InvalidRecord
 */
export function validate(dataset: unknown): DocumentDataset {
  const result = documentDataset.safeParse(dataset);
  if (result.success) return result.data;
  const found = faults(result.error);
  throw new InvalidRecord(
    { en: found, zh: `记录不符合规定的格式：${found}` },
    { cause: result.error },
  );
}

/** What a table of the dataset has for each of its cells. */
export interface CellLists {
  readonly cells: readonly Cell[];
  readonly ledger: readonly CellUse[];
}

/**
 * The same of a document that was just read, its tables and their cells apart. Cells are a hundred times what
 * the rest is: they are proven to fit some at a time, and not copied, so their members have to stand in the order
 * of the schema.
 *
 * @throws InvalidRecord
 */
export function validateRead(
  dataset: { readonly tables: readonly object[] },
  lists: readonly CellLists[],
): DocumentDataset {
  const withLists = (of: (index: number) => CellLists) => ({
    ...dataset,
    tables: dataset.tables.map((table, index) => ({ ...table, ...of(index) })),
  });
  // What is wrong is looked for, and told, in the whole.
  if (!lists.every(areValid)) return validate(withLists((index) => elementAt(lists, index)));
  const rest = validate(withLists(() => ({ cells: [], ledger: [] })));
  const tables = rest.tables.map((table, index) => {
    const { cells, ledger } = elementAt(lists, index);
    return { ...table, cells: Array.from(cells), ledger: Array.from(ledger) };
  });
  return { ...rest, tables };
}

/** Cells that are checked at once: what the check makes of them is let go of. */
const SOME = 10_000;

function areValid({ cells, ledger }: CellLists): boolean {
  const { shape } = tableCells;
  return areOf(shape.cells, cells) && areOf(shape.ledger, ledger);
}

function areOf(list: z.ZodType, members: readonly unknown[]): boolean {
  for (let start = 0; start < members.length; start += SOME)
    if (!list.safeParse(members.slice(start, start + SOME)).success) return false;
  return true;
}

function faults(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, SHOWN)
    .map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`);
  const more = error.issues.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
