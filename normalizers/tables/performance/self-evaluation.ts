import type { Grid } from "../../../pipeline/model/grid.js";
import type { PrintedTable, TableKind, TableReading } from "../../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../../captions/facets.js";
import { cellReader } from "../cells.js";
import { haveResults } from "./indicator-columns.js";
import { asksForResults, indicatorGrid, indicatorHeaderRow } from "./indicator-grid.js";
import { OF_DEPARTMENT, type Owner, ofProject, readIndicators } from "./indicators.js";
import { isOfDepartment, namedIn } from "./project-sheet.js";

/** 绩效自评表: what became of the targets of a project or a department, the results beside them. */
export const selfEvaluation: TableKind = {
  kind: "self_evaluation",
  name: "绩效自评表",
  names: (table) => facetsOfTitled(table).subject === "evaluation",
  fits: isResultsForm,
  shows: isResultsForm,
  read,
};

function isResultsForm({ grid }: PrintedTable): boolean {
  const header = indicatorHeaderRow(grid);
  if (header === null || !asksForResults(grid, header)) return false;
  return haveResults(indicatorGrid(grid)?.columns ?? []);
}

function rowsAbove(grid: Grid): readonly number[] {
  return Array.from({ length: indicatorHeaderRow(grid) ?? 0 }, (_, row) => row);
}

function read(table: PrintedTable): TableReading {
  const { grid, cornerRows } = table;
  const reader = cellReader(grid);
  reader.ignoredRows(cornerRows, "corner");
  const rows = rowsAbove(grid).filter((row) => !cornerRows.includes(row));
  const owner = ownerOf(table, namedIn(grid, rows, reader));
  reader.ignoredRows(rows, "no column in the dataset");
  const indicators = indicatorGrid(grid);
  if (indicators === null) return reader.close();
  const results = readIndicators({ grid, indicators, reader, owner: () => owner });
  return { indicators: results, ...reader.close() };
}

/** The project that the sheet names, else the department as a whole where the sheet is one's. */
function ownerOf({ grid, caption }: PrintedTable, project: ReturnType<typeof namedIn>): Owner {
  const named = project.project_name !== null || project.project_code !== null;
  const whole = /整体/u.test(caption ?? "") || isOfDepartment(grid, rowsAbove(grid));
  return whole && !named ? OF_DEPARTMENT : ofProject(project);
}
