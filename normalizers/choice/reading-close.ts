import {
  type Bilingual,
  type Finding,
  finding,
  type Language,
  type Rule,
  type Where,
} from "../../pipeline/model/finding.js";
import type { Choice } from "./choose.js";

/** Which choice of the layout was close. */
type Chosen = "header" | "columns" | "page_break";

/** A layout that two readings explain nearly as well, with other records. */
export const readingClose: Rule<{
  readonly choice: Chosen;
  /** What was taken, and what it might be as well: rows of the header, uses of columns, one table or two. */
  readonly taken: string;
  readonly other: string;
  readonly points: number;
  readonly pointsOther: number;
}> = {
  id: "reading_close",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "Where the layout of a table allows several readings, its sums, official codes and the types of its cells speak clearly for one.",
    zh: "表格版式有几种读法时，其合计关系、科目编码和各单元格的内容明确支持其中一种。",
  },
  say: {
    en: ({ choice, taken, other, points, pointsOther }) =>
      `${CHOICES[choice].en}: read as ${inWords(taken, "en")} (${points} points); ${inWords(other, "en")} would explain the table nearly as well (${pointsOther} points), with other records.`,
    zh: ({ choice, taken, other, points, pointsOther }) =>
      `${CHOICES[choice].zh}：读作${inWords(taken, "zh")}（${points}分）；读作${inWords(other, "zh")}也几乎同样说得通（${pointsOther}分），但所得记录不同。`,
  },
};

/** What facts name, in words; numbers of rows and columns stay. */
function inWords(named: string, language: Language): string {
  return named.replace(/[a-z_]+/gu, (word) => WORDS[word]?.[language] ?? word);
}

const WORDS: Readonly<Record<string, Bilingual<string>>> = {
  as_headed: { en: "what their headers say", zh: "表头所示" },
  code: { en: "codes", zh: "科目编码" },
  serial: { en: "serial numbers", zh: "序号" },
  label: { en: "names of rows", zh: "行的名称" },
  code_of_half_before: { en: "codes of the amounts before them", zh: "前面金额的科目编码" },
  one_table: { en: "one table", zh: "同一张表" },
  two_tables: { en: "two tables", zh: "两张表" },
};

const CHOICES: Readonly<Record<Chosen, Bilingual<string>>> = {
  header: { en: "Number of header rows", zh: "表头行数" },
  columns: { en: "Use of the columns without a clear header", zh: "表头不明的列的用途" },
  page_break: { en: "Tables on both sides of a page break", zh: "分页前后的表格" },
};

/** A finding where a choice was close. */
export function closeFinding(
  choice: Chosen,
  { chosen, close }: Choice<string>,
  where: Where = {},
): readonly Finding[] {
  if (close === null) return [];
  const points = { points: chosen.points, pointsOther: close.points };
  return [finding(readingClose, { choice, taken: chosen.is, other: close.is, ...points }, where)];
}
