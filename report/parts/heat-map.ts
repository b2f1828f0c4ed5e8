import type { EChartsCoreOption } from "echarts/core";
import type { Covered, CoveragePart } from "../../panel/report/data.js";
import { lyingHeight } from "../shared/bars.js";
import type { Speaker } from "../shared/language.js";

const STATUSES = [
  { status: "read", color: "#3a8f5c" },
  { status: "partial", color: "#e69f00" },
  { status: "published", color: "#b3261e" },
  { status: "missing", color: "#d5d5d5" },
] as const;

/** Columns whose names stand beside each other; those of more are turned. */
const MANY = 8;

type Issuer = CoveragePart["issuers"][number];

interface Column {
  readonly year: number;
  readonly stage: string;
}

/** Each year and stage that any issuer has. */
export function columnsOf(issuers: readonly Issuer[]): readonly Column[] {
  const found = new Map<string, Column>();
  for (const { rows } of issuers)
    for (const { year, stage } of rows) found.set(`${year} ${stage}`, { year, stage });
  return [...found.values()].sort(
    (a, b) => a.year - b.year || (a.stage < b.stage ? -1 : a.stage > b.stage ? 1 : 0),
  );
}

/** What heads a column. */
export const columnText = ({ year, stage }: Column, { value }: Speaker): string =>
  `${year} ${value(stage)}`;

/** What an issuer has of a year and a stage. */
export const cellOf = ({ rows }: Issuer, { year, stage }: Column): Covered | undefined =>
  rows.find((row) => row.year === year && row.stage === stage);

/** How high a map of some issuers is. */
export const heatMapHeight = (issuers: number): number => 50 + lyingHeight(issuers);

/** Issuers down, years and stages across; the color is the status. */
export function heatMap(
  issuers: readonly Issuer[],
  columns: readonly Column[],
  words: Speaker,
): EChartsCoreOption {
  const isTurned = columns.length > MANY;
  return {
    grid: { left: 12, right: 12, top: isTurned ? 110 : 60, bottom: 12, outerBoundsMode: "same" },
    xAxis: {
      type: "category",
      position: "top",
      data: columns.map((column) => columnText(column, words)),
      axisLabel: { interval: 0, rotate: isTurned ? 60 : 0 },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: issuers.map(({ name }) => name),
      axisLabel: { width: 260, overflow: "truncate", interval: 0 },
    },
    visualMap: legend(words),
    tooltip: {
      formatter: ({ value: [x, y, at] }: { value: readonly [number, number, number] }) => {
        const column = columns[x];
        const when = column === undefined ? "" : columnText(column, words);
        return [issuers[y]?.name, when, words.value(STATUSES[at]?.status ?? "")].join(" · ");
      },
    },
    series: [
      {
        type: "heatmap",
        data: cellsOf(issuers, columns),
        itemStyle: { borderColor: "#ffffff", borderWidth: 1 },
      },
    ],
  };
}

/** Column, row and number of the status of each cell that is there. */
function cellsOf(
  issuers: readonly Issuer[],
  columns: readonly Column[],
): readonly (readonly number[])[] {
  return issuers.flatMap((issuer, y) =>
    columns.flatMap((column, x) => {
      const status = cellOf(issuer, column)?.status;
      const at = STATUSES.findIndex((each) => each.status === status);
      return at < 0 ? [] : [[x, y, at]];
    }),
  );
}

function legend({ value }: Speaker) {
  return {
    type: "piecewise",
    orient: "horizontal",
    top: 0,
    left: "center",
    dimension: 2,
    pieces: STATUSES.map(({ status, color }, at) => ({ value: at, label: value(status), color })),
  };
}
