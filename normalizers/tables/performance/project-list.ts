import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { canonical } from "../../values/text.js";
import type { CellReader } from "../cells.js";
import { type Bound, bind, otherColumns } from "../columns.js";
import { type Line, linesOf, money, type Opened, text } from "../define-table.js";
import { goalsIn } from "./goals.js";
import { bindIndicators } from "./indicator-columns.js";
import { type IndicatorGrid, indicatorGrid } from "./indicator-grid.js";
import { ofProject, readIndicators } from "./indicators.js";

type Project = Draft<"projects">;

const COLUMNS = {
  project_code: { header: /^项目(?:编码|代码|编号)$/u, read: text },
  project_name: {
    header:
      /^(?:单位名称[、-])?(?:预算|支出|专项)?项目(?:支出)?名称|^(?:单位)?[（(]?专项(?:资金)?[)）]?名称/u,
    read: text,
  },
  unit_name: { header: /^(?:实施|预算|主管|申报|项目)?(?:单位|部门)(?:名称)?$/u, read: text },
  goals: { header: /^(?:项目|年度|总体|预算|绩效|支出)*目标$/u, read: goalLines },
  period_goals: { header: /^(?:实施期|中期|长期)(?:总体|绩效)*目标$/u, read: goalLines },
  budget_fiscal: { header: /^(?:其中[：:])?(?:财政(?:资金|拨款)|一般公共预算)/u, read: money },
  budget_other: { header: /^(?:其中[：:])?其[他它]资金/u, read: money },
  budget_total: {
    header:
      /^(?:\d{4}年度?|项目|年度|本年度?|年初|当年)*(?:预算|资金|申请资金)(?:总额|金额|数|安排(?:数|金额)?|资金|规模)?(?:[（(].*)?$|^(?:预算|项目)?总?金额/u,
    read: money,
  },
} as const;
const ELSEWHERE =
  /^(?:序号|备注|单位(?:编码|代码)|主管部门|部门(?:名称|编码)|项目(?:类[别型]|属性|级次|期限?))$/u;

type Field = keyof typeof COLUMNS;

/** Whether a grid lists many projects with their indicators, one column naming the project. */
export function isProjectList(grid: Grid): boolean {
  const indicators = indicatorGrid(grid);
  return indicators !== null && bindProjects(indicators).has("project_name");
}

/** Binds the columns that tell of projects: a 单位 among the indicators is their unit of measure, not the unit that has the project. */
function bindProjects({ columns }: IndicatorGrid): Bound<Field> {
  const units = new Set(bindIndicators(columns).get("unit"));
  return bind(
    columns.filter((column) => !units.has(column)),
    COLUMNS,
  );
}

/** Reads a list of projects: each name begins a project, the rows below it are its indicators. */
export function readProjectList(
  table: PrintedTable,
  reader: CellReader,
): { readonly projects: readonly Project[]; readonly indicators: readonly Draft<"indicators">[] } {
  const indicators = indicatorGrid(table.grid);
  if (indicators === null) return { projects: [], indicators: [] };
  const opened = { table, reader, bound: bindProjects(indicators) };
  ignoreAround(opened, indicators);
  const lines = linesOf({ columns: COLUMNS, own }, opened, indicators.bodyRows);
  const begun = projectsByRow(lines);
  return {
    projects: begun.map(({ project }) => project),
    indicators: readIndicators({
      grid: table.grid,
      indicators,
      reader,
      owner: (row) => ofProject(begun.findLast((project) => project.row <= row)?.project),
    }),
  };
}

function ignoreAround({ table, reader, bound }: Opened<Field>, indicators: IndicatorGrid): void {
  const [header] = indicators.headerRows;
  if (header !== undefined)
    reader.ignoredRows(
      Array.from({ length: header }, (_, row) => row),
      "corner",
    );
  for (const column of otherColumns(indicators.columns, bound, ELSEWHERE))
    for (const row of indicators.bodyRows)
      reader.ignored(table.grid.at(row, column.index), "no column in the dataset");
}

interface Begun {
  readonly row: number;
  readonly project: Project;
}

/** A project begins where its name, code, unit or goal is printed and is not the one above. */
function projectsByRow(lines: readonly Line<Field>[]): readonly Begun[] {
  const begun: Begun[] = [];
  let last: readonly string[] = [];
  const above = new Map<Field, string>();
  for (const line of lines) {
    const told = TELLING.map((field) => canonical(line.cell(field)?.text ?? ""));
    const begins = told.some((printed, i) => printed !== "" && printed !== last[i]);
    if (begins) begun.push({ row: line.row, project: projectAt(line, begun.at(-1)?.project) });
    else ignoreRepeated(line, above);
    for (const field of line.bound.keys()) {
      const cell = line.cell(field);
      if (cell !== undefined) above.set(field, canonical(cell.text));
    }
    last = told.map((printed, i) => (printed === "" ? (last[i] ?? "") : printed));
  }
  return begun;
}

/** What a row says again of the project above; anything else that it says is left to be told. */
function ignoreRepeated({ bound, cell, reader }: Line<Field>, above: ReadonlyMap<Field, string>) {
  for (const field of bound.keys()) {
    const again = cell(field);
    if (again !== undefined && canonical(again.text) === above.get(field))
      reader.ignored(again, "repeated");
  }
}

const TELLING = ["project_name", "project_code", "unit_name", "goals", "period_goals"] as const;

/** What a row says of a project; its name goes on from above where another unit has a part in it. */
function projectAt({ table, read }: Line<Field>, above: Project | undefined): Project {
  const name = read("project_name");
  const code = read("project_code");
  const unitName = read("unit_name");
  const goals = read("goals") ?? read("period_goals");
  const budget_total = read("budget_total");
  return {
    number: null,
    project_code: code ?? (name === null ? (above?.project_code ?? null) : null),
    project_name: name ?? (code === null ? (above?.project_name ?? null) : null),
    issuer_code: table.issuerCode,
    issuer_name: unitName ?? table.issuerName,
    budget_total,
    budget_fiscal: read("budget_fiscal"),
    budget_other: read("budget_other"),
    budget_source: budget_total === null ? null : "sheet",
    purpose: null,
    plan_march: null,
    plan_june: null,
    plan_october: null,
    plan_december: null,
    goals,
  };
}

/** One goal a line. */
function goalLines(cell: Cell | undefined, { reader }: { readonly reader: CellReader }) {
  reader.text(cell);
  const goals = goalsIn(cell?.text ?? "");
  return goals.length === 0 ? null : goals.join("\n");
}

/** A cell that goes on from above is that of the project there. */
function own(cell: Cell, { row }: { readonly row: number }): boolean {
  return cell.row === row && canonical(cell.text) !== "";
}
