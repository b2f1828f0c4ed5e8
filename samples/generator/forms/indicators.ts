/** The indicator grid of performance sheets: how it is printed, what its rows mean. */
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { Matrix, Meant } from "../description.js";
import { canonical, stated } from "../meaning.js";
import { tableWith } from "../text-table.js";
import type { Target } from "./target.js";

type IndicatorRecord = Partial<Draft<"indicators">>;

/** An empty level1 continues the one above. */
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description: string;
  readonly target: Target;
  readonly basis: string;
}

/** Whether the target stands in one cell or in three (符号, 值, 单位). */
export type TargetCells = "joined" | "three";

/** Indicators, one a line: level1 | level2 | level3 | description | target | basis. */
export function targets(
  parts: TemplateStringsArray,
  ...values: readonly (Target | string)[]
): readonly Indicator[] {
  return tableWith(parts, values).map((cells) => {
    const target = cells.find((cell) => typeof cell === "object");
    const words = cells.filter((cell) => typeof cell === "string");
    const [level1 = "", level2 = "", level3 = "", description = "", basis = ""] = words;
    if (target === undefined) throw new Error(`No target for ${level3}`);
    return { level1, level2, level3, description, target, basis };
  });
}

const NAMES = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"];
const BASIS = "指标值确定依据";

/** Header and rows of the grid. */
export function indicatorGrid(indicators: readonly Indicator[], cells: TargetCells): Matrix {
  const head =
    cells === "joined"
      ? [[...NAMES, BASIS]]
      : [
          [...NAMES, "<", "<", BASIS],
          ["^", "^", "^", "^", "符号", "值", "单位（文字描述）", "^"],
        ];
  return [...head, ...indicators.map((indicator) => indicatorRow(indicator, cells))];
}

function indicatorRow(indicator: Indicator, cells: TargetCells): readonly string[] {
  const { level1, level2, level3, description, target, basis } = indicator;
  const printed = cells === "joined" ? [target.cell] : target.three;
  return [level1 === "" ? "^" : level1, level2, level3, description, ...printed, basis];
}

const LEVEL1: Readonly<Record<string, NonNullable<IndicatorRecord["level1_code"]>>> = {
  产出指标: "output",
  效果指标: "outcome",
  效益指标: "outcome",
  满意度指标: "satisfaction",
};

const LEVEL2: Readonly<Record<string, NonNullable<IndicatorRecord["level2_code"]>>> = {
  数量指标: "quantity",
  质量指标: "quality",
  时效指标: "timeliness",
  成本指标: "cost",
  经济效益指标: "economic",
  社会效益指标: "social",
  生态效益指标: "ecological",
  可持续影响指标: "sustainability",
  服务对象满意度指标: "satisfaction",
};

/** What the rows of the grid mean; `common`: scope and project. */
export function indicatorRecords(
  indicators: readonly Indicator[],
  cells: TargetCells,
  common: IndicatorRecord,
): readonly Meant[] {
  let level1 = "";
  return indicators.map((indicator) => {
    if (indicator.level1 !== "") level1 = indicator.level1;
    return {
      file: "indicators",
      row: { ...common, ...meaningOf({ ...indicator, level1 }, cells) },
    };
  });
}

function meaningOf(indicator: Indicator, cells: TargetCells): IndicatorRecord {
  const { level1, level2, target } = indicator;
  return {
    level1,
    level2,
    level3: canonical(indicator.level3),
    level1_code: LEVEL1[level1] ?? null,
    level2_code: LEVEL2[level2] ?? null,
    description: canonical(indicator.description),
    ...target.meaning,
    ...(cells === "joined" ? { target_raw: target.cell } : printedApart(target)),
    basis: canonical(indicator.basis),
  };
}

/** The three columns joined; the first is the symbol, even if it says `文字描述`. */
function printedApart({ three }: Target): IndicatorRecord {
  const printed = three.map(stated);
  return {
    symbol_raw: printed[0] ?? null,
    target_raw: printed.filter((text) => text !== null).join(" "),
  };
}
