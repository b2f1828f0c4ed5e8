import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { contentsEntries } from "../../structure/outline/outline.js";
import { isHeldBy } from "../../../pipeline/model/table-kind.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { TableKindName } from "../../../pipeline/model/records/vocabulary.js";
import { numbered } from "../../values/ordinal.js";
import { kinds } from "../../forms/table-kinds.js";
import { resembles } from "../../evidence/resembles.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{ readonly entries: readonly string[] }> = {
  id: "announced_table_present",
  severity: "error",
  about: {
    en: "Every form that the table of contents announces is in the document.",
    zh: "目录列出的每张表在文档里都有。",
  },
  say: {
    en: ({ entries }) =>
      `The contents announce ${entries.map((entry) => `“${entry}”`).join(", ")}, which the document does not have.`,
    zh: ({ entries }) => `目录列有${entries.map((entry) => `“${entry}”`).join("、")}，文档里没有。`,
  },
};

/** The contents name 支出决算表, and no table is one. */
export const announcedTablePresent: Check = {
  rule,
  run: (reading) => {
    const entries = contentsEntries(reading.document)
      .map(bare)
      .filter((entry) => entry.endsWith("表"));
    const expected = entries.flatMap((entry) => {
      const named = kindsNamed(reading, entry);
      return named.length === 0 ? [] : [{ entry, named }];
    });
    const absent = expected.filter(({ entry, named }) => !isPresent(reading, entry, named));
    const findings = absent.length === 0 ? [] : [missing(reading, absent, expected.length)];
    const unable = {
      en: "the document has no table of contents that names forms",
      zh: "文档没有列出各表的目录",
    };
    return { compared: expected.length, findings, unable };
  },
};

/** One finding for all; a text without any of its forms has them in a file of their own. */
function missing(
  reading: Reading,
  absent: readonly { readonly entry: string }[],
  announced: number,
): Finding {
  const entries = absent.map(({ entry }) => entry);
  const found = finding(rule, { entries }, { expected: entries.join("、") });
  const isDoubtful =
    absent.length === announced || entries.every((entry) => isCalledLike(reading, entry));
  return isDoubtful ? { ...found, severity: "warning" } : found;
}

/** Whether a table is called nearly so: it may be the one, under a title of other words. */
function isCalledLike({ tables }: Reading, entry: string): boolean {
  return tables.some(
    ({ printed: { caption } }) =>
      caption !== null &&
      Math.abs(entry.length - bare(caption).length) <= CHECKS.across.titleLength &&
      isOfOneSubject(entry, caption) &&
      resembles(entry, bare(caption), CHECKS.across.likeTitle),
  );
}

/** What tells titles of forms apart that are else alike. */
const SUBJECTS = ["收入", "支出", "收支", "基金", "资本", "基本", "项目", "采购", "三公", "绩效"];

function isOfOneSubject(entry: string, caption: string): boolean {
  const plain = caption.replace(/[（()）]/gu, "");
  return SUBJECTS.every((subject) => entry.includes(subject) === plain.includes(subject));
}

/** The kinds of table that a title names, in both editions where it is a form of amounts. */
function kindsNamed({ about }: Reading, caption: string): readonly TableKindName[] {
  const announced = { caption };
  return kinds
    .filter((kind) => isHeldBy(about.scope, kind) && kind.names(announced))
    .map(({ kind }) => kind);
}

/** Without `公开03表：` and list numbers. */
function bare(entry: string): string {
  const rest = numbered(entry).rest;
  return rest.replace(/^(?:附[表件])?(?:公开)?\d*表?\d*[:：]/u, "").replace(/^.*?20\d\d年度?/u, "");
}

function isPresent({ tables }: Reading, entry: string, named: readonly TableKindName[]): boolean {
  return tables.some(
    ({ printed, record }) =>
      named.includes(record.kind) || (printed.caption !== null && bare(printed.caption) === entry),
  );
}
