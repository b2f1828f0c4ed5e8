import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import { opensWithSign } from "../../values/quantity.js";
import { isUnknownSign, type Target, target, targetOf } from "../../values/target.js";
import { canonical, textOf } from "../../values/text.js";
import type { CellReader } from "../cells.js";
import { type Bound, cellsUnder, otherColumns } from "../columns.js";
import { numbered } from "../../values/ordinal.js";
import { boundWithSigns, type Field } from "./indicator-columns.js";
import { level1Code, level2Code } from "./indicator-codes.js";
import { type IndicatorGrid, isIndicatorHeader } from "./indicator-grid.js";
import { cellFinding } from "../ledger.js";
import { isBlankRow, rowPage } from "../rows.js";
import { unreadableSign, unreadableTarget } from "../rules.js";
import { tornRows } from "./torn-rows.js";

type Indicator = Draft<"indicators">;

/** Whose indicators these are: the columns of indicators.csv that name project or activity. */
export type Owner = Pick<
  Indicator,
  "scope" | "project_code" | "project_name" | "activity_code" | "activity_name"
>;

const OF_NOBODY = {
  project_code: null,
  project_name: null,
  activity_code: null,
  activity_name: null,
};

/** The department as a whole. */
export const OF_DEPARTMENT: Owner = { ...OF_NOBODY, scope: "department" };

/** A project; its columns are empty where none is known. */
export function ofProject(
  project: Pick<Draft<"projects">, "project_code" | "project_name"> | undefined,
): Owner {
  const { project_code = null, project_name = null } = project ?? {};
  return { ...OF_NOBODY, scope: "project", project_code, project_name };
}

/** An activity; its columns are empty where none is known. */
export function ofActivity(activity: Draft<"activities"> | undefined): Owner {
  const { activity_code = null, activity_name = null } = activity ?? {};
  return { ...OF_NOBODY, scope: "activity", activity_code, activity_name };
}

/** An indicator grid to read: `owner` says of each row whose it is. */
export interface IndicatorSource {
  readonly grid: Grid;
  readonly indicators: IndicatorGrid;
  readonly reader: CellReader;
  readonly owner: (row: number) => Owner;
}

const GRADES = ["excellent", "good", "fair", "poor"] as const;
const TARGETS = ["value", "symbol", "unit", ...GRADES] as const;
const LEVELS = ["level1", "level2", "level3"] as const;
const ELSEWHERE =
  /^(?:序号|备注|评(?:[（(]扣[)）])?[分价](?:标准|规则|方法|细则)|(?:绩效)?指标值?(?:属性|类型|分类|方向性?)|(?:偏差|未完成)(?:大?的?原因|情况)?.*|数据来源|指标值?(?:数据)?来源|是否核心指标|责任(?:单位|部门|人)|完成时限|(?:实施周期|中期|长期|总体)(?:指标|目标)*值?|指标值说明)$/u;
const TEMPLATE = /^(?:指标\d*[：:]?|[….·]+)$/u;
const SUM = /^(?:合计|总计|总分|总得分|得分合计|自评总分|自评得分)(?:[（(].*[)）])?$/u;
const NOTE = /^(?:注|备注|说明|填[报表]|联系|审核)/u;

type Levels = Pick<Indicator, (typeof LEVELS)[number]>;

/** One row of the grid as it is read. */
interface Line extends IndicatorSource {
  readonly bound: Bound<Field>;
  readonly row: number;
  /** The cells of fields that the table has in a row of their own below. */
  readonly torn: ReadonlyMap<Field, Cell>;
}

