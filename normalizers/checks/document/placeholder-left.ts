import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule, type Where } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { canonical } from "../../values/text.js";
import { paragraphs } from "../../evidence/prose.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{ readonly text: string }> = {
  id: "placeholder_left",
  severity: "error",
  about: {
    en: "No placeholder of a template (XX局, ××万元) is left; an error in a heading or caption, else a warning.",
    zh: "没有留下模板的占位符（XX局、××万元）；在标题或表题里为 error，其他为 warning。",
  },
  say: {
    en: ({ text }) => `A placeholder is left in “${text}”.`,
    zh: ({ text }) => `“${text}”里留有模板的占位符。`,
  },
};

const PLACEHOLDER =
  /(?:(?<![A-Za-z0-9])[Xx]{2,4}|[×＊*○〇]{2,4})(?=局|委|厅|部门|部[^分署]|办公|院|处|中心|学校|单位|年|月|县|市|区|镇|乡|万元|元|项目)/u;

/** A heading, a caption or a sentence that was never filled in. */
export const placeholderLeft: Check = {
  rule,
  run: (reading) => {
    const headings = headingsOf(reading);
    const inHeadings = headings.flatMap(({ text, where }) => found(text, where));
    const headed = new Set(headings.map(({ text }) => text));
    const inProse = paragraphs(reading)
      .filter(
        ({ text }) => ![...headed].some((heading) => heading !== "" && text.includes(heading)),
      )
      .flatMap(({ text, where }) => found(text, where))
      .slice(0, 1)
      .map((one): Finding => ({ ...one, severity: "warning" }));
    return {
      compared: headings.length,
      findings: [...inHeadings, ...inProse],
      unable: { en: "there is no heading and no caption", zh: "没有标题和表题" },
    };
  },
};

interface Headed {
  readonly text: string;
  readonly where: Where;
}

function headingsOf({ about, sections, tables }: Reading): readonly Headed[] {
  return [
    ...(about.title === null ? [] : [{ text: canonical(about.title), where: { page: 1 } }]),
    ...sections.map(({ section_no, title, page }) => ({
      text: canonical(title),
      where: { section_no, page },
    })),
    ...tables.flatMap(({ printed, record }) =>
      printed.caption === null
        ? []
        : [
            {
              text: canonical(printed.caption),
              where: { table_no: printed.number, page: record.page_first },
            },
          ],
    ),
  ];
}

function found(text: string, where: Where): readonly Finding[] {
  const match = PLACEHOLDER.exec(text);
  if (match === null) return [];
  const near = text.slice(
    Math.max(0, match.index - CHECKS.document.context),
    match.index + match[0].length + CHECKS.document.context,
  );
  return [finding(rule, { text: near }, { ...where, actual: match[0] })];
}
