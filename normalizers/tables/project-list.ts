import type { Cell } from "../../pipeline/document.js";
import type { Grid } from "../../pipeline/grid.js";
import type { Draft } from "../../pipeline/records.js";
import type { PrintedTable } from "../../pipeline/table-kind.js";
import { canonical } from "../text.js";
import { unitUnder } from "../unit.js";
import type { CellReader } from "./cells.js";
import { type Bound, bind, cellsUnder, otherColumns } from "./columns.js";
import { goalsIn } from "./goals.js";
import { type IndicatorGrid, indicatorGrid } from "./indicator-grid.js";
import { readIndicators } from "./indicators.js";

type Project = Draft<"projects">;

const HEADERS = {
  project_code: /^项目(?:编码|代码|编号)$/u,
  project_name: /^(?:单位名称、)?(?:预算|支出|专项)?项目(?:支出)?名称/u,
  unit_name: /^(?:实施|预算|主管|申报|项目)?(?:单位|部门)(?:名称)?$/u,
  goals: /^(?:项目|年度|总体|预算|绩效|支出)*目标$/u,
  budget_fiscal: /^(?:其中[：:])?(?:财政(?:资金|拨款)|一般公共预算)/u,
  budget_other: /^(?:其中[：:])?其[他它]资金/u,
  budget_total:
    /^(?:项目|年度|本年度?)?(?:预算|资金)(?:总额|金额|数|安排数?|资金)?(?:[（(].*)?$|^(?:预算)?金额/u,
} as const;
const ELSEWHERE =
  /^(?:序号|备注|单位(?:编码|代码)|主管部门|部门(?:名称|编码)|项目(?:类[别型]|属性|级次|期限?))$/u;

type Field = keyof typeof HEADERS;

/** What the rows of one project share. */
interface Listed {
  readonly bound: Bound<Field>;
  readonly table: PrintedTable;
  readonly reader: CellReader;
  readonly row: number;
}

/** Whether a grid lists many projects with their indicators, one column naming the project. */
export function isProjectList(grid: Grid): boolean {
  const indicators = indicatorGrid(grid);
  return indicators !== null && bind(indicators.columns, HEADERS).has("project_name");
}

/** Reads a list of projects: each name begins a project, the rows below it are its indicators. */
export function readProjectList(
  table: PrintedTable,
  reader: CellReader,
): { readonly projects: readonly Project[]; readonly indicators: readonly Draft<"indicators">[] } {
  const indicators = indicatorGrid(table.grid);
  if (indicators === null) return { projects: [], indicators: [] };
  const bound = bind(indicators.columns, HEADERS);
  ignoreAround(table, { indicators, bound, reader });
  const begun = projectsByRow(table, { indicators, bound, reader });
  const current = (row: number) => begun.findLast((project) => project.row <= row)?.project;
  return {
    projects: begun.map(({ project }) => project),
    indicators: readIndicators({
      grid: table.grid,
      indicators,
      reader,
      owner: (row) => ({
        scope: "project",
        project_code: current(row)?.project_code ?? null,
        project_name: current(row)?.project_name ?? null,
        activity_code: null,
        activity_name: null,
      }),
    }),
  };
}

interface List {
  readonly indicators: IndicatorGrid;
  readonly bound: Bound<Field>;
  readonly reader: CellReader;
}

function ignoreAround(table: PrintedTable, { indicators, bound, reader }: List): void {
  const above = Array.from({ length: indicators.headerRows[0] ?? 0 }, (_, row) => row);
  reader.ignoredRows(above, "corner");
  for (const column of otherColumns(indicators.columns, bound, ELSEWHERE))
    for (const row of indicators.bodyRows)
      reader.ignored(table.grid.at(row, column.index), "no column in the dataset");
}

interface Begun {
  readonly row: number;
  readonly project: Project;
}

/** A project begins where its name, code, unit or goal is printed and is not the one above. */
function projectsByRow(table: PrintedTable, { indicators, bound, reader }: List): readonly Begun[] {
  const begun: Begun[] = [];
  let last: readonly string[] = [];
  for (const row of indicators.bodyRows) {
    const listed = { bound, table, reader, row };
    const told = TELLING.map((field) => canonical(own(listed, field)?.text ?? ""));
    const begins = told.some((text, i) => text !== "" && text !== last[i]);
    if (begins) begun.push({ row, project: projectAt(listed, begun.at(-1)?.project) });
    else for (const field of bound.keys()) reader.ignored(own(listed, field), "repeated");
    last = told.map((text, i) => (text === "" ? (last[i] ?? "") : text));
  }
  return begun;
}

const TELLING = ["project_name", "project_code", "unit_name", "goals"] as const;

/** What a row says of a project; its name goes on from above where another unit has a part in it. */
function projectAt(listed: Listed, above: Project | undefined): Project {
  const { table, reader } = listed;
  const text = (field: Field) => reader.text(own(listed, field));
  const name = text("project_name");
  const code = text("project_code");
  const goals = own(listed, "goals");
  const unitName = text("unit_name");
  reader.text(goals);
  const budget_total = yuan(listed, "budget_total");
  return {
    number: null,
    project_code: code ?? (name === null ? (above?.project_code ?? null) : null),
    project_name: name ?? (code === null ? (above?.project_name ?? null) : null),
    issuer_code: table.issuerCode,
    issuer_name: unitName ?? table.issuerName,
    budget_total,
    budget_fiscal: yuan(listed, "budget_fiscal"),
    budget_other: yuan(listed, "budget_other"),
    budget_source: budget_total === null ? null : "sheet",
    purpose: null,
    plan_march: null,
    plan_june: null,
    plan_october: null,
    plan_december: null,
    goals: goals === undefined ? null : linesOrNull(goalsIn(goals.text)),
  };
}

function yuan(listed: Listed, field: Field): string | null {
  const unit = unitUnder(listed.bound.get(field)?.[0]?.path ?? [], listed.table);
  return listed.reader.money(own(listed, field), unit);
}

function own({ bound, table, row }: Listed, field: Field): Cell | undefined {
  return cellsUnder(table.grid, { bound, field, row }).find(
    (cell) => cell.row === row && canonical(cell.text) !== "",
  );
}

function linesOrNull(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join("\n");
}
