import {
  type Bilingual,
  type Finding,
  finding,
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
      `${CHOICES[choice].en}: read as ${taken} (${points} points); ${other} would explain the table nearly as well (${pointsOther} points), with other records.`,
    zh: ({ choice, taken, other, points, pointsOther }) =>
      `${CHOICES[choice].zh}：读作${taken}（${points}分）；读作${other}也几乎同样说得通（${pointsOther}分），但所得记录不同。`,
  },
};

const CHOICES: Readonly<Record<Chosen, Bilingual<string>>> = {
  header: { en: "How many rows the header has", zh: "表头的行数" },
  columns: { en: "What columns are for", zh: "各列的用途" },
  page_break: { en: "Whether the table goes on over the page", zh: "表格是否跨页接续" },
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
