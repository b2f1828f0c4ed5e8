import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import {
  byTable,
  type Entry,
  entries,
  isGrandTotal,
  isTotal,
} from "../../evidence/amount-terms.js";
import { isOrganizationOrPart } from "../../values/organization-name.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import { codeBook, parentOf } from "./children-equal-parent.js";
import { headTables } from "../../evidence/parted-tables.js";
import { classNames, officialName } from "../../reference/classification.js";
import { once } from "../../../pipeline/model/once.js";
import type { Comparison } from "../../evidence/comparison.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "classes_equal_total",
  severity: "error",
  about: {
    en: "The 类 of a table add up to its 合计; 301 and 303 to 人员经费合计, the other economic 类 to 公用经费合计.",
    zh: "各类之和等于合计；301 和 303 等于人员经费合计，其他经济分类等于公用经费合计。",
  },
  say: {
    en: (sum) => `${totalInWords.en(sum)} is not the sum of the table's 类: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于表内各类之和：${inWords.zh(sum)}。`,
  },
};

/** 合计 = the sum of the 类, in every column of amounts. */
export const classesEqualTotal = arithmetic(rule, {
  compare: (reading) => {
    const all = entries(reading);
    const heads = headTables(reading);
    const tables = grouped(all, ({ record }) =>
      String(heads.get(record.table_no) ?? record.table_no),
    );
    return [...tables.flatMap(columnsCompared), ...byTable(all).flatMap(economicTotals)];
  },
  unable: {
    en: "no table prints a total over rows with codes",
    zh: "没有表在有科目编码的各行之外印有合计",
  },
});

/** The columns of a table, each with those of the same name that go on beside it and have no total of their own. */
function columnsCompared(table: readonly Entry[]): readonly Comparison[] {
  const columns = grouped(table, ({ record }) => String(record.column));
  return columns.flatMap((column) => {
    const beside = columns.filter(
      (other) => other !== column && !other.some(isGrandTotal) && nameOf(other) === nameOf(column),
    );
    return columnComparisons(column).map((own) => withColumns(own, column, beside.flat()));
  });
}

const nameOf = ([first]: readonly Entry[]): string | null => first?.record.measure_raw ?? null;

/** Where columns go on beside that of a total, it may be the total of the codes of all of them. */
function withColumns(
  own: Comparison,
  column: readonly Entry[],
  beside: readonly Entry[],
): Comparison {
  const outer = outerOf([...column.filter((entry) => !isGrandTotal(entry)), ...beside]);
  if (beside.length === 0 || outer === null) return own;
  return { ...own, readings: [...own.readings, outer] };
}

/** The outermost codes of a column; null where not every row has one. */
function outerOf(rows: readonly Entry[]): readonly Entry[] | null {
  const book = codeBook(rows);
  const isUncoded = rows.some(({ record }) => record.code === null || !book.has(record.code));
  if (isUncoded) return null;
  return [...book].flatMap(([code, one]) => (parentOf(code, book) === undefined ? [one] : []));
}

/** Rows that have neither a code nor are a total may be part of the total: such a column is left alone. */
function columnComparisons(column: readonly Entry[]): readonly Comparison[] {
  const [stated, ...others] = column.filter(isGrandTotal);
  if (stated === undefined || others.length > 0) return [];
  const rows = column.filter((entry) => entry !== stated && !isOfUnit(entry));
  const all = outerOf(rows);
  if (all === null || all.length === 0) return [];
  const classes = all.filter(({ record }) => isClassified(record.code ?? ""));
  if (classes.length === all.length) return [{ stated, readings: [all] }];
  // The code of a unit, or a misprinted one: which rows the total is of is not certain.
  const odd = all.filter((entry) => !classes.includes(entry));
  const isMisprinted = odd.some(({ record }) => officialNames().has(record.label ?? ""));
  const readings = classes.length === 0 || isMisprinted ? [all] : [classes, all];
  return [{ stated, readings, doubtful: true }];
}

const officialNames = once((): ReadonlySet<string> => new Set(classNames()));

/** Whether a code is of the shape of the classification, and its 类 is one. */
function isClassified(code: string): boolean {
  return /^\d{3}(?:\d\d){0,2}$/u.test(code) && officialName(code.slice(0, 3)).names.length > 0;
}

/** A row of a unit among those of a classification, whose codes have three, five or seven digits: it breaks the total down another way. */
function isOfUnit({ record }: Entry): boolean {
  const { code, label, classification } = record;
  if (code === null || classification !== "function") return false;
  return !/^\d{3}(?:\d\d){0,2}$/u.test(code) && isOrganizationOrPart(label ?? "");
}

const PERSONNEL: ReadonlySet<string> = new Set(["301", "303"]);

/** The two totals of the form that sets 人员经费 and 公用经费 side by side. */
function economicTotals(table: readonly Entry[]): readonly Comparison[] {
  const classes = table.filter(
    ({ record }) => record.classification === "economic" && /^3\d\d$/u.test(record.code ?? ""),
  );
  if (new Set(classes.map(({ record }) => record.code)).size < classes.length) return [];
  const totals = table.filter(({ record }) => record.code === null && isTotal(record.label));
  return [
    { total: /^人员经费[合小总]计$/u, personnel: true },
    { total: /^公用经费[合小总]计$/u, personnel: false },
  ].flatMap(({ total, personnel }) => {
    const stated = totals.filter(({ record }) => total.test(record.label ?? ""));
    const parts = classes.filter(({ record }) => PERSONNEL.has(record.code ?? "") === personnel);
    const [only] = stated;
    if (only === undefined || stated.length > 1 || parts.length === 0) return [];
    return [{ stated: only, readings: [parts] }];
  });
}
