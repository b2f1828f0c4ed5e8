import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule, type Where } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { canonical } from "../../values/text.js";
import { editionOf } from "../../forms/editions.js";
import type { TableKindName } from "../../../pipeline/model/records/vocabulary.js";

const rule: Rule<{ readonly text: string; readonly year: string; readonly own: number }> = {
  id: "heading_year_fits",
  severity: "error",
  about: {
    en: "Headings, captions and table years name the document's own year.",
    zh: "标题、表题和表内的年度是本文档的年度。",
  },
  say: {
    en: ({ text, year, own }) => `“${text}” names ${year}, the document is for ${own}.`,
    zh: ({ text, year, own }) => `“${text}”写的是${year}年，本文档是${own}年的。`,
  },
};

/** The year of a heading about the budget or the accounts themselves, not about their execution. */
const YEAR =
  /(20\d\d)年度?[^，,。；;]*?(?:部门|单位)[^，,。；;]*?[预决]算(?!执行)|(20\d\d)年度?[预决]算(?!执行)/u;
const EARLIER = /上年|执行|完成|较|比/u;

/** 2023年度部门决算情况说明 in the accounts of 2024. */
export const headingYearFits: Check = {
  rule,
  run: (reading) => {
    const own = reading.about.fiscal_year;
    if (own === null || reading.about.scope === "government")
      return {
        compared: 0,
        findings: [],
        unable: { en: "the document has no single year of its own", zh: "文档没有唯一的年度" },
      };
    const all = printed(reading);
    const findings = all.flatMap(({ text, year, where }): readonly Finding[] =>
      Number(year) === own
        ? []
        : [finding(rule, { text, year, own }, { ...where, expected: String(own), actual: year })],
    );
    return {
      compared: all.length,
      findings,
      unable: { en: "no heading and no caption names a year", zh: "标题和表题都没有写明年度" },
    };
  },
};

/** The forms that print the year they are for: 预算年度. */
const printsYear = (kind: TableKindName): boolean =>
  editionOf(kind) !== null || kind.endsWith("performance");
const NAME = "预算年度";

interface Dated {
  readonly text: string;
  readonly year: string;
  readonly where: Where;
}

function printed({ sections, tables }: Reading): readonly Dated[] {
  const headings = sections.flatMap(({ section_no, title, page }) =>
    dated(title, { section_no, page }),
  );
  const captions = tables.flatMap(({ printed: { caption, number }, record }) =>
    record.kind === "unknown"
      ? []
      : dated(caption ?? "", { table_no: number, page: record.page_first }),
  );
  const years = tables.flatMap(({ printed: { number }, record }) =>
    printsYear(record.kind) && record.fiscal_year !== null
      ? [
          {
            text: NAME,
            year: String(record.fiscal_year),
            where: { table_no: number, page: record.page_first },
          },
        ]
      : [],
  );
  return [...headings, ...captions, ...years];
}

function dated(title: string, where: Where): readonly Dated[] {
  const text = canonical(title);
  const match = YEAR.exec(text);
  const year = match?.[1] ?? match?.[2];
  return year === undefined || EARLIER.test(text) ? [] : [{ text, year, where }];
}