/** Reads the rows of an indicator grid: one indicator a row, one a grade where it is graded. */
export function readIndicators(source: IndicatorSource): readonly Indicator[] {
  const { grid, indicators, reader } = source;
  const bound = boundWithSigns(grid, indicators);
  reader.ignoredRows(indicators.headerRows, "header");
  for (const cell of indicators.longTerm) reader.ignored(cell, "long-term target");
  for (const cell of indicators.side) reader.ignored(cell, "side title");
  ignoreElsewhere(source, bound);
  const read: Indicator[] = [];
  let levels: Levels = { level1: null, level2: null, level3: null };
  const rows = indicators.bodyRows.filter((below) => !isBlankRow(grid, below));
  const columns = indicators.columns.map(({ index }) => index);
  const torn = tornRows({ grid, rows, columns, targets: targetColumns(bound) });
  for (const row of rows.filter((below) => !torn.isRest(below))) {
    const line = { ...source, bound, row, torn: fieldsOf(bound, torn.restOf(row)) };
    if (isIgnored(line)) continue;
    const headed = levelsHeaded(line, levels);
    levels = headed ?? filledDown(line, levels);
    if (headed !== null) continue;
    if (isIndicator(line)) read.push(...indicatorsIn(line, levels));
  }
  return read;
}

function ignoreElsewhere({ grid, indicators, reader }: IndicatorSource, bound: Bound<Field>): void {
  for (const column of otherColumns(indicators.columns, bound, ELSEWHERE))
    for (const row of indicators.bodyRows)
      reader.ignored(grid.at(row, column.index), "no column in the dataset");
}

/** Repeated headers, notes under the grid and lines left blank in the form. */
function isIgnored(line: Line): boolean {
  const reason = reasonToIgnore(line);
  if (reason !== null) line.reader.ignoredRows([line.row], reason);
  return reason !== null;
}

function reasonToIgnore(line: Line): string | null {
  const { grid, row } = line;
  if (isIndicatorHeader(grid, row)) return "repeated header";
  const texts = grid
    .rowCells(row)
    .map((cell) => textOf(cell))
    .filter((printedText) => printedText !== "");
  if (NOTE.test(texts[0] ?? "") && texts.length < 3) return "note";
  if (SUM.test(texts[0] ?? "")) return "sum of scores";
  const level3 = own(line, "level3").map((cell) => textOf(cell));
  const empty = TARGETS.every((field) => own(line, field).length === 0);
  return empty && level3.length > 0 && level3.every((name) => TEMPLATE.test(name))
    ? "blank form line"
    : null;
}

const targetColumns = (bound: Bound<Field>): ReadonlySet<number> =>
  new Set(TARGETS.flatMap((field) => (bound.get(field) ?? []).map(({ index }) => index)));

function fieldsOf(bound: Bound<Field>, cells: ReadonlyMap<number, Cell>): ReadonlyMap<Field, Cell> {
  const fields = new Map<Field, Cell>();
  for (const [field, columns] of bound)
    for (const { index } of columns) {
      const cell = cells.get(index);
      if (cell !== undefined) fields.set(field, cell);
    }
  return fields;
}

/** The cells of a field: those of the row, or one that is torn off it. */
function under({ grid, bound, row, torn }: Line, field: Field): readonly Cell[] {
  const cell = torn.get(field);
  return cell === undefined ? cellsUnder(grid, { bound, field, row }) : [cell];
}

/** The cells with text that start in the row under a field. */
function own(line: Line, field: Field): readonly Cell[] {
  return under(line, field).filter(
    (cell) => (cell.row === line.row || line.torn.has(field)) && textOf(cell) !== "",
  );
}

/** A level that a row leaves blank goes on from above, unless a higher level begins anew. */
function filledDown(line: Line, above: Levels): Levels {
  const stated = {
    level1: text(line, "level1"),
    level2: text(line, "level2"),
    level3: text(line, "level3"),
  };
  const begun = LEVELS.findIndex((level) => own(line, level).length > 0);
  const kept = (level: (typeof LEVELS)[number]) =>
    begun !== -1 && LEVELS.indexOf(level) > begun ? null : above[level];
  return {
    level1: stated.level1 ?? kept("level1"),
    level2: stated.level2 ?? kept("level2"),
    level3: stated.level3 ?? kept("level3"),
  };
}

