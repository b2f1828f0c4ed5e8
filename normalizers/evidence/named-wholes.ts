import type { Reading } from "../../pipeline/model/reading.js";
import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";
import { labelled } from "../prose/figures-measures.js";
import { entries } from "./amount-terms.js";
import type { Term } from "./comparison.js";
import { TABLE_AMOUNTS } from "./figure-tables.js";
import { figureTerms } from "./figure-terms.js";

/** The amounts of the document's own year that a name of a whole may mean, wherever they are printed. */
export type NamedWholes = (name: string) => readonly Term[];

/** Wholes that items are a share of. */
const WHOLES: ReadonlySet<FigureMeasure> = new Set<FigureMeasure>([
  "income_total",
  "expenditure_total",
  "expenditure_basic",
  "expenditure_project",
  "three_public_total",
  "procurement_total",
]);

/** What stands before the name of a whole without changing it. */
const OF_YEAR = /^(?:20\d\d年度?|本年度?|当年|全年|(?:本?部门|本?单位)(?!预算|决算))+/u;

/** Looks wholes up by name (`“三公”经费`, `本年支出合计`) in the figures and tables of a department's document. */
export function namedWholes(reading: Reading): NamedWholes {
  const { scope, fiscal_year: year } = reading.about;
  if (scope === "government") return () => [];
  const figures = figureTerms(reading).filter(({ record }) => record.fiscal_year === year);
  const amounts = entries(reading).filter(({ record }) => record.phase !== "previous");
  return (name) => {
    const measure = labelled(name.replace(OF_YEAR, ""));
    if (measure === null || !WHOLES.has(measure)) return [];
    return [
      ...figures.filter(({ record }) => record.measure === measure),
      ...amounts.filter((entry) => TABLE_AMOUNTS[measure]?.(entry) === true),
    ];
  };
}
