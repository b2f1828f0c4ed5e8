import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { type Entry, entries, isTotal } from "../../evidence/amount-terms.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { type Mention, mentions, paragraphs, type Prose } from "../../evidence/prose.js";
import type { SumFacts } from "../../evidence/sum-facts.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<SumFacts> = {
  id: "items_match_tables",
  severity: "error",
  about: {
    en: "What the prose says of one 项, or of the total of 财政拨款, stands in a table.",
    zh: "正文对某一项，或对财政拨款总额所说的金额，在某张表里有。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `The prose says “${stated.name}” ${stated.text}; table ${other?.table_no ?? "?"} has ${computed.text}.`,
    zh: ({ stated, parts: [other], computed }) =>
      `正文写明“${stated.name}”${stated.text}，第${other?.table_no ?? "?"}张表为${computed.text}。`,
  },
};

/** 住房公积金（项）187.19万元 = its row in a table; 财政拨款收入支出总计 = that of its summary. */
export const itemsMatchTables = arithmetic(rule, {
  compare: (reading) => {
    const all = entries(reading);
    const byName = itemRows(all);
    return paragraphs(reading).flatMap((paragraph) => [
      ...itemComparisons(paragraph, byName, reading),
      ...appropriationTotals(paragraph, all),
    ]);
  },
  unable: { en: "the prose names no 项 that a table has", zh: "正文没有提到表内的项" },
});

type Rows = ReadonlyMap<string, readonly Entry[]>;

/** The amounts of the lowest codes by name, of the year itself. */
function itemRows(all: readonly Entry[]): Rows {
  const rows = new Map<string, Entry[]>();
  for (const entry of all) {
    const { label, level, phase, classification } = entry.record;
    if (label === null || level !== 3 || classification !== "function" || phase === "previous")
      continue;
    const known = rows.get(label);
    if (known === undefined) rows.set(label, [entry]);
    else known.push(entry);
  }
  return rows;
}

const ITEM = /(?<name>[^（()、“”"。，；;\s）]{2,40})[（(]项[)）]/gu;

function itemComparisons(paragraph: Prose, rows: Rows, { about }: Reading): readonly Comparison[] {
  const named = [...paragraph.text.matchAll(ITEM)];
  const all = mentions(paragraph);
  return named.flatMap((match, index) => {
    const from = match.index + match[0].length;
    const to = named[index + 1]?.index ?? paragraph.text.length;
    const ours = all.filter(({ start }) => start >= from && start < to);
    const stated = about.stage === "final_accounts" ? ours.find(isAccounts) : ours[0];
    const name = match.groups?.["name"] ?? "";
    const same = rows.get(name) ?? [];
    if (stated === undefined || same.length === 0 || isElsewhere(stated, from)) return [];
    return [{ stated: { ...stated, name }, readings: same.map((entry) => [entry]) }];
  });
}

const isAccounts = ({ before }: Mention): boolean => /决算数?(?:为|是)?$/u.test(before);

/** An amount further on, or a comparison with another year, is not the item's own. */
function isElsewhere({ before, start }: Mention, from: number): boolean {
  return /上年|比|增加|减少|其中/u.test(before) || start - from > CHECKS.prose.amountWithin;
}

const APPROPRIATION = /财政拨款(?:收入、?支出|收、?支)(?:总计|总预算|总决算|合计)(?:各?为)?$/u;

function appropriationTotals(paragraph: Prose, all: readonly Entry[]): readonly Comparison[] {
  const totals = all.filter(
    ({ record, form }) =>
      form === "appropriation_summary" && record.measure === "total" && isTotal(record.label),
  );
  if (totals.length === 0) return [];
  return mentions(paragraph)
    .filter(({ before }) => APPROPRIATION.test(before))
    .map((stated) => ({ stated, readings: totals.map((total) => [total]) }));
}