/** The levels below a row that heads one in a table without columns for them (`一、产出指标`, `（一）数量指标`); else null. */
function levelsHeaded(line: Line, above: Levels): Levels | null {
  if (line.bound.has("level1") || line.bound.has("level2")) return null;
  const [cell, ...others] = own(line, "level3");
  if (
    cell === undefined ||
    others.length > 0 ||
    TARGETS.some((field) => own(line, field).length > 0)
  )
    return null;
  const { ordinal, rest: name } = numbered(textOf(cell));
  const [first, second] = [level1Code(name), level2Code(name)];
  if (ordinal === null || (first === null && second === null)) return null;
  line.reader.text(cell);
  const isFirst = second === null || FIRST_LEVEL.test(name);
  if (isFirst) return { level1: name, level2: null, level3: null };
  return { ...above, level2: name, level3: null };
}

/** First levels whose words those of the second level have too. */
const FIRST_LEVEL = /^(?:满意度|成本)指标$/u;

function isIndicator(line: Line): boolean {
  return [...TARGETS, "level3" as const, "description" as const].some(
    (field) => own(line, field).length > 0,
  );
}

function text(line: Line, field: Field): string | null {
  const texts = under(line, field).map((cell) => line.reader.text(cell));
  const joined = texts.filter((part) => part !== null).join("");
  return joined === "" ? null : joined;
}

function indicatorsIn(line: Line, levels: Levels): readonly Indicator[] {
  const described = {
    row: line.row,
    page: rowPage(line.grid, line.row),
    ...line.owner(line.row),
    ...levels,
    level1_code: level1Code(levels.level1),
    level2_code: level2Code(levels.level2),
    description: text(line, "description"),
    weight: weight(line),
    basis: text(line, "basis"),
    actual_value: text(line, "actual"),
    score: line.reader.number(under(line, "score")[0]),
  };
  const graded = GRADES.filter((grade) => line.bound.has(grade));
  if (graded.length === 0) return [{ ...described, grade: null, ...targetIn(line) }];
  return graded
    .filter((grade) => own(line, grade).length > 0)
    .map((grade) => ({ ...described, grade, ...gradeTarget(line, grade) }));
}

function weight(line: Line): string | null {
  return line.reader.number(under(line, "weight")[0]);
}

function gradeTarget(line: Line, grade: (typeof GRADES)[number]): Target {
  const cells = under(line, grade);
  return checked(line, cells, target(printed(line, cells)));
}

function targetIn(line: Line): Target {
  const [symbols, values, units] = [
    under(line, "symbol"),
    under(line, "value"),
    under(line, "unit"),
  ] as const;
  if (symbols.length + units.length === 0)
    return checked(
      line,
      values,
      values.length > 1 ? parted(line, values) : target(printed(line, values)),
    );
  const symbol = printed(line, symbols);
  const stated = { symbol, value: printed(line, values), unit: printed(line, units) };
  const [first] = symbols;
  if (first !== undefined && isUnknownSign(symbol))
    line.reader.doubt(cellFinding(unreadableSign, { text: canonical(symbol) }, first));
  return checked(line, [...symbols, ...values, ...units], targetOf(stated));
}

/** A target whose one header spans several cells: sign and value, value and unit, or all three. */
function parted(line: Line, cells: readonly Cell[]): Target {
  const texts = cells.map((cell) => printed(line, [cell]));
  const signFirst = texts.length > 2 || opensWithSign(canonical(texts[0] ?? ""));
  const [symbol = "", value = "", ...unit] = signFirst ? texts : ["", ...texts];
  return targetOf({ symbol, value, unit: unit.join("") });
}

function printed({ reader }: Line, cells: readonly Cell[]): string {
  for (const cell of cells) reader.raw(cell);
  return cells.map((cell) => cell.text).join("");
}

const EQUALS = /^(?:=|等于)/u;

/** An inequality without a number to compare with is doubted. */
function checked({ reader }: Line, cells: readonly Cell[], read: Target): Target {
  const [first] = cells;
  const said = canonical(read.target_raw ?? "");
  const compares = opensWithSign(said) && !EQUALS.test(said);
  if (first !== undefined && read.target_kind === "text" && compares)
    reader.doubt(cellFinding(unreadableTarget, { text: said }, first));
  return read;
}
