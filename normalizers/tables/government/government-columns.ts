import type {
  AmountItem,
  Coverage,
  ItemCode,
  TableEdition,
} from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { halvesOf } from "../amounts/amount-columns.js";
import { headerText } from "../columns.js";
import { isRegionLabel, type Region, regionRows } from "../debt/debt-regions.js";
import type { GovernmentTable } from "./government-table.js";
import { coverageOf, type HeaderWords, headWords } from "./government-words.js";

/** What the headers over an amount say of it. */
export interface Headed {
  readonly phase: NonNullable<HeaderWords["phase"]> | null;
  readonly year: number | null;
  readonly coverage: Coverage | null;
  readonly region: Region | null;
  readonly item: AmountItem | null;
  readonly itemCode: ItemCode | null;
  readonly balance: boolean;
}

/** What the headers of each column say of its amounts, by the index of the column. */
export function columnHeads(
  table: PrintedTable,
  about: GovernmentTable,
): ReadonlyMap<number, Headed> {
  const regions = columnRegions(table, about);
  const phases = phasesOf(table, about);
  const heads = table.columns.map(({ index, path }) => ({
    index,
    path,
    head: { ...headedBy(path, phases), region: regions.get(index) ?? null },
  }));
  const ofFunds = heads.some(({ head }) => head.item !== null);
  return new Map(
    heads.map(({ index, path, head }) => {
      const isTotal =
        ofFunds && head.item === null && /^合计$/u.test(headerText(path.at(-1) ?? ""));
      return [index, isTotal ? { ...head, item: "total" } : head];
    }),
  );
}

/** The phase that a column is of which names none, by the table's edition. */
const PHASE_OF: Readonly<Record<TableEdition, NonNullable<HeaderWords["phase"]>>> = {
  budget: "budget",
  execution: "execution",
  accounts: "accounts",
  adjustment: "adjusted_budget",
};

/** The year and the phase of columns that name none, and the phase of what they call actual. */
interface Unnamed {
  readonly year: number | null;
  readonly phase: Headed["phase"];
  readonly actual: Headed["phase"];
}

/** Columns that name no phase are of that of the table's edition, unless others name phases and none names that. */
function phasesOf(table: PrintedTable, { year, edition }: GovernmentTable): Unnamed {
  const phase = edition === null ? null : PHASE_OF[edition];
  const named = new Set(
    table.columns.flatMap(({ path }) => path.map(headWords)).map((one) => one.phase),
  );
  named.delete(null);
  return {
    year,
    phase: named.size === 0 || named.has(phase) ? phase : null,
    actual: edition === "accounts" ? "accounts" : "execution",
  };
}

const ACTUAL = /实际(?:发生|入库)?(?:数|额)/u;

function headedBy(path: readonly string[], table: Unnamed): Omit<Headed, "region"> {
  const told = path.map(headWords);
  const last = <K extends keyof HeaderWords>(name: K): HeaderWords[K] | null =>
    told.findLast((words) => words[name] !== null)?.[name] ?? null;
  const previous = told.some((words) => words.previous);
  const own = last("year");
  const before = previous && table.year !== null ? table.year - 1 : null;
  const isOfTable = !previous && (own === null || own === table.year);
  const isActual = path.some((text) => ACTUAL.test(headerText(text)));
  const unnamed = isOfTable ? table.phase : null;
  return {
    phase: last("phase") ?? (isActual ? table.actual : unnamed),
    year: own ?? (previous ? before : table.year),
    coverage: last("coverage"),
    item: last("fund"),
    itemCode: last("itemCode"),
    balance: told.some(({ balance }) => balance),
  };
}

/** The regions that columns are of: `泰山区 ∣ 岱岳区`, where nearly all of the columns are. */
function columnRegions(table: PrintedTable, about: GovernmentTable): ReadonlyMap<number, Region> {
  const columns = halvesOf(table).flatMap(({ measures }) => measures);
  const heads = columns.map(({ index, path }) => ({ row: index, text: path.at(-1) ?? "" }));
  const named = heads.filter(({ text }) => isRegionLabel(text) && coverageOf(text) === null);
  if (named.length < 2) return new Map();
  const found = regionRows(named, about.region, about.year);
  return new Map(found.flatMap(({ row, region }) => (region === null ? [] : [[row, region]])));
}
