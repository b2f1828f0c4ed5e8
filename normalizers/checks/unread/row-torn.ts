import { grouped } from "../../../pipeline/model/grouped-by.js";
import { type Cell, pageOf } from "../../../pipeline/model/document.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading, ReadTable } from "../../../pipeline/model/reading.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { isTotal } from "../../evidence/amount-terms.js";
import { officialName } from "../../reference/classification.js";
import { canonical, raw, textOf } from "../../values/text.js";

const rule: Rule<{ readonly code: string; readonly label: string }> = {
  id: "row_torn",
  severity: "warning",
  leavesUnread: true,
  explains: true,
  about: {
    en: "A row with a code has its amounts beside it: a code without amounts over amounts without a code is one row torn in two.",
    zh: "有科目编码的一行，金额也在这一行：有编码无金额的一行之下是有金额无编码的一行，即一行被拆成两行。",
  },
  say: {
    en: ({ code, label }) =>
      `The row of the code ${code} has no amount, and the row below it, “${label}”, has amounts and no code: they may be one row.`,
    zh: ({ code, label }) =>
      `编码${code}所在行没有金额，其下一行“${label}”有金额而没有编码：两行可能是一行。`,
  },
};

/** Rows that a page or a rule inside a cell cut, and that were not joined. */
export const rowTorn: Check = {
  rule,
  run: (reading) => {
    const coded = reading.tables.filter(({ printed }) =>
      reading.amounts.some(({ table_no, code }) => table_no === printed.number && code !== null),
    );
    return {
      compared: coded.length,
      findings: coded.flatMap((table) => doubts(reading, table)),
      unable: { en: "no table has rows with codes", zh: "没有表印有科目编码" },
    };
  },
};

const CODE = /^\d{3}(?:\d\d){0,2}$/u;

function doubts({ amounts }: Reading, { printed }: ReadTable): readonly Finding[] {
  const own = amounts.filter(({ table_no }) => table_no === printed.number);
  const recorded = new Set(own.map(({ row }) => row));
  return grouped(own, ({ row }) => String(row)).flatMap(([record]) => {
    if (record === undefined || record.row === null || !isRest(record)) return [];
    const before = record.row - 1;
    const above = printed.grid.rowCells(before);
    const code = above.find((cell) => CODE.test(textOf(cell)));
    if (code === undefined || !printed.bodyRows.includes(before) || recorded.has(before)) return [];
    const { row, column, at } = code;
    const facts = { code: raw(code.text), label: record.label ?? "" };
    const where = { table_no: printed.number, row, column, page: pageOf(at) };
    const found = finding(rule, facts, where);
    return [isOneName(above, code, facts) ? { ...found, severity: "error" } : found];
  });
}

/** Whether what the two rows are called is together the official name of the code: then it is certain. */
function isOneName(above: readonly Cell[], code: Cell, { label }: { label: string }): boolean {
  const begun = above.find((cell) => cell !== code && /\p{sc=Han}/u.test(textOf(cell)));
  const whole = canonical(`${begun?.text ?? ""}${label}`);
  return begun !== undefined && officialName(textOf(code)).names.includes(whole);
}

/** An amount of a row that has no code and is no total. */
const isRest = ({ code, label }: Placed<"amounts">): boolean => code === null && !isTotal(label);
