import type { Amount, Cell, DocumentDataset, Finding, Table } from "./dataset.js";
import { isUnsure } from "./cell-states.js";
import { spotOfCell } from "./explained.js";
import { spotOf } from "../../pipeline/model/spot.js";
import type { Spot } from "../../pipeline/model/spot.js";

/** One thing to look at: a finding, or a value that was recognized unsurely. */
export interface Doubt {
  readonly spot: Spot;
  readonly finding: Finding | null;
  readonly cell: Cell | null;
  /** How sure its text is, 0 to 1; 1 where it was not recognized. */
  readonly confidence: number;
  /** Yuan at stake, for the order alone. */
  readonly money: number;
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** What is doubtful in a document: the gravest first, then the least sure, then what moves the most money. */
export function doubtsOf(dataset: DocumentDataset): readonly Doubt[] {
  const amounts = new Map(dataset.amounts.map((amount) => [keyOf(amount), amount]));
  const told = dataset.findings
    .filter(({ severity }) => severity !== "info")
    .map((finding) => ({
      spot: spotOf(finding),
      finding,
      cell: null,
      confidence: 1,
      money: moneyOf(amounts.get(keyOf(finding))),
    }));
  const unsure = dataset.tables.flatMap((table) => unsureCells(table, amounts));
  return [...told, ...unsure].toSorted(
    (a, b) => weightOf(a) - weightOf(b) || a.confidence - b.confidence || b.money - a.money,
  );
}

/** An unsure value is as grave as a warning. */
function weightOf({ finding }: Doubt): number {
  return WEIGHT[finding?.severity ?? "warning"];
}

function unsureCells(table: Table, amounts: ReadonlyMap<string, Amount>): readonly Doubt[] {
  return table.cells.flatMap((cell) => {
    const { recognized } = cell;
    if (recognized === undefined || cell.text.trim() === "" || !isUnsure(recognized)) return [];
    const { confidence } = recognized;
    const amount = amounts.get(`${table.table_no},${cell.row},${cell.column}`);
    const spot = spotOfCell(table, cell);
    return [{ spot, finding: null, cell, confidence, money: moneyOf(amount) }];
  });
}

type Where = Pick<Finding, "table_no" | "row" | "column">;

const keyOf = ({ table_no, row, column }: Where): string => `${table_no},${row},${column}`;

/** An order needs no exact number. Without an amount there is no money at stake. */
function moneyOf(amount: Amount | undefined): number {
  return amount === undefined ? 0 : Math.abs(Number(amount.amount));
}
