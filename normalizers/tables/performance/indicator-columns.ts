import type { Grid } from "../../../pipeline/model/grid.js";
import type { Column } from "../../../pipeline/model/table-kind.js";
import { isSign } from "../../values/quantity.js";
import { isSignOrWords } from "../../values/target.js";
import { textOf } from "../../values/text.js";
import { type Bound, bind, headerText } from "../columns.js";
import type { IndicatorGrid } from "./indicator-grid.js";

/** The columns of an indicator grid by their headers. */
export const HEADERS = {
  excellent: /^优秀?$/u,
  good: /^良好?$/u,
  fair: /^(?:中等?|一般|合格)$/u,
  poor: /^(?:较?差|不合格)$/u,
  actual:
    /^(?:全年|年度|本年度?|年末|当年)?实际(?:完成|达到|执行)?(?:指标)?(?:值|情况|数|率)?(?:[（(].*)?$|^(?:全年|年度|本年度?)完成(?:值|情况)(?:[（(].*)?$/u,
  score: /^(?:自评|指标|实际|考核)?(?:得分|评分)(?:[（(].*)?$/u,
  // 一级指标及分值 is a level whose names have their weight behind them.
  weight: /(?<![一二三]级(?:绩效)?指标.{0,2})(?:分值|权重)/u,
  basis: /依据|^指标值?[确设]定/u,
  description: /^(?:绩效)?指标(?:描|内容描|说明|解释|释义|含义)/u,
  level1: /^一级(?:绩效)?指标|^指标类别$/u,
  level2: /^二级(?:绩效)?指标/u,
  level3: /^三级(?:绩效)?指标(?!值)|^(?:绩效)?指标(?:名称|内容)?$/u,
  symbol: /^(?:计算|运算|比较|指标值?)?符号$|^(?:绩效)?指标性质$/u,
  value:
    /^(?:[本全当]?年[度初]?)?(?:[（(][/／]?项目[)）])?(?:绩效|计划|预期|三级|完成|指标|目标)*值(?:[（(].*)?$/u,
  unit: /^(?:绩效)?(?:指标值?)?(?:度量|计量)?单位(?:[（(][^（()）]*[)）])?$/u,
} as const;
/** The same where a column says 三级指标: 指标内容 beside it tells what an indicator is, and does not name it. */
const BESIDE_LEVEL3 = {
  ...HEADERS,
  description: new RegExp(`${HEADERS.description.source}|^(?:绩效)?指标值?内容$`, "u"),
  level3: /^三级(?:绩效)?指标(?!值)/u,
} as const;
/** 分数 beside a score is what an indicator can reach, alone it may be what it has reached. */
const BESIDE_SCORE = new RegExp(`${HEADERS.weight.source}|^(?:设定|标准)?分数$`, "u");
const LEVELS = ["level1", "level2", "level3"] as const;

/** A column that the dataset has a place for. */
export type Field = keyof typeof HEADERS;

/** Binds the columns of an indicator grid by their headers. */
export function bindIndicators(columns: IndicatorGrid["columns"]): Bound<Field> {
  const heads = (header: RegExp): boolean =>
    columns.some(({ path }) => header.test(headerText(path.at(-1) ?? "")));
  const headers = {
    ...(heads(BESIDE_LEVEL3.level3) ? BESIDE_LEVEL3 : HEADERS),
    weight: heads(HEADERS.score) ? BESIDE_SCORE : HEADERS.weight,
  };
  const bound = bind(columns, headers);
  return bind(
    columns.filter((column) => !namesOwner(column, bound)),
    headers,
  );
}

/** Whether a column 单位 stands before all levels: it names the unit whose project it is, no unit of measure. */
function namesOwner(column: Column, bound: Bound<Field>): boolean {
  const levels = LEVELS.flatMap((level) => bound.get(level) ?? []).map(({ index }) => index);
  return bound.get("unit")?.includes(column) === true && column.index < Math.min(...levels);
}

/** The same with the column whose cells are signs of comparison, whatever its header calls it (指标值类型). */
export function boundWithSigns(grid: Grid, indicators: IndicatorGrid): Bound<Field> {
  const bound = bindIndicators(indicators.columns);
  if (bound.has("symbol")) return bound;
  const taken = new Set([...bound.values()].flat());
  const signs = indicators.columns.filter((column) => {
    const texts = indicators.bodyRows
      .map((row) => grid.at(row, column.index))
      .flatMap((cell) => (cell?.column === column.index ? [textOf(cell)] : []))
      .filter((printedText) => printedText !== "");
    return !taken.has(column) && texts.some(isSign) && texts.every(isSignOrWords);
  });
  return signs.length === 1 ? new Map([...bound, ["symbol", signs]]) : bound;
}

/** Whether these columns are those of a grid of graded indicators (优 良 中 差). */
export function isGraded(columns: IndicatorGrid["columns"]): boolean {
  const bound = bindIndicators(columns);
  return bound.has("excellent") && bound.has("good") && bound.has("level3");
}

/** Whether these columns name indicators and give each a target, graded or not. */
export function haveTargets(columns: IndicatorGrid["columns"]): boolean {
  const bound = bindIndicators(columns);
  return bound.has("level3") && (bound.has("value") || isGraded(columns));
}

/** Whether these columns say what became of the targets that they give. */
export function haveResults(columns: IndicatorGrid["columns"]): boolean {
  const bound = bindIndicators(columns);
  return bound.has("level3") && bound.has("value") && (bound.has("actual") || bound.has("score"));
}
