import type { Cell } from "../../pipeline/model/document.js";
import type { Finding } from "../../pipeline/model/finding.js";
import type { Grid } from "../../pipeline/model/grid.js";
import { decimal, isNotStated, money } from "../values/amount.js";
import { raw, textOf } from "../values/text.js";
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
  /** The same with the unit that it was read in. */
  readonly amount: (cell: Cell | undefined, unit: string | null) => Amount;
  /** An exact decimal, `%` and `分` dropped. Null, with a finding, where unreadable. */
  readonly number: (cell: Cell | undefined) => string | null;
  readonly doubt: (finding: Finding) => void;
  readonly close: () => Account;
}

/** An amount in yuan, null where none can be read, and the unit that it is printed in. */
interface Amount {
  readonly yuan: string | null;
  readonly unit: string | null;
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
  const amount = (cell: Cell | undefined, unit: string | null): Amount =>
    claimed(cell) ? amountIn(cell, unit, { ledger, doubt }) : { yuan: null, unit };
  return {
    ignored: ledger.ignored,
    ignoredRows: ledger.ignoredRows,
    reported: ledger.reported,
    text: (cell) => (claimed(cell) ? textOf(cell) : null),
    raw: (cell) => (claimed(cell) ? raw(cell.text) : null),
    money: (cell, unit) => amount(cell, unit).yuan,
    amount,
    number: (cell) => (claimed(cell) ? numberIn(cell, { ledger, doubt }) : null),
    doubt,
    close: () => withDoubts(ledger.rest(), doubts),
  };
}

interface Desk {
  readonly ledger: CellLedger;
  readonly doubt: (finding: Finding) => void;
}

/** A zero that a sheet formats as a percentage, which is nothing in any unit. */
const ZERO_SHARE = /^0+(?:\.0+)?%$/u;

function amountIn(cell: Cell, unit: string | null, desk: Desk): Amount {
  const read = money(ZERO_SHARE.test(textOf(cell)) ? "0" : cell.text, unit);
  if (read.kind === "amount") return { yuan: read.yuan, unit: read.unit };
  if (read.kind === "not_stated") return { yuan: null, unit };
  const rule = read.kind === "unitless" ? missingUnit : unreadableAmount;
  desk.ledger.reported(cell, rule.id);
  desk.doubt(cellFinding(rule, { text: raw(cell.text) }, cell));
  return { yuan: null, unit };
}

function numberIn(cell: Cell, desk: Desk): string | null {
  const read = decimal(textOf(cell).replace(/[%分]$/u, ""));
  if (read !== null) return read;
  desk.ledger.reported(cell, unreadableNumber.id);
  desk.doubt(cellFinding(unreadableNumber, { text: raw(cell.text) }, cell));
  return null;
}

function withDoubts(account: Account, doubts: readonly Finding[]): Account {
  return { ledger: account.ledger, findings: [...doubts, ...account.findings] };
}
