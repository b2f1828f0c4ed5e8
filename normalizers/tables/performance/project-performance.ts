import type { Grid } from "../../../pipeline/model/grid.js";
import type { PrintedTable, TableKind, TableReading } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { cellReader } from "../cells.js";
import { asksForResults, indicatorGrid, indicatorHeaderRow } from "./indicator-grid.js";
import { ofProject, readIndicators } from "./indicators.js";
import { isProjectList, readProjectList } from "./project-list.js";
import {
  isOfDepartment,
  isProjectStrip,
  goesOn,
  namesProject,
  readSheet,
} from "./project-sheet.js";

/** 项目绩效目标表: a sheet of one project, its strip over its indicators; or a list of many projects. */
export const projectPerformance: TableKind = {
  kind: "project_performance",
  name: "项目绩效目标表",
  names: (table) => facetsOfTitled(table).subject === "project_performance",
  fits: ({ grid }) =>
    !isResults(grid) && isPerformanceForm(grid) && !isOfDepartment(grid, stripRows(grid)),
  shows: (table) => {
    const { grid } = table;
    if (isResults(grid) || indicatorHeaderRow(grid) === null) return false;
    return (
      isProjectList(grid) ||
      namesProject(grid, stripRows(grid)) ||
      table.sectionKind === "performance_projects"
    );
  },
  read,
  joins: (above, below) =>
    indicatorHeaderRow(above) === null &&
    isProjectStrip(above, rowsBefore(above.rowCount)) &&
    (indicatorHeaderRow(below) === 0 || goesOn(above, below, stripRows(below))),
};

function rowsBefore(end: number): readonly number[] {
  return Array.from({ length: end }, (_, row) => row);
}

function stripRows(grid: Grid): readonly number[] {
  return rowsBefore(indicatorHeaderRow(grid) ?? grid.rowCount);
}

function isResults(grid: Grid): boolean {
  const header = indicatorHeaderRow(grid);
  return header !== null && asksForResults(grid, header);
}

function isPerformanceForm(grid: Grid): boolean {
  return indicatorHeaderRow(grid) !== null || isProjectStrip(grid, rowsBefore(grid.rowCount));
}

function read(table: PrintedTable): TableReading {
  const reader = cellReader(table.grid);
  reader.ignoredRows(table.cornerRows, "corner");
  if (isProjectList(table.grid)) return { ...readProjectList(table, reader), ...reader.close() };
  const rows = stripRows(table.grid).filter((row) => !table.cornerRows.includes(row));
  const project = readSheet(table, rows, reader);
  const indicators = indicatorGrid(table.grid);
  const source = { grid: table.grid, reader, owner: () => ofProject(project) };
  return {
    projects: [project],
    indicators: indicators === null ? [] : readIndicators({ ...source, indicators }),
    ...reader.close(),
  };
}
