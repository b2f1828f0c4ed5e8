import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule, type Where } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { paragraphs } from "../../evidence/prose.js";

const rule: Rule<{ readonly date: string; readonly own: number; readonly end: number }> = {
  id: "as_of_fits_year",
  severity: "error",
  about: {
    en: "Assets are stated as of the end of the year of the accounts, or of the year before the budget (a warning there).",
    zh: "资产的截止时间是决算年度的年末，或预算上一年的年末（后者不符为 warning）。",
  },
  say: {
    en: ({ date, own, end }) =>
      `The assets are as of ${date}; in a document for ${own} the end of ${end} is due.`,
    zh: ({ date, own, end }) => `资产的截止时间为${date}，${own}年的文档应为${end}年年末。`,
  },
};

/** 截至2023年12月31日 in the accounts of 2024. */
export const asOfFitsYear: Check = {
  rule,
  run: (reading) => {
    const { fiscal_year: own, stage } = reading.about;
    if (own === null || stage === null)
      return {
        compared: 0,
        findings: [],
        unable: {
          en: "the document has no year or stage of its own",
          zh: "文档没有写明年度，或没有写明是预算还是决算",
        },
      };
    const end = stage === "final_accounts" ? own : own - 1;
    const dates = datesOf(reading);
    const findings = dates.flatMap(({ date, year, where }): readonly Finding[] => {
      if (year === end || (stage === "budget" && year === own)) return [];
      const found = finding(
        rule,
        { date, own, end },
        { ...where, expected: String(end), actual: String(year) },
      );
      return [stage === "final_accounts" ? found : { ...found, severity: "warning" }];
    });
    return {
      compared: dates.length,
      findings,
      unable: { en: "no date of the assets is stated", zh: "没有写明资产的截止时间" },
    };
  },
};

interface AsOf {
  readonly date: string;
  readonly year: number;
  readonly where: Where;
}

const AS_OF = /截[至止]到?(?<date>(?<year>20\d\d)年(?:12月(?:31日)?)?(?:年?底|末)?)/gu;
const ASSETS = /资产|车辆|房屋|设备/u;

function datesOf(reading: Reading): readonly AsOf[] {
  const inProse = paragraphs(reading)
    .filter(({ text }) => ASSETS.test(text))
    .flatMap(({ text, where }) =>
      [...text.matchAll(AS_OF)].map(({ groups }) => ({
        date: groups?.["date"] ?? "",
        year: Number(groups?.["year"]),
        where,
      })),
    );
  const tables = reading.tables.flatMap(({ printed: { asOf, number }, record }) =>
    asOf === null
      ? []
      : [
          {
            date: asOf,
            year: Number(asOf.slice(0, 4)),
            where: { table_no: number, page: record.page_first },
          },
        ],
  );
  return [...inProse, ...tables];
}
