import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import { type Entry, entries } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { headTables } from "../../evidence/parted-tables.js";
import { type Comparison, isLess } from "../../evidence/comparison.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "children_equal_parent",
  severity: "error",
  about: {
    en: "By their codes the 项 of a 款, and the 款 of a 类, add up to it; a warning where those of a government are less, which leaves out secret ones.",
    zh: "按科目编码，各项之和等于款，各款之和等于类；政府的表可能略去涉密科目，其下级之和较小时为 warning。",
  },
  say: {
    en: (sum) =>
      `${totalInWords.en(sum)} is not the sum of the codes below it: ${inWords.en(sum)}.`,
    zh: (sum) => `${totalInWords.zh(sum)}不等于其下各科目之和：${inWords.zh(sum)}。`,
  },
};

/** 类 = its 款, 款 = its 项, in every column of amounts, for functional and economic codes. */
export const childrenEqualParent = arithmetic(rule, {
  compare: (reading) =>
    columnsOfCodes(reading)
      .flatMap(columnComparisons)
      .map((one) => (leavesSecret(reading, one) ? { ...one, doubtful: true } : one)),
  unable: {
    en: "no table prints a code together with codes below it",
    zh: "没有表同时印有科目及其下级科目",
  },
});

/** Governments leave out 款 that are secret: there the codes below may come to less than the one above. */
function leavesSecret({ about }: Reading, one: Comparison): boolean {
  return about.scope === "government" && isLess(one);
}

/** Amounts with a code by table and header; the halves of one form that share a header go together. */
function columnsOfCodes(reading: Reading): readonly (readonly Entry[])[] {
  const heads = headTables(reading);
  const coded = entries(reading).filter(({ record }) => record.code !== null);
  return grouped(coded, ({ record }) =>
    [
      heads.get(record.table_no) ?? record.table_no,
      record.side,
      record.classification,
      record.phase,
      record.measure_raw,
    ].join(" "),
  );
}

/** A code printed more than once stands for several units' shares and cannot be told apart. */
export function codeBook(column: readonly Entry[]): ReadonlyMap<string, Entry> {
  const once = grouped(column, ({ record }) => record.code ?? "").filter(
    ({ length }) => length === 1,
  );
  return new Map(
    once.flatMap(([entry]) => (entry === undefined ? [] : [[entry.record.code ?? "", entry]])),
  );
}

/** The nearest code above that the column prints. */
export function parentOf(code: string, book: ReadonlyMap<string, Entry>): Entry | undefined {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const parent = book.get(code.slice(0, length));
    if (parent !== undefined) return parent;
  }
  return undefined;
}

function columnComparisons(column: readonly Entry[]): readonly Comparison[] {
  const book = codeBook(column);
  if (book.size < new Set(column.map(({ record }) => record.code)).size) return [];
  const children = new Map<Entry, Entry[]>();
  for (const [code, entry] of book) {
    const parent = parentOf(code, book);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  return [...children].map(([stated, parts]) => ({
    stated: coded(stated),
    readings: [parts.map(coded)],
  }));
}

const coded = (entry: Entry): Entry => ({
  ...entry,
  name: [entry.record.code, entry.record.label].filter((text) => text !== null).join(" "),
});
