import { type Cell, pageOf } from "../../pipeline/model/document.js";
import { type Facts, type Finding, type Rule, finding } from "../../pipeline/model/finding.js";
import type { Grid } from "../../pipeline/model/grid.js";
import type { CellUse } from "../../pipeline/model/table-kind.js";
import { holdsFigures } from "../values/printed-figure.js";
import { raw, textOf } from "../values/text.js";
import { unreadCell } from "./rules.js";

/** Keeps account of every printed cell of one table: used, ignored for a reason, or reported. */
export interface CellLedger {
  readonly used: (cell: Cell | undefined) => void;
  readonly ignored: (cell: Cell | undefined, reason: string) => void;
  readonly reported: (cell: Cell | undefined, rule: string) => void;
  /** Ignores all cells that start in these rows. */
  readonly ignoredRows: (rows: readonly number[], reason: string) => void;
  /** Closes the account: cells with text that nobody claimed are reported by `rule`. */
  readonly rest: (rule?: Rule<{ readonly text: string }>) => Account;
}

/** A closed account. */
export interface Account {
  readonly ledger: readonly CellUse[];
  readonly findings: readonly Finding[];
}

type Claim = Pick<CellUse, "use" | "reason">;

/** A cell may be claimed more than once; what a reader has to know most wins. */
const WEIGHT = { ignored: 0, used: 1, reported: 2 } as const;

/** Opens the account of a grid. Blank cells are not in it. */
export function cellLedger(grid: Grid): CellLedger {
  const claims = new Map<number, Claim>();
  const claim = (cell: Cell | undefined, made: Claim): void => {
    if (cell === undefined || isBlank(cell)) return;
    const position = positionIn(grid, cell);
    const earlier = claims.get(position);
    if (earlier === undefined || WEIGHT[made.use] > WEIGHT[earlier.use]) claims.set(position, made);
  };
  const ignored = (cell: Cell | undefined, reason: string) =>
    claim(cell, { use: "ignored", reason });
  return {
    used: (cell) => claim(cell, { use: "used" }),
    ignored,
    reported: (cell, rule) => claim(cell, { use: "reported", reason: rule }),
    ignoredRows: (rows, reason) =>
      rows.flatMap((row) => grid.rowCells(row)).forEach((cell) => ignored(cell, reason)),
    rest: (rule = unreadCell) => account(grid, claims, rule),
  };
}

function account(
  grid: Grid,
  claims: ReadonlyMap<number, Claim>,
  rule: Rule<{ readonly text: string }>,
): Account {
  const printed = grid.cells.filter((cell) => !isBlank(cell));
  return {
    ledger: printed.map((cell) => ({
      row: cell.row,
      column: cell.column,
      ...(claims.get(positionIn(grid, cell)) ?? { use: "reported", reason: rule.id }),
    })),
    findings: printed
      .filter((cell) => !claims.has(positionIn(grid, cell)))
      .map((cell) => unclaimed(rule, cell)),
  };
}

/** A number that no one read is an unreadable value. */
function unclaimed(rule: Rule<{ readonly text: string }>, cell: Cell): Finding {
  const found = cellFinding(rule, { text: raw(cell.text) }, cell);
  return holdsFigures(cell) ? { ...found, severity: "error" } : found;
}

/** A finding that points at a cell, its text as the actual side. */
export function cellFinding<F extends Facts>(rule: Rule<F>, facts: F, cell: Cell): Finding {
  const where = { row: cell.row, column: cell.column, page: pageOf(cell.at) };
  return finding(rule, facts, { ...where, actual: raw(cell.text) });
}

function positionIn({ columnCount }: Grid, { row, column }: Cell): number {
  return row * columnCount + column;
}

function isBlank(cell: Cell): boolean {
  return textOf(cell) === "";
}
