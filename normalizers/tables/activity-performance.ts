import type { Cell } from "../../pipeline/document.js";
import type { Draft } from "../../pipeline/records.js";
import type { PrintedTable, TableKind, TableReading } from "../../pipeline/table-kind.js";
import { year } from "../date.js";
import { canonical } from "../text.js";
import { facetsOf } from "../captions/facets.js";
import { type CellReader, cellReader } from "./cells.js";
import { type Bound, bind, cellsUnder } from "./columns.js";
import { ignoreFurniture, ignoreRepeatedHeader } from "./furniture.js";
import { haveTargets, readIndicators } from "./indicators.js";
import { isBlankRow } from "./rows.js";

const HEADERS = {
  activity_code: /^(?:职责|工作)*(?:活动)?(?:编码|代码)$/u,
  activity_name: /^(?:职责|工作|部门)*活动(?:名称)?$|^职责(?:名称)?[-—－]活动$/u,
  description: /^(?:职责|工作)*(?:活动|内容|职责)(?:内容)?描述$|^(?:活动|工作)内容$/u,
  fiscal_year: /^(?:预算)?年度$/u,
  goal: /^(?:年度|活动)?绩效目标$/u,
} as const;
const ELSEWHERE = /^(?:部门)?职责(?:名称)?$|预算(?:数|资金|金额)?(?:[（(].*)?$/u;
const FIELDS = ["activity_code", "activity_name", "description", "fiscal_year", "goal"] as const;

type Field = keyof typeof HEADERS;
type Activity = Draft<"activities">;
type Printed = Readonly<Record<Field, string | null>>;

/** 职责—活动绩效目标表: the activities of a department with their indicators, mostly graded (优, 良, 中, 差). */
export const activityPerformance: TableKind = {
  kind: "activity_performance",
  name: "职责活动绩效目标表",
  names: (caption) => facetsOf(caption).subject === "activity_performance",
  fits: isActivityForm,
  shows: isActivityForm,
  read,
};

function isActivityForm({ columns }: PrintedTable): boolean {
  return haveTargets(columns) && bind(columns, HEADERS).has("activity_name");
}

function read(table: PrintedTable): TableReading {
  const { grid, columns, headerRows } = table;
  const reader = cellReader(grid);
  ignoreFurniture(table, reader, ELSEWHERE);
  const bodyRows = table.bodyRows.filter((row) => !ignoreRepeatedHeader(table, reader, row));
  const byRow = activitiesByRow({ ...table, bodyRows }, reader);
  const indicators = readIndicators({
    grid,
    indicators: { headerRows, columns, bodyRows, longTerm: [] },
    reader,
    owner: (row) => ({
      scope: "activity",
      project_code: null,
      project_name: null,
      activity_code: byRow.get(row)?.activity_code ?? null,
      activity_name: byRow.get(row)?.activity_name ?? null,
    }),
  });
  return { activities: [...new Set(byRow.values())], indicators, ...reader.close() };
}

/** The activity of each row: rows that name the same one, or none, go on with it. */
function activitiesByRow(table: PrintedTable, reader: CellReader): ReadonlyMap<number, Activity> {
  const bound = bind(table.columns, HEADERS);
  const byRow = new Map<number, Activity>();
  let last: Printed | null = null;
  let activity: Activity | null = null;
  for (const row of table.bodyRows.filter((below) => !isBlankRow(table.grid, below))) {
    const stated = printedIn({ table, bound, row }, reader);
    const printed: Printed = last === null ? stated : filledDown(stated, last);
    if (activity === null || last === null || begins(printed, last)) activity = activityOf(printed);
    last = printed;
    byRow.set(row, activity);
  }
  return byRow;
}

interface Row {
  readonly table: PrintedTable;
  readonly bound: Bound<Field>;
  readonly row: number;
}

function printedIn(place: Row, reader: CellReader): Printed {
  const text = (field: Field) => reader.text(cellIn(place, field));
  return {
    activity_code: text("activity_code"),
    activity_name: text("activity_name"),
    description: text("description"),
    fiscal_year: text("fiscal_year"),
    goal: text("goal"),
  };
}

function cellIn({ table, bound, row }: Row, field: Field): Cell | undefined {
  return cellsUnder(table.grid, { bound, field, row })[0];
}

function filledDown(stated: Printed, above: Printed): Printed {
  const filled = FIELDS.map((field) => [field, stated[field] ?? above[field]]);
  return { ...stated, ...Object.fromEntries(filled) };
}

function begins(printed: Printed, last: Printed): boolean {
  return (
    printed.activity_code !== last.activity_code || printed.activity_name !== last.activity_name
  );
}

function activityOf(printed: Printed): Activity {
  return { ...printed, fiscal_year: year(canonical(printed.fiscal_year ?? "")) };
}
