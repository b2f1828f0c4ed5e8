import { type Paragraph, pageOf } from "../../../pipeline/model/document.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { lineKey, pageKey } from "../../../pipeline/model/told-once.js";
import { halfWidth } from "../../values/text.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{ readonly lines: number; readonly amounts: number; readonly first: string }> = {
  id: "table_in_prose",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "Amounts that stand in columns are in a table: lines of them among the prose are a table that was not seen.",
    zh: "成列的金额应在表格内：正文中成列的金额，是未被识别的表。",
  },
  say: {
    en: ({ lines, amounts, first }) =>
      `${lines} line(s) of the prose print ${amounts} amounts in columns, from “${first}” on: a table was not seen, and its values are missing.`,
    zh: ({ lines, amounts, first }) =>
      `正文有${lines}行印有${amounts}个成列的金额，自“${first}”起：有一张表未被识别，其中的值缺失。`,
  },
};

/** Tables whose lines became paragraphs. */
export const tableInProse: Check = {
  rule,
  run: (reading) => {
    const found = runs(linesIn(reading));
    return {
      compared: reading.document.blocks.filter(({ type }) => type === "paragraph").length,
      findings: found.filter(isTable).map(told),
      unable: { en: "the document has no prose", zh: "文档没有正文" },
    };
  },
};

/** A paragraph with amounts in columns: which block it is, the section it is in, how many amounts. */
interface Line {
  readonly block: number;
  readonly section_no: number | null;
  readonly paragraph: Paragraph;
  readonly amounts: number;
}

function linesIn({ document, sections }: Reading): readonly Line[] {
  const headings = new Map(sections.map(({ block, section_no }) => [block, section_no]));
  let section_no: number | null = null;
  return document.blocks.flatMap((paragraph, block) => {
    section_no = headings.get(block) ?? section_no;
    if (paragraph.type === "table" || paragraph.contents === true) return [];
    const amounts = amountsInColumns(paragraph.text);
    return amounts === 0 ? [] : [{ block, section_no, paragraph, amounts }];
  });
}

const PARTING = /[\s\u3000|│┃｜¦<>]+/u;
/** An amount as it is printed in a table: with decimals or separators, and no unit of its own. */
const AMOUNT = /^[-−－△▲(（]?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d\d?)[)）]?$/u;
const NUMBER = /^[-−－△▲(（]?\d[\d,，.．]*[%％]?[)）]?$/u;
/** What follows an amount of a sentence that has a blank before its unit. */
const UNIT = /^(?:[十百千]?[万亿]?元|[万亿]|[%％]|个百分点|平方|公[里顷斤]|亩|吨|人|户)/u;

/** Amounts that run into one another (`922.86922.86`): cells whose borders were lost. */
const GLUED = /\d[.．]\d\d(?=-?\d{1,12}(?:[,，]\d{3}){0,4}[.．]\d\d)/gu;

/** How many amounts of a line stand apart from words: alone, side by side, at its end or run into one another. */
function amountsInColumns(text: string): number {
  const glued = text.match(GLUED)?.length ?? 0;
  if (glued >= CHECKS.unread.proseGlued) return 2 * glued;
  const parts = halfWidth(text).trim().split(PARTING);
  const bare = parts.filter((part, i) => AMOUNT.test(part) && !UNIT.test(parts[i + 1] ?? ""));
  // One amount stands at the end, after its label: at the beginning it is the number of a heading.
  if (bare.length === 1 && !AMOUNT.test(parts.findLast((part) => part !== "") ?? "")) return 0;
  const numbers = parts.filter((part) => NUMBER.test(part));
  const areWhole = bare.length === 0 && numbers.length >= CHECKS.unread.proseWhole;
  return areWhole && numbers.length * 2 >= parts.length ? numbers.length : bare.length;
}

/** Lines that follow one another, but for labels between them. */
function runs(all: readonly Line[]): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  for (const line of all) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (before !== undefined && line.block - before.block <= CHECKS.unread.proseGap + 1)
      last?.push(line);
    else found.push([line]);
  }
  return found;
}

const amountsOf = (run: readonly Line[]): number =>
  run.reduce((sum, { amounts }) => sum + amounts, 0);

/** Enough amounts over enough lines, or all in one paragraph whose lines were joined. */
function isTable(run: readonly Line[]): boolean {
  if (amountsOf(run) < CHECKS.unread.proseAmounts) return false;
  return (
    run.length >= CHECKS.unread.proseLines ||
    run.some(({ amounts }) => amounts >= CHECKS.unread.proseAmounts)
  );
}

function told(run: readonly Line[]): Finding {
  const [first] = run;
  const quoted = Array.from(first?.paragraph.text.replace(/\s+/gu, " ").trim() ?? "");
  const facts = {
    lines: run.length,
    amounts: amountsOf(run),
    first: quoted.slice(0, CHECKS.unread.proseQuote).join("").replaceAll("”", ""),
  };
  const page = first === undefined ? null : pageOf(first.paragraph.at);
  const tellsOf = run.map(({ paragraph: { at, text } }) =>
    at.type === "page" ? pageKey(at.page) : lineKey(text),
  );
  return {
    ...finding(rule, facts, { section_no: first?.section_no ?? null, page }),
    tellsOf: [...new Set(tellsOf)],
  };
}
