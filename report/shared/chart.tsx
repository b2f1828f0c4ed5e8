import { BarChart, HeatmapChart, ScatterChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import type { EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "preact/hooks";

use([
  BarChart,
  HeatmapChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
]);

interface Props {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  /** Called with what the chosen point was made of. */
  readonly onPick?: (data: unknown) => void;
}

/** What all charts share: nothing moves, and texts are drawn, never parsed as HTML. */
const COMMON: EChartsCoreOption = {
  animation: false,
  textStyle: { fontFamily: "system-ui, 'PingFang SC', 'Noto Sans CJK SC', sans-serif" },
  color: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#7a5c00", "#5b5b5b"],
};

/** A chart, drawn anew when its option changes and as wide as its place. */
export function Chart({ option, height, label, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, null, { renderer: "svg", height });
    const tooltip = { renderMode: "richText", confine: true, ...Object(option["tooltip"]) };
    chart.setOption({ ...COMMON, ...option, tooltip });
    if (onPick !== undefined) chart.on("click", ({ data }) => onPick(data));
    const { current } = box;
    const fit = () => {
      if (chart.getWidth() !== current.clientWidth) chart.resize();
    };
    const observer = new ResizeObserver(fit);
    observer.observe(current);
    addEventListener("beforeprint", fit);
    return () => {
      removeEventListener("beforeprint", fit);
      observer.disconnect();
      chart.dispose();
    };
  }, [option, height, onPick]);
  return (
    <div class="chart" ref={box} role="img" aria-label={label} style={{ height: `${height}px` }} />
  );
}
