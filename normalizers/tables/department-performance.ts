import type { PrintedTable, TableKind, TableReading } from "../../pipeline/table-kind.js";
import { cellReader } from "./cells.js";
import { asksForResults, indicatorGrid, indicatorHeaderRow } from "./indicator-grid.js";
import { isGraded, type Owner, readIndicators } from "./indicators.js";

const DEPARTMENT: Owner = {
  scope: "department",
  project_code: null,
  project_name: null,
  activity_code: null,
  activity_name: null,
};

/** 部门整体绩效指标表: the targets of a department as a whole. */
export const departmentPerformance: TableKind = {
  kind: "department_performance",
  name: "部门整体绩效目标表",
  title: /^(?!.*(?:自评|评价|监控)).*整体.*绩效/u,
  fits: (table) => isTargetForm(table) && !isGradedForm(table),
  shows: (table) => table.sectionKind === "performance_department" && isTargetForm(table),
  read,
};

function isTargetForm({ grid }: PrintedTable): boolean {
  const header = indicatorHeaderRow(grid);
  return header !== null && !asksForResults(grid, header);
}

function isGradedForm({ grid }: PrintedTable): boolean {
  return isGraded(indicatorGrid(grid)?.columns ?? []);
}

function read({ grid, cornerRows }: PrintedTable): TableReading {
  const reader = cellReader(grid);
  reader.ignoredRows(cornerRows, "corner");
  const indicators = indicatorGrid(grid);
  if (indicators === null) return reader.close();
  const above = Array.from({ length: indicators.headerRows[0] ?? 0 }, (_, row) => row);
  reader.ignoredRows(above, "no column in the dataset");
  const targets = readIndicators({ grid, indicators, reader, owner: () => DEPARTMENT });
  return { indicators: targets, ...reader.close() };
}
