import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { officialName } from "../../reference/classification.js";
import { grouped } from "../../evidence/amount-terms.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{
  readonly code: string;
  readonly label: string;
  readonly names: readonly string[];
}> = {
  id: "code_name_fits",
  severity: "warning",
  about: {
    en: "A code of the 政府收支分类科目 is in the list of its year and has its official name.",
    zh: "政府收支分类科目的编码在当年的目录里，名称是其正式名称。",
  },
  say: {
    en: ({ code, label, names: [name] }) =>
      name === undefined
        ? `The code ${code} (“${label}”) is not in the classification of the year.`
        : `The code ${code} is called “${label}”; its official name is “${name}”.`,
    zh: ({ code, label, names: [name] }) =>
      name === undefined
        ? `编码${code}（“${label}”）不在当年的科目目录里。`
        : `编码${code}写作“${label}”，其正式名称是“${name}”。`,
  },
};

/** Code and name as the classification has them. */
export const codeNameFits: Check = {
  rule,
  run: ({ amounts, about }) => {
    const coded = grouped(
      amounts.filter(
        ({ code, label }) => code !== null && label !== null && !/^[合总小]计$/u.test(label),
      ),
      ({ code, label }) => `${code} ${label}`,
    ).flatMap(([first]) => first ?? []);
    const findings = coded.flatMap((amount) => doubt(amount, about.fiscal_year));
    return {
      compared: coded.length,
      findings,
      unable: { en: "no table prints codes with names", zh: "没有表印有科目编码和名称" },
    };
  },
};

function doubt(amount: Placed<"amounts">, year: number | null): readonly Finding[] {
  const { code, label, table_no, row, page } = amount;
  if (code === null || label === null || !/^[1235]\d{2}(?:\d{2}){0,2}$/u.test(code)) return [];
  const { names, known, complete } = officialName(code, year);
  const unknown = !known && complete && names.length === 0;
  const other = names.length > 0 && !names.some((name) => resembles(name, label));
  if (!unknown && !other) return [];
  const sides = { ...(names[0] === undefined ? {} : { expected: names[0] }), actual: label };
  return [finding(rule, { code, label, names }, { table_no, row, page, ...sides })];
}

/** Names are cut, abbreviated and were changed over the years: they resemble where they share enough pairs of characters. */
function resembles(name: string, label: string): boolean {
  const [a, b] = [plain(name), plain(label)];
  if (a === "" || b === "" || a.includes(b) || b.includes(a)) return true;
  const [mine, theirs] = [pairs(a), pairs(b)];
  const shared = mine.filter((pair) => theirs.includes(pair)).length;
  return shared / Math.min(mine.length, theirs.length) >= CHECKS.across.likeName;
}

const plain = (text: string): string => text.replace(/[^\p{sc=Han}]/gu, "");

function pairs(text: string): readonly string[] {
  return text.length < 2
    ? [text]
    : Array.from(text)
        .slice(1)
        .map((char, index) => `${text[index] ?? ""}${char}`);
}
