import type { Reading, ReadTable } from "../../pipeline/model/reading.js";
import { headerDoubtful } from "../checks/unread/header-doubtful.js";
import { CHECKS } from "../evidence/check-settings.js";
import { resembles } from "../evidence/resembles.js";
import { arithmeticOf } from "../ocr-correction/sums.js";
import { officialName } from "../reference/classification.js";
import { figureIn } from "../values/printed-figure.js";
import { CHOICE } from "./settings.js";

/**
 * How much of what is printed a reading explains, in points: sums that hold and official codes with their names
 * speak for it; sums that fail, numbers that nobody read and cells that fit nothing speak against it.
 */
export function explained(reading: Reading): number {
  const { fitting, broken } = arithmeticOf(reading);
  const holding = fitting.filter(({ stated }) => !stated.yuan.eq(0)).length;
  const against = CHOICE.failing * broken.length + unfit(reading) + lost(reading);
  return holding + officialRows(reading) - against;
}

/** Rows whose code the classification has, under a name like theirs. */
function officialRows({ amounts, about }: Reading): number {
  const rows = new Map(
    amounts.map(({ table_no, row, code, label }) => [
      `${table_no} ${row} ${code}`,
      { code, label },
    ]),
  );
  return [...rows.values()].filter(({ code, label }) => {
    if (code === null || label === null) return false;
    const { names } = officialName(code, about.fiscal_year);
    return names.some((name) => resembles(name, label, CHECKS.across.likeName));
  }).length;
}

/** What stands in a place that is not for it, and amounts of which nothing says what they are. */
function unfit(reading: Reading): number {
  const told = [...reading.findings, ...headerDoubtful.run(reading).findings];
  const cells = told.filter(({ rule, leavesUnread }) => leavesUnread === true || UNNAMED.has(rule));
  return cells.length + CHOICE.failing * namelessRows(reading);
}

const UNNAMED: ReadonlySet<string> = new Set(["unnamed_measure", "caption_against_header"]);

/** A name of a row has two characters or a code: 甲, A, a dash and a lone digit name columns, as does 栏次. */
const NAME = /^(?![栏行列]次$).*(?:\p{sc=Han}.*\p{sc=Han}|[a-z]{2}|\d{3})/isu;

function namelessRows({ amounts }: Reading): number {
  const rows = amounts.filter(({ code, label }) => {
    const name = `${code ?? ""}${label ?? ""}`;
    return name !== "" && !NAME.test(name);
  });
  return new Set(rows.map(({ table_no, row }) => `${table_no} ${row}`)).size;
}

/** Numbers of its tables that are in no record; of a table of no known kind, all numbers. */
function lost({ tables }: Reading): number {
  return tables.reduce((sum, table) => sum + lostOf(table), 0);
}

function lostOf({ kind, ledger, printed: { grid } }: ReadTable): number {
  const used = new Set(
    ledger.filter(({ use }) => use !== "ignored").map(({ row, column }) => `${row}:${column}`),
  );
  return grid.cells.filter((cell) => {
    const figure = figureIn(cell);
    if (kind === undefined) return figure !== null;
    return figure === "precise" && !used.has(`${cell.row}:${cell.column}`);
  }).length;
}
