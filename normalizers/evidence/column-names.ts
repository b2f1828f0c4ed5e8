import { yearsIn } from "../values/date.js";
import { canonical } from "../values/text.js";

/** Whether a header speaks of what was planned, of the plan as it was changed, or of what was done. */
export type ColumnStage = "budget" | "adjusted" | "actual";

/** What a header says of its column. */
export interface ColumnName {
  readonly year: number | null;
  readonly stage: ColumnStage | null;
}

/** Names of budgets, which say nothing of when. */
const FUND = /(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算/gu;
const STAGES: readonly (readonly [ColumnStage, RegExp])[] = [
  ["actual", /执行|决算|完成|实际|快报/u],
  ["adjusted", /调整|变动/u],
  ["budget", /预算|安排|预计|草案/u],
];

/** A header text without blanks and names of budgets. */
export const headerWords = (text: string): string => canonical(text).replace(FUND, "");

/** The year and stage that a header or caption names: `2025年 / 执行数`, `2026年一般公共预算支出草案表`. */
export function columnName(text: string): ColumnName {
  const words = headerWords(text);
  return {
    year: yearsIn(words).at(-1) ?? null,
    stage: STAGES.find(([, pattern]) => pattern.test(words))?.[0] ?? null,
  };
}
