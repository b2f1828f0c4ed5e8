import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Measure } from "../../../pipeline/model/records/vocabulary.js";
import { type Entry, entries } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";

const rule: Rule<SumFacts> = {
  id: "parts_equal_total",
  severity: "error",
  about: {
    en: "Within a row the columns under one header add up to its 合计 or 小计: 基本支出 + 项目支出, 人员经费 + 公用经费, the funds.",
    zh: "一行之内，同一表头下的各列相加等于合计或小计：基本支出＋项目支出、人员经费＋公用经费、各项资金。",
  },
  say: {
    en: (sum) =>
      `In one row ${totalInWords.en(sum)} is not the sum of its columns: ${inWords.en(sum)}.`,
    zh: (sum) => `一行之内，${totalInWords.zh(sum)}不等于各列之和：${inWords.zh(sum)}。`,
  },
};

/** 合计 = 基本支出 + 项目支出, 小计 = its funds, row by row, as the header nests them. */
export const partsEqualTotal = arithmetic(rule, {
  compare: (reading) => rowsOf(entries(reading)).flatMap(rowComparisons),
  unable: { en: "no row prints both a total and its parts", zh: "没有一行同时印有合计及其各部分" },
});

/** The amounts of one row and phase; the halves of a two-sided table are rows of their own. */
function rowsOf(all: readonly Entry[]): readonly (readonly Entry[])[] {
  const rows = grouped(all, ({ record }) =>
    [record.table_no, record.row, record.side, record.phase].join(" "),
  );
  return rows.flatMap((row) =>
    row.every(namedByHeader)
      ? [row]
      : grouped(row, ({ record }) => `${record.code ?? ""} ${record.label ?? ""}`),
  );
}

/** Where the items stand across, each column names itself. */
const namedByHeader = ({ record, path }: Entry): boolean =>
  record.label !== null && path.includes(record.label);

/** An amount under what is left of its header path. */
interface Leaf {
  readonly entry: Entry;
  readonly path: readonly string[];
}

const PHASE_ONLY = /^(?:(?:本年|年初|全年|上年|调整|调整后)?(?:预算|决算|执行)数?|金额)$/u;
const TOTAL_HEADER = /[合总小]计$/u;
/** `其中` tells a part of a column that is itself printed whole. */
const OF_WHICH = /^(?:其中|#|★)/u;

function rowComparisons(row: readonly Entry[]): readonly Comparison[] {
  const leaves = row.map((entry): Leaf => {
    const last = entry.path.at(-1) ?? "";
    const path =
      entry.path.length > 1 && PHASE_ONLY.test(last) ? entry.path.slice(0, -1) : entry.path;
    return { entry: namedBy(entry, path), path };
  });
  const nested = level(leaves);
  const known = new Set(nested.map(({ stated }) => stated.where.column));
  const flat = basicByKind(leaves).filter(({ stated }) => !known.has(stated.where.column));
  return [...nested, ...flat];
}

/** Inside a row a column is quoted by its header. */
function namedBy(entry: Entry, path: readonly string[]): Entry {
  const name = path
    .filter((part) => part !== "")
    .slice(-2)
    .join("/");
  return { ...entry, name: name === "" ? entry.name : name };
}

/** The total among these columns against the others, then each group of columns by itself. */
function level(leaves: readonly Leaf[]): readonly Comparison[] {
  const groups = grouped(leaves, ({ path }) => path[0] ?? "");
  const inner = groups.flatMap((group) => (isLeaf(group) ? [] : level(group.map(stripped))));
  const totals = groups.filter((group) => isLeaf(group) && isTotalLeaf(group));
  const parts = groups.filter((group) => !totals.includes(group) && !isOfWhich(group));
  const stated = totals[0]?.[0];
  if (totals.length !== 1 || stated === undefined || parts.length === 0) return inner;
  return [{ stated: stated.entry, readings: readingsOf(parts) }, ...inner];
}

const isLeaf = (group: readonly Leaf[]): boolean => group.every(({ path }) => path.length <= 1);
const isTotalLeaf = (group: readonly Leaf[]): boolean =>
  group.length === 1 && TOTAL_HEADER.test(group[0]?.path[0] ?? "");
const isOfWhich = (group: readonly Leaf[]): boolean => OF_WHICH.test(group[0]?.path[0] ?? "");
const stripped = ({ entry, path }: Leaf): Leaf => ({ entry, path: path.slice(1) });

const BY_NATURE: ReadonlySet<Measure> = new Set<Measure>([
  "basic",
  "project",
  "operating",
  "remittance_to_superior",
  "subsidy_to_subordinate",
]);

/** All columns; or, where a flat header prints 基本支出 and its parts side by side, only the outer ones. */
function readingsOf(groups: readonly (readonly Leaf[])[]): readonly (readonly Entry[])[] {
  const all = groups.flatMap(valueOf);
  const byNature = all.filter(({ record }) => BY_NATURE.has(record.measure));
  const known = all.filter(({ record }) => record.measure !== "unknown");
  return [all, ...[byNature, known].filter((some) => some.length > 0 && some.length < all.length)];
}

/** What a group of columns comes to: its own 小计 where it prints one, else its columns. */
function valueOf(group: readonly Leaf[]): readonly Entry[] {
  if (isLeaf(group)) return group.map(({ entry }) => entry);
  const inner = grouped(group.map(stripped), ({ path }) => path[0] ?? "");
  const subtotal = inner.find((one) => isLeaf(one) && isTotalLeaf(one));
  return (subtotal === undefined ? inner.filter((one) => !isOfWhich(one)) : [subtotal]).flatMap(
    valueOf,
  );
}

/** 基本支出 = 人员经费 + 公用经费 where no header says that they belong together. */
function basicByKind(leaves: readonly Leaf[]): readonly Comparison[] {
  const of = (measure: Measure): readonly Entry[] =>
    leaves.map(({ entry }) => entry).filter(({ record }) => record.measure === measure);
  const [basic, personnel, publicUse] = [of("basic"), of("personnel"), of("public_use")];
  const [stated] = basic;
  if (stated === undefined || basic.length !== 1) return [];
  if (personnel.length !== 1 || publicUse.length !== 1) return [];
  return [{ stated, readings: [[...personnel, ...publicUse]] }];
}
