import type { Cell, DocumentDataset, Finding, Table } from "./dataset.js";
import { cellKey } from "../../pipeline/model/spot.js";
import { UNSURE } from "../../pipeline/model/unsure.js";

/** What became of a cell, the gravest first: what a legend explains. */
export const STATES = ["doubtful", "unread", "corrected", "used", "ignored"] as const;
export type CellState = (typeof STATES)[number];

/** What became of one cell, and what is said of it. */
export interface Judged {
  readonly state: CellState;
  /** Why it was ignored or could not be understood, as the ledger says. */
  readonly reason: string | null;
  readonly findings: readonly Finding[];
}

/** What became of each cell with text, by `cellKey`. */
export function judgeCells({ tables, findings }: DocumentDataset): ReadonlyMap<string, Judged> {
  const judged = new Map<string, Judged>();
  const told = findingsByCell(findings);
  for (const table of tables) {
    const uses = new Map(table.ledger.map((use) => [`${use.row},${use.column}`, use]));
    for (const cell of table.cells) {
      if (cell.text.trim() === "") continue;
      const key = cellKey(table.table_no, cell.row, cell.column);
      const of = told.get(key) ?? [];
      judged.set(key, judge({ table, cell, use: uses.get(`${cell.row},${cell.column}`) }, of));
    }
  }
  return judged;
}

interface Given {
  readonly table: Table;
  readonly cell: Cell;
  readonly use: Table["ledger"][number] | undefined;
}

function judge({ table, cell, use }: Given, findings: readonly Finding[]): Judged {
  const reason = use?.reason ?? null;
  const { recognized } = cell;
  if (findings.some(({ severity }) => severity !== "info") || isUnsure(recognized))
    return { state: "doubtful", reason, findings };
  if (table.ledger.length === 0 || use?.use === "reported")
    return { state: "unread", reason, findings };
  if (cell.corrected !== undefined || recognized?.corrected !== undefined)
    return { state: "corrected", reason, findings };
  return { state: use?.use === "used" ? "used" : "ignored", reason, findings };
}

/** Whether a text was recognized unsurely, and nothing put right in it. */
export function isUnsure(recognized: Cell["recognized"]): boolean {
  if (recognized === undefined || recognized.corrected !== undefined) return false;
  return recognized.confidence < UNSURE || recognized.unread !== undefined;
}

function findingsByCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { table_no: table, row, column } = finding;
    if (table === null || row === null || column === null) continue;
    const key = cellKey(table, row, column);
    byCell.set(key, [...(byCell.get(key) ?? []), finding]);
  }
  return byCell;
}

/** How many cells are in each state. */
export function countStates(judged: Iterable<Judged>): Readonly<Record<CellState, number>> {
  const counts = { doubtful: 0, unread: 0, corrected: 0, used: 0, ignored: 0 };
  for (const { state } of judged) counts[state] += 1;
  return counts;
}
