import type { Grid } from "../../../pipeline/model/grid.js";
import type { PrintedTable, TableKind, TableReading } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { cellReader } from "../cells.js";
import { asksForResults, indicatorGrid, indicatorHeaderRow } from "./indicator-grid.js";
import { isOfDepartment } from "./project-sheet.js";
import { isGraded } from "./indicator-columns.js";
import { OF_DEPARTMENT, readIndicators } from "./indicators.js";

/** 部门整体绩效指标表: the targets of a department as a whole. */
export const departmentPerformance: TableKind = {
  kind: "department_performance",
  name: "部门整体绩效目标表",
  names: (table) => facetsOfTitled(table).subject === "department_performance",
  fits: (table) => isTargetForm(table) && !isGradedForm(table),
  shows: (table) =>
    isTargetForm(table) &&
    (table.sectionKind === "performance_department" ||
      isOfDepartment(table.grid, above(table.grid))),
  read,
};

function isTargetForm({ grid }: PrintedTable): boolean {
  const header = indicatorHeaderRow(grid);
  return header !== null && !asksForResults(grid, header);
}

/** The rows over the indicators. */
function above(grid: Grid): readonly number[] {
  const header = indicatorHeaderRow(grid);
  return header === null ? [] : Array.from({ length: header }, (_, row) => row);
}

function isGradedForm({ grid }: PrintedTable): boolean {
  return isGraded(indicatorGrid(grid)?.columns ?? []);
}

function read({ grid, cornerRows }: PrintedTable): TableReading {
  const reader = cellReader(grid);
  reader.ignoredRows(cornerRows, "corner");
  const indicators = indicatorGrid(grid);
  if (indicators === null) return reader.close();
  reader.ignoredRows(above(grid), "no column in the dataset");
  const targets = readIndicators({ grid, indicators, reader, owner: () => OF_DEPARTMENT });
  return { indicators: targets, ...reader.close() };
}
