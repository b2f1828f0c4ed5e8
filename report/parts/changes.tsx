import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo } from "preact/hooks";
import type { Change } from "../../panel/report/data.js";
import { Chart } from "../shared/chart.js";
import { useReport, useWords } from "../shared/language.js";
import type { Speaker } from "../shared/language.js";
import {
  Amount,
  PlaceLink,
  Section,
  Table,
  useMore,
  useWanted,
  whenText,
} from "../shared/parts.js";

/** From one year to the next: what stands out leads to both places. */
export function Changes() {
  const words = useWords();
  const { say } = words;
  const { changes } = useReport().data;
  const rows = useWanted(changes.rows, ({ name }) => name);
  const more = useMore(changes.more, "moreRows");
  const option = useMemo(() => scatter(rows, words), [rows, words.language]);
  const pick = useCallback(goTo, []);
  return (
    <Section name="changes" about={say("changesAbout", { n: changes.without })}>
      {rows.length > 0 && (
        <Chart option={option} height={380} label={say("changes")} onPick={pick} />
      )}
      <Table
        caption={say("changes")}
        heads={HEADS}
        rows={rows.map((change, at) => ({ id: rowId(at), cells: cellsOf(change, words) }))}
        more={more}
      />
    </Section>
  );
}

const HEADS = [
  "issuer",
  "concept",
  "year",
  ["before", "number"],
  ["now", "number"],
  ["change", "number"],
  ["percent", "number"],
  "outlier",
  "place",
  "placeBefore",
] as const;

function cellsOf(change: Change, words: Speaker) {
  const { name, concept, before, now, difference, percent, outlier, at, atBefore } = change;
  return [
    name,
    words.concept(concept),
    whenText(change, words),
    <Amount of={before} />,
    <Amount of={now} />,
    <Amount of={difference} />,
    <Amount of={percent} />,
    outlier === null ? "" : <span class="wrong">{words.say(outlier)}</span>,
    <PlaceLink at={at} />,
    <PlaceLink at={atBefore} />,
  ];
}

const rowId = (at: number): string => `change-${at}`;

/** Leads to the row of a point, which the point holds. */
function goTo(data: unknown): void {
  if (!Array.isArray(data)) return;
  const row = document.querySelector(`#${rowId(Number(data[2]))}`);
  document.querySelector("tr.picked")?.classList.remove("picked");
  row?.classList.add("picked");
  row?.scrollIntoView({ block: "center" });
}

const KINDS = [
  { kind: null, word: "ordinary", color: "#7f8a96" },
  { kind: "far", word: "far", color: "#e69f00" },
  { kind: "tenfold", word: "tenfold", color: "#b3261e" },
] as const;

/** How far from the middle of its year a point stands, so that those of one ratio are all seen. */
const aside = (at: number): number => ((at % 21) - 10) / 30;

function scatter(rows: readonly Change[], words: Speaker): EChartsCoreOption {
  const years = rows.map(({ year }) => year);
  const told = (at: number) => {
    const row = rows[at];
    if (row === undefined) return "";
    return [row.name, words.concept(row.concept), whenText(row, words), `${row.percent} %`].join(
      "\n",
    );
  };
  return {
    grid: { left: 12, right: 24, top: 64, bottom: 12, outerBoundsMode: "same" },
    legend: { top: 0 },
    tooltip: {
      formatter: ({ value }: { value: readonly [number, number, number] }) => told(value[2]),
    },
    xAxis: {
      type: "value",
      min: Math.min(...years) - 0.5,
      max: Math.max(...years) + 0.5,
      interval: 0.5,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLabel: { formatter: (year: number) => (Number.isInteger(year) ? String(year) : "") },
    },
    yAxis: { type: "log", name: words.say("times"), nameGap: 14 },
    series: KINDS.map(({ kind, word, color }) => ({
      type: "scatter",
      name: words.say(word),
      symbolSize: 8,
      itemStyle: { color, opacity: 0.75 },
      data: rows.flatMap(({ year, before, now, outlier }, at) =>
        outlier === kind ? [[year + aside(at), Number(now) / Number(before), at]] : [],
      ),
    })),
  };
}
