import { grouped } from "../../../pipeline/model/grouped-by.js";
import { editionOf } from "../../forms/editions.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { once } from "../../../pipeline/model/once.js";
import { classNames, officialName } from "../../reference/classification.js";
import { resembles } from "../../evidence/resembles.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{
  readonly code: string;
  readonly label: string;
  readonly names: readonly string[];
}> = {
  id: "code_name_fits",
  severity: "warning",
  cause: ({ code, label }) => `${code} ${label}`,
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

/** Code and name as the classification has them; in lists of projects the name beside a code is the project's. */
export const codeNameFits: Check = {
  rule,
  run: ({ amounts, about }) => {
    const coded = grouped(
      amounts.filter(
        ({ code, label, table_kind: kind }) =>
          code !== null &&
          label !== null &&
          editionOf(kind)?.form !== "projects" &&
          !/^[合总小]计$/u.test(label),
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
  if (code === null || label === null) return [];
  if (!/^[1235]\d{2}(?:\d{2}){0,2}$/u.test(code)) return misprinted(amount);
  const { names, known, complete } = officialName(code, year);
  const unknown = !known && complete && names.length === 0;
  const other =
    names.length > 0 && !names.some((name) => resembles(name, label, CHECKS.across.likeName));
  if (!unknown && !other) return [];
  const sides = { ...(names[0] === undefined ? {} : { expected: names[0] }), actual: label };
  return [finding(rule, { code, label, names }, { table_no, row, page, ...sides })];
}

/** A code of another shape beside the name of a class is misprinted; beside other names it is a unit's, or of another list. */
function misprinted({ code, label, table_no, row, page }: Placed<"amounts">): readonly Finding[] {
  if (code === null || label === null || !officialNames().has(label)) return [];
  return [finding(rule, { code, label, names: [] }, { table_no, row, page, actual: label })];
}

const officialNames = once((): ReadonlySet<string> => new Set(classNames()));
