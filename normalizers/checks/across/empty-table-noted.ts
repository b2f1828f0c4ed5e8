import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Rule,
} from "../../../pipeline/model/finding.js";
import type { Reading, ReadTable } from "../../../pipeline/model/reading.js";
import { textOf } from "../../values/text.js";
import { editionOf } from "../../forms/editions.js";
import { figureTerms, type Stated } from "../../evidence/figure-terms.js";
import { placesOf } from "../../evidence/sum-facts.js";
import { CHECKS } from "../../evidence/check-settings.js";

/** What is wrong with an empty form or its note; `said` is what the prose or the note says. */
type Why = {
  readonly kind: "not_empty" | "in_prose" | "not_noted" | "other_fund";
  readonly said: string;
};

const WHY: Readonly<Record<Why["kind"], Bilingual<(said: string) => string>>> = {
  not_empty: { en: () => "is marked empty but has amounts", zh: () => "注明为空表，但有金额" },
  in_prose: {
    en: (said) => `is empty, but the prose says ${said}`,
    zh: (said) => `是空表，但正文写明${said}`,
  },
  not_noted: { en: () => "is empty and does not say that it is", zh: () => "是空表，但没有注明" },
  other_fund: { en: (said) => `has a note about ${said}`, zh: (said) => `的说明写的是${said}` },
};

const rule: Rule<{ readonly caption: string; readonly why: Why }> = {
  id: "empty_table_noted",
  severity: "error",
  about: {
    en: "A form without any amount says so under it (a warning where it does not), and is not empty where the prose has amounts; one marked empty has none.",
    zh: "没有金额的表在表下注明（未注明为 warning），且正文没有金额；注明为空的表没有金额。",
  },
  say: {
    en: ({ caption, why }) => `“${caption}” ${WHY[why.kind].en(why.said)}.`,
    zh: ({ caption, why }) => `“${caption}”${WHY[why.kind].zh(why.said)}。`,
  },
};

/** 空表 says so, and what says so is empty. */
export const emptyTableNoted: Check = {
  rule,
  run: (reading) => {
    const forms = reading.tables.filter(({ record }) => editionOf(record.kind) !== null);
    const findings = forms.flatMap((table) => doubt(reading, table));
    return {
      compared: forms.length,
      findings,
      unable: { en: "the document has no form of amounts", zh: "文档没有金额类的表" },
    };
  },
};

const SELF_MARKED = /[本此]表[为系]?空|[本此]表无数据/u;
const MARKED = /[本此该]表[为系]?空|空表|[本此该]表无数据/u;
const EXPLAINED = /无|没有|未|不涉及|为零|为0/u;

function doubt(reading: Reading, table: ReadTable): readonly Finding[] {
  const { printed, record } = table;
  const amounts = reading.amounts.filter(({ table_no }) => table_no === printed.number);
  const notes = [...printed.following.slice(0, CHECKS.across.noteLines), ...cellTexts(table)].join(
    "\n",
  );
  const caption = printed.caption ?? record.kind;
  const where = { table_no: printed.number, page: record.page_first };
  if (amounts.some(({ amount }) => amount !== null && amount !== "0"))
    return SELF_MARKED.test(notes)
      ? [finding(rule, { caption, why: { kind: "not_empty", said: "" } }, where)]
      : [];
  if (amounts.length > 0) return [];
  if (MARKED.test(notes)) return otherFund(table, notes);
  const stated = statedInProse(reading, table);
  if (stated !== null)
    return [
      finding(
        rule,
        { caption, why: { kind: "in_prose", said: stated.record.raw } },
        {
          ...where,
          expected: stated.record.raw,
          related: placesOf([stated]),
        },
      ),
    ];
  if (EXPLAINED.test(notes)) return otherFund(table, notes);
  const found = finding(rule, { caption, why: { kind: "not_noted", said: "" } }, where);
  return [{ ...found, severity: "warning" }];
}

/** A note copied from the form before: 无政府性基金预算 under 国有资本经营预算. */
function otherFund({ printed, record }: ReadTable, notes: string): readonly Finding[] {
  const form = editionOf(record.kind)?.form;
  if (form !== "state_capital" && form !== "government_fund") return [];
  const [own, other] =
    form === "state_capital" ? ["国有资本", "政府性基金"] : ["政府性基金", "国有资本"];
  const caption = printed.caption ?? record.kind;
  const said = notes
    .split("\n")
    .filter((line) => EXPLAINED.test(line))
    .join("\n");
  if (said.includes(own) || !said.includes(other)) return [];
  const found = finding(
    rule,
    { caption, why: { kind: "other_fund", said: other } },
    { table_no: printed.number, page: record.page_first, expected: own, actual: other },
  );
  return [{ ...found, severity: "warning" }];
}

function cellTexts({ printed: { grid, headerRows } }: ReadTable): readonly string[] {
  return grid.cells.filter(({ row }) => !headerRows.includes(row)).map(textOf);
}

/** What the prose says of a “三公” form's own items; a chapter under a wrong year counts where no other speaks of them. */
function statedInProse(reading: Reading, { record }: ReadTable): Stated | null {
  if (editionOf(record.kind)?.form !== "three_public") return null;
  const stated = figureTerms(reading).filter((term) =>
    term.record.measure.startsWith("three_public"),
  );
  const own = stated.filter((term) => term.record.fiscal_year === reading.about.fiscal_year);
  return (own.length === 0 ? stated : own).find(({ yuan }) => !yuan.eq(0)) ?? null;
}
