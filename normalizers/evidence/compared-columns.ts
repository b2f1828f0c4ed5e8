import { oncePer } from "../../pipeline/model/once-per.js";
import type { Measure } from "../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import {
  type Half,
  halvesOf,
  type MeasureColumn,
  type ShareColumn,
} from "../tables/amounts/amount-columns.js";
import { type ColumnName, columnName, type ColumnStage, headerWords } from "./column-names.js";
import type { ComparisonKind } from "./percentage.js";

/** A column of percentages or changes, with the columns of amounts that it may compare. */
export interface ComparedColumns {
  readonly half: Half;
  /** The column that compares. */
  readonly told: ShareColumn | MeasureColumn;
  readonly what: ComparisonKind;
  /** A and B; more than one pair where the header leaves open which budget is meant. */
  readonly pairs: readonly (readonly [of: MeasureColumn, base: MeasureColumn])[];
}

/** A column of amounts with what its header says. */
interface NamedColumn extends ColumnName {
  readonly column: MeasureColumn;
  /** Its header without when: whose it is, or of what. */
  readonly rest: string;
}

const WHEN =
  /20\d\d年度?|[〇零○◯一二三四五六七八九]{4}年|本年|当年|上年|年初|年末|预计|调整后?|变动|预算|安排|执行|决算|完成|实际|快报|草案|金额|小计|[数额/]/gu;

/**
 * A growth that is corrected for what cannot be compared, a share of a total in another row, and a decrease, which is
 * printed without a sign.
 */
const NOT_OF_ROW = /可比|同口径|比重|占比|剔除|(?<![增、升])(?:减少|减额|下降|降幅)/u;
/** What a header says of its own amounts stands before these words, what they are compared with behind them. */
const AGAINST: Readonly<Record<ComparisonKind, RegExp>> = {
  difference: /比|较/u,
  change: /比|较/u,
  ratio: /占|为|完成|比/u,
};
const KINDS: ReadonlyMap<Measure, ComparisonKind> = new Map([
  ["change", "difference"],
  ["change_percent", "change"],
]);

/**
 * The columns of percentages and changes whose header names two columns of amounts beside them: `2024年决算数`, `2025年执行数`,
 * `比2024年决算数增长%`. One whose terms the table does not print is left out.
 */
export const comparedColumns = oncePer((table: PrintedTable): readonly ComparedColumns[] =>
  halvesOf(table).flatMap((half) => {
    const columns = half.measures.filter(isAmount).map(named);
    const changes = half.measures.filter(({ measure }) => measure === "change");
    return [...half.shares, ...changes].flatMap((told) => compared(half, told, columns) ?? []);
  }),
);

const isAmount = ({ measure, measureRaw }: MeasureColumn): boolean =>
  measure !== "change" && !/增减|增长|增、减|±/u.test(measureRaw);

const named = (column: MeasureColumn): NamedColumn => ({
  column,
  ...columnName(column.measureRaw),
  rest: headerWords(column.measureRaw).replace(WHEN, ""),
});

function compared(
  half: Half,
  told: ComparedColumns["told"],
  columns: readonly NamedColumn[],
): ComparedColumns | null {
  if (told.measure === "share" || NOT_OF_ROW.test(told.measureRaw)) return null;
  const what = KINDS.get(told.measure) ?? "ratio";
  const terms = termsOf(told, what, columns);
  if (terms === null) return null;
  const meant = (wanted: Wanted): readonly NamedColumn[] =>
    preferred(
      columns.filter((column) => isMeant(column, wanted)),
      wanted.first,
    );
  const pairs = meant(terms.own).flatMap((of) =>
    meant(terms.base).flatMap((base) => (of === base ? [] : [[of, base] as const])),
  );
  // 全市支出完成 beside 全市支出预算 and 市本级支出预算.
  const alike = pairs.filter(([of, base]) => of.rest === base.rest);
  const found = alike.length > 0 ? alike : pairs;
  return found.length === 0 || (alike.length === 0 && pairs.length > 1)
    ? null
    : { half, told, what, pairs: found.map(([of, base]) => [of.column, base.column]) };
}

/** What the header says of both terms, with the year that it leaves to the columns beside it; null where it names no budget. */
function termsOf(
  { measure, path }: ComparedColumns["told"],
  what: ComparisonKind,
  columns: readonly NamedColumn[],
): { readonly own: Wanted; readonly base: Wanted } | null {
  const header = headerWords(path.join("/"));
  const at = header.search(AGAINST[what]);
  const own = columnName(at < 0 ? header : header.slice(0, at));
  const base = columnName(at < 0 ? "" : header.slice(at + 1));
  const years = columns.flatMap(({ year }) => year ?? []);
  const year = own.year ?? (years.length === 0 ? null : Math.max(...years));
  if (OF_BUDGET.has(measure)) {
    if (!/预算|计划|完成率|执行率/u.test(header)) return null;
    const first = measure === "percent_of_adjusted_budget" ? "adjusted" : null;
    return {
      own: { year, stages: ["actual"], first: null },
      base: { year, stages: ["budget", "adjusted"], first },
    };
  }
  return {
    own: { year, stages: stagesOf(own), first: "actual" },
    base: {
      year: base.year ?? (year === null ? undefined : year - 1),
      stages: stagesOf(base),
      first: null,
    },
  };
}

const OF_BUDGET: ReadonlySet<Measure> = new Set<Measure>([
  "percent_of_budget",
  "percent_of_adjusted_budget",
]);

const stagesOf = ({ stage }: ColumnName): Wanted["stages"] => (stage === null ? null : [stage]);

/** What a term may be: of a year (null: columns that print none; undefined: of none), of one of some stages. */
interface Wanted {
  readonly year: number | null | undefined;
  readonly stages: readonly ColumnStage[] | null;
  /** The stage that is meant where the header names none and a column is of it. */
  readonly first: ColumnStage | null;
}

function isMeant({ year, stage }: NamedColumn, { year: wanted, stages }: Wanted): boolean {
  return year === wanted && (stages === null || (stage !== null && stages.includes(stage)));
}

function preferred(
  columns: readonly NamedColumn[],
  first: ColumnStage | null,
): readonly NamedColumn[] {
  const found = columns.filter(({ stage }) => stage === first);
  return first !== null && found.length > 0 ? found : columns;
}
