import type { Cell } from "../../pipeline/document.js";
import type { Finding } from "../../pipeline/finding.js";
import type { Grid } from "../../pipeline/grid.js";
import { decimal, isNotStated, money } from "../amount.js";
import { canonical, raw } from "../text.js";
import { type Account, type CellLedger, cellFinding, cellLedger } from "./ledger.js";
import { missingUnit, unreadableAmount, unreadableNumber } from "./rules.js";

/** Reads cells and keeps account of them; `close` gives ledger and findings of the whole table. */
export interface CellReader extends Pick<CellLedger, "ignored" | "ignoredRows" | "reported"> {
  /** Canonical text, null where blank or a dash. */
  readonly text: (cell: Cell | undefined) => string | null;
  /** The text as printed, null where blank. */
  readonly raw: (cell: Cell | undefined) => string | null;
  /** Yuan; `unit` applies where the cell prints none. Null, with a finding, where unreadable. */
  readonly money: (cell: Cell | undefined, unit: string | null) => string | null;
  /** An exact decimal, `%` and `分` dropped. Null, with a finding, where unreadable. */
  readonly number: (cell: Cell | undefined) => string | null;
  readonly doubt: (finding: Finding) => void;
  readonly close: () => Account;
}

/** Opens a reader over a grid. */
export function cellReader(grid: Grid): CellReader {
  const ledger = cellLedger(grid);
  const doubts: Finding[] = [];
  const claimed = (cell: Cell | undefined): cell is Cell => {
    ledger.used(cell);
    return cell !== undefined && !isNotStated(cell.text);
  };
  const doubt = (found: Finding) => void doubts.push(found);
  return {
    ignored: ledger.ignored,
    ignoredRows: ledger.ignoredRows,
    reported: ledger.reported,
    text: (cell) => (claimed(cell) ? canonical(cell.text) : null),
    raw: (cell) => (claimed(cell) ? raw(cell.text) : null),
    money: (cell, unit) => (claimed(cell) ? moneyIn(cell, { unit, ledger, doubt }) : null),
    number: (cell) => (claimed(cell) ? numberIn(cell, { ledger, doubt }) : null),
    doubt,
    close: () => withDoubts(ledger.rest(), doubts),
  };
}

interface Desk {
  readonly ledger: CellLedger;
  readonly doubt: (finding: Finding) => void;
}

function moneyIn(cell: Cell, desk: Desk & { readonly unit: string | null }): string | null {
  const read = money(cell.text, desk.unit);
  if (read.kind === "amount") return read.yuan;
  if (read.kind === "not_stated") return null;
  const rule = read.kind === "unitless" ? missingUnit : unreadableAmount;
  desk.ledger.reported(cell, rule.id);
  desk.doubt(cellFinding(rule, { text: raw(cell.text) }, cell));
  return null;
}

function numberIn(cell: Cell, desk: Desk): string | null {
  const read = decimal(canonical(cell.text).replace(/[%分]$/u, ""));
  if (read !== null) return read;
  desk.ledger.reported(cell, unreadableNumber.id);
  desk.doubt(cellFinding(unreadableNumber, { text: raw(cell.text) }, cell));
  return null;
}

function withDoubts(account: Account, doubts: readonly Finding[]): Account {
  return { ledger: account.ledger, findings: [...doubts, ...account.findings] };
}
