import type { Grid } from "../../../pipeline/model/grid.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { money } from "../../values/amount.js";
import { canonical } from "../../values/text.js";
import { unitUnder } from "../../values/unit.js";
import type { CellReader } from "../cells.js";
import { withoutBlanks } from "../columns.js";
import { readStrip, type Strip, type StripValue } from "./form-strip.js";
import { goalsIn } from "./goals.js";
import { entriesOf } from "../rows.js";
import type { StripField } from "./strip-labels.js";

type Project = Draft<"projects">;

const FORM_NAME =
  /(?:(?:部门|单位)?(?:预算)?项目(?:支出)?|专项资金)?(?:年度|预算)*绩效目标(?:申报|填报|批复|公开|设置|情况)*表?(?:[（(].*[)）])?$/u;
const NO_NAME =
  /^(?:\d{4}年(?:度)?)?(?:部门|单位|财政|预算|项目|支出|专项|资金|年度|县级|区级|市级|省级|本级)*$/u;
const STATED =
  /项目(?:资金|预算|投资)(?:总额|共计|合计|安排|为|约)*[：:]?([\d,，.]+(?:万元|亿元|元|万))/u;
const DEPARTMENT = /^(?:预算)?部门(?:[（(]单位[)）]|[/、]单位)?名称/u;
const CODED = /^[[（(【]?(\d{3,})[\]）)】]?[-—－]?\s*(\p{sc=Han}.*)$/u;

/** Reads the strip of a project sheet (项目绩效目标表) into its row of projects.csv. */
export function readSheet(
  table: PrintedTable,
  rows: readonly number[],
  reader: CellReader,
): Project {
  const strip = readStrip(table.grid, rows);
  claimLabels(strip, reader);
  const text = (field: StripField) => textOf(strip, field, reader);
  const number = (field: StripField) => numberOf(strip, field, reader);
  return {
    number: table.captionNumber,
    project_code: text("project_code"),
    project_name: text("project_name") ?? nameIn(table.caption),
    ...issuerOf(table, text("unit_name")),
    ...budgetOf(table, strip, reader),
    purpose: text("purpose"),
    plan_march: number("plan_march"),
    plan_june: number("plan_june"),
    plan_october: number("plan_october"),
    plan_december: number("plan_december"),
    goals: goalsOf(strip, reader),
  };
}

/** Whether these rows hold labels of a project sheet. */
export function isProjectStrip(grid: Grid, rows: readonly number[]): boolean {
  const { values, labels } = readStrip(grid, rows);
  const aimed = labels.length > 0 && values.some(({ field }) => field === "goals");
  return aimed || namesProject(grid, rows);
}

/** Whether a second strip goes on with the first: it has labels, and no field that the first has. */
export function goesOn(first: Grid, second: Grid, rows: readonly number[]): boolean {
  const above = readStrip(first, rowsOf(first));
  const below = readStrip(second, rows);
  const filled = new Set(above.values.map(({ field }) => field));
  filled.delete("elsewhere");
  return below.labels.length > 0 && below.values.every(({ field }) => !filled.has(field));
}

function rowsOf(grid: Grid): readonly number[] {
  return Array.from({ length: grid.rowCount }, (_, row) => row);
}

/** Whether these rows give a project its name or code. */
export function namesProject(grid: Grid, rows: readonly number[]): boolean {
  const { values } = readStrip(grid, rows);
  return values.some(({ field }) => field === "project_name" || field === "project_code");
}

/** The project that these rows name. */
export function namedIn(
  grid: Grid,
  rows: readonly number[],
  reader: CellReader,
): Pick<Project, "project_code" | "project_name"> {
  const strip = readStrip(grid, rows);
  return {
    project_code: textOf(strip, "project_code", reader),
    project_name: textOf(strip, "project_name", reader),
  };
}

/** Whether these rows name a department and no project: the sheet of a department as a whole. */
export function isOfDepartment(grid: Grid, rows: readonly number[]): boolean {
  const texts = rows.flatMap((row) => entriesOf(grid, row).map(({ text }) => withoutBlanks(text)));
  return texts.some((text) => DEPARTMENT.test(text)) && !namesProject(grid, rows);
}

function claimLabels(strip: Strip, reader: CellReader): void {
  for (const label of strip.labels) reader.ignored(label, "label");
  for (const { field, cell } of strip.values)
    if (field === "elsewhere") reader.ignored(cell, "no column in the dataset");
}

