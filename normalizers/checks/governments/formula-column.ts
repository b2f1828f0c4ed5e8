import type { Rule } from "../../../pipeline/model/finding.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison, Term } from "../../evidence/comparison.js";
import { type Debt, debtTerm } from "../../evidence/debt-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";
import { headerText } from "../../tables/columns.js";
import { isMoney } from "../../values/amount.js";
import { canonical } from "../../values/text.js";

const rule: Rule<SumFacts> = {
  id: "formula_column",
  severity: "error",
  about: {
    en: "The rows of a table of debt are as its printed formulas say (公式 A=B+C), in each column.",
    zh: "政府债务表各行符合所印公式（A=B+C），逐列核对。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not as its formula says: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不符合所印公式：${inWords.zh(sum)}。`,
  },
};

/** Sums that a column 公式 prints, over the amounts of the rows with its letters. */
export const formulaColumn = arithmetic(rule, {
  compare: (reading) => {
    const terms = new Map(reading.debt.map((record) => [placeOf(record), debtTerm(record)]));
    return reading.tables.flatMap(({ printed }) => comparisonsOf(printed, terms));
  },
  unable: {
    en: "no table of debt prints a column of formulas",
    zh: "没有政府债务表印有公式列",
  },
});

/** A sum over rows by their letters; differences are none, as a part would be negative. */
const SUM = /^([A-Z])=([A-Z](?:\+[A-Z])+)$/u;
const LETTER = /^[A-Z](?==|$)/u;

/** The amounts of debt by their places. */
type Terms = ReadonlyMap<string, Term | null>;

const placeOf = (at: Pick<Debt, "table_no" | "row" | "column">): string =>
  `${at.table_no}/${at.row}/${at.column}`;

function comparisonsOf(printed: PrintedTable, terms: Terms): readonly Comparison[] {
  const column = printed.columns.find(({ path }) => headerText(path.at(-1) ?? "") === "公式");
  if (column === undefined) return [];
  const formulas = printed.bodyRows.map((row) => ({
    row,
    text: formulaAt(printed.grid, row, column.index),
  }));
  const rows = new Map(
    formulas.flatMap(({ row, text }) => {
      const letter = LETTER.exec(text)?.[0];
      return letter === undefined ? [] : [[letter, row] as const];
    }),
  );
  return formulas.flatMap(({ row, text }) => {
    const letters = SUM.exec(text)?.[2]?.split("+");
    const parts = letters?.map((letter) => rows.get(letter)) ?? [];
    return parts.length === 0 ? [] : inEachColumn(printed, { row, parts }, terms);
  });
}

/** A formula as printed: full-width letters and signs are those of ASCII. */
function formulaAt(grid: Grid, row: number, column: number): string {
  const text = canonical(grid.at(row, column)?.text ?? "").normalize("NFKC");
  return text.replace(/\s/gu, "").toUpperCase();
}

interface Sum {
  readonly row: number;
  readonly parts: readonly (number | undefined)[];
}

/** A blank part counts nothing; a sum is not compared of which no part is printed, or one that was not read. */
function inEachColumn(
  { number, columns, grid }: PrintedTable,
  { row, parts }: Sum,
  all: Terms,
): readonly Comparison[] {
  const termAt = (at: number | undefined, column: number): Term | null =>
    (at === undefined ? null : all.get(placeOf({ table_no: number, row: at, column }))) ?? null;
  return columns.flatMap(({ index }) => {
    const stated = termAt(row, index);
    const terms = parts.flatMap((part) => termAt(part, index) ?? []);
    const printed = parts.filter((part) => isMoney(grid.at(part ?? -1, index)?.text ?? ""));
    const isWhole =
      terms.length > 0 && terms.length === printed.length && !parts.includes(undefined);
    return stated === null || !isWhole ? [] : [{ stated, readings: [terms] }];
  });
}
