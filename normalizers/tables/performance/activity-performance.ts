import { objectOf } from "../../../pipeline/model/object-of.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { year } from "../../values/date.js";
import { canonical } from "../../values/text.js";
import type { Bound } from "../columns.js";
import { defineTable, type Line, text } from "../define-table.js";
import { haveTargets } from "./indicator-columns.js";
import { ofActivity, readIndicators } from "./indicators.js";

const COLUMNS = {
  activity_code: { header: /^(?:职责|工作)*(?:活动)?(?:编码|代码)$/u, read: text },
  activity_name: {
    header: /^(?:职责|工作|部门)*活动(?:名称)?$|^职责(?:名称)?[-—－]活动$/u,
    read: text,
  },
  description: {
    header: /^(?:职责|工作)*(?:活动|内容|职责)(?:内容)?描述$|^(?:活动|工作)内容$/u,
    read: text,
  },
  fiscal_year: { header: /^(?:预算)?年度$/u, read: text },
  goal: { header: /^(?:年度|活动)?绩效目标$/u, read: text },
} as const;

const FIELDS = ["activity_code", "activity_name", "description", "fiscal_year", "goal"] as const;

type Field = (typeof FIELDS)[number];
type Activity = Draft<"activities">;
type Printed = Readonly<Record<Field, string | null>>;

/** 职责—活动绩效目标表: the activities of a department with their indicators, mostly graded (优, 良, 中, 差). */
export const activityPerformance = defineTable({
  kind: "activity_performance",
  name: "职责活动绩效目标表",
  columns: COLUMNS,
  elsewhere: /^(?:部门)?职责(?:名称)?$|预算(?:数|资金|金额)?(?:[（(].*)?$/u,
  fits: isActivityForm,
  shows: isActivityForm,
  rows: (lines, { table: { grid, columns, headerRows }, reader }) => {
    const byRow = activitiesByRow(lines);
    const indicators = readIndicators({
      grid,
      indicators: { headerRows, columns, bodyRows: [...byRow.keys()], longTerm: [], side: [] },
      reader,
      owner: (row) => ofActivity(byRow.get(row)),
    });
    return { activities: [...new Set(byRow.values())], indicators };
  },
});

function isActivityForm(bound: Bound<Field>, { columns }: PrintedTable): boolean {
  return haveTargets(columns) && bound.has("activity_name");
}

/** The activity of each row: rows that name the same one, or none, go on with it. */
function activitiesByRow(lines: readonly Line<Field>[]): ReadonlyMap<number, Activity> {
  const byRow = new Map<number, Activity>();
  let last: Printed | null = null;
  let activity: Activity | null = null;
  for (const line of lines) {
    const printed: Printed = printedIn(line, last);
    if (activity === null || last === null || begins(printed, last)) activity = activityOf(printed);
    last = printed;
    byRow.set(line.row, activity);
  }
  return byRow;
}

/** What a row says of its activity, blanks filled from above. */
function printedIn({ read }: Line<Field>, above: Printed | null): Printed {
  return objectOf<Printed>(FIELDS, (field) => read(field) ?? above?.[field] ?? null);
}

function begins(printed: Printed, last: Printed): boolean {
  return (
    printed.activity_code !== last.activity_code || printed.activity_name !== last.activity_name
  );
}

function activityOf(printed: Printed): Activity {
  return { ...printed, fiscal_year: year(canonical(printed.fiscal_year ?? "")) };
}
