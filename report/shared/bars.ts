import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../../pipeline/model/finding.js";
import { short } from "./numbers.js";

/** Bars of some categories: one number a category and series, null where there is none. */
export interface Bars {
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly color?: string;
  }[];
  readonly isStacked: boolean;
  /** Whether the categories stand one below the other, as many names have it. */
  readonly isLying: boolean;
  readonly unit: string;
  readonly language: Language;
}

/** The pixels that a chart takes beside its bars. */
const FRAME = 110;
const BAR = 22;

/** How high a chart of lying bars is. */
export const lyingHeight = (bars: number): number => FRAME + BAR * Math.max(bars, 2);

/** Bars as the library draws them. */
export function barOption({ categories, series, ...bars }: Bars): EChartsCoreOption {
  const names = {
    type: "category",
    data: categories,
    inverse: bars.isLying,
    axisLabel: bars.isLying ? { width: 240, overflow: "truncate", interval: 0 } : {},
  };
  const numbers = {
    type: "value",
    name: bars.unit,
    nameLocation: bars.isLying ? "middle" : "end",
    nameGap: bars.isLying ? 28 : 12,
  };
  const palette = series.length > MANY ? { color: manyColors(series.length) } : {};
  return {
    ...palette,
    grid: { left: 12, right: 30, top: 44, bottom: bars.isLying ? 30 : 12, outerBoundsMode: "same" },
    legend: { type: "scroll", top: 0 },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      order: "valueDesc",
      valueFormatter: (value: unknown) =>
        typeof value === "number" ? short(value, bars.language) : "",
    },
    xAxis: bars.isLying ? numbers : names,
    yAxis: bars.isLying ? names : numbers,
    series: series.map(({ name, values, color }) => ({
      type: "bar",
      name,
      data: values,
      barMaxWidth: bars.isLying ? 16 : 46,
      ...(bars.isStacked ? { stack: "all" } : {}),
      ...(color === undefined ? {} : { itemStyle: { color } }),
    })),
  };
}

/** The series that the usual palette has colors for. */
const MANY = 8;

/** As many hues, neighbours of another lightness. */
function manyColors(count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `hsl(${Math.round((at * 360) / count)}, 55%, ${at % 2 === 0 ? 38 : 62}%)`,
  );
}