function valueOf(strip: Strip, field: StripField): StripValue | undefined {
  return strip.values.find((value) => value.field === field);
}

function textOf(strip: Strip, field: StripField, reader: CellReader): string | null {
  const value = valueOf(strip, field);
  return value === undefined ? null : reader.text({ ...value.cell, text: value.text });
}

function numberOf(strip: Strip, field: StripField, reader: CellReader): string | null {
  const value = valueOf(strip, field);
  return value === undefined ? null : reader.number({ ...value.cell, text: value.text });
}

function goalsOf(strip: Strip, reader: CellReader): string | null {
  const printed = strip.values.filter(({ field }) => field === "goals");
  for (const { cell } of printed) reader.text(cell);
  const goals = printed.flatMap(({ text }) => goalsIn(text));
  return goals.length === 0 ? null : goals.join("\n");
}

type Issuer = Pick<Project, "issuer_code" | "issuer_name">;

/** The issuer of the corner, else of the sheet's own 实施单位. */
function issuerOf(table: PrintedTable, unitName: string | null): Issuer {
  if (table.issuerName !== null || unitName === null)
    return { issuer_code: table.issuerCode, issuer_name: table.issuerName };
  const coded = CODED.exec(unitName);
  return { issuer_code: coded?.[1] ?? table.issuerCode, issuer_name: coded?.[2] ?? unitName };
}

type Budget = Pick<Project, "budget_total" | "budget_fiscal" | "budget_other" | "budget_source">;

/** The budget of the sheet; where it has no row for one, what the prose below states. */
function budgetOf(table: PrintedTable, strip: Strip, reader: CellReader): Budget {
  const own = ofTheYear(strip, reader);
  const yuan = (field: StripField) => moneyOf(table, valueOf(own, field), reader);
  const asked = strip.labels.some((cell) => BUDGET_LABEL.test(canonical(cell.text)));
  const budget_total = yuan("budget_total");
  const sheet = {
    budget_total,
    budget_fiscal: yuan("budget_fiscal"),
    budget_other: yuan("budget_other"),
  };
  if (asked || budget_total !== null)
    return { ...sheet, budget_source: budget_total === null ? null : "sheet" };
  const stated = statedInProse(table.following);
  return { ...sheet, budget_total: stated, budget_source: stated === null ? null : "prose" };
}

const FUNDS: ReadonlySet<StripField> = new Set(["budget_total", "budget_fiscal", "budget_other"]);
const OF_YEAR = /年度|当年|本年/u;

/** A strip that prints the funds of the whole project beside those of the year, without the former. */
function ofTheYear(strip: Strip, reader: CellReader): Strip {
  const totals = strip.values.filter(({ field }) => field === "budget_total");
  const [year, ...others] = totals.filter(({ labels }) => OF_YEAR.test(ownLabel(labels)));
  if (totals.length < 2 || year === undefined || others.length > 0) return strip;
  const isWhole = ({ field, cell }: StripValue): boolean =>
    FUNDS.has(field) && cell.column < year.cell.column;
  for (const { cell } of strip.values.filter(isWhole))
    reader.ignored(cell, "funds of the whole project");
  return { ...strip, values: strip.values.filter((value) => !isWhole(value)) };
}

/** The last of the labels over a value, the groups' left out. */
const ownLabel = (labels: string): string => labels.split(" ").at(-1) ?? "";

const BUDGET_LABEL = /预算数|总额|预算金额|财政(?:资金|拨款)/u;

function moneyOf(
  table: PrintedTable,
  value: StripValue | undefined,
  reader: CellReader,
): string | null {
  if (value === undefined) return null;
  const unit = unitUnder([value.labels], table);
  return reader.money({ ...value.cell, text: value.text }, unit);
}

function statedInProse(following: readonly string[]): string | null {
  for (const paragraph of following) {
    const read = money(STATED.exec(paragraph)?.[1] ?? "", null);
    if (read.kind === "amount") return read.yuan;
  }
  return null;
}

/** The project's name as the caption has it: without the form's own name. */
function nameIn(caption: string | null): string | null {
  const name = (caption ?? "").replace(FORM_NAME, "").replace(/[-—－：:]$/u, "");
  return NO_NAME.test(name) ? null : name;
}
