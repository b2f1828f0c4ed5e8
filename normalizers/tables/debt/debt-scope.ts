import { Big } from "big.js";
import type { DebtScope } from "../../../pipeline/model/records/vocabulary.js";
import type { RegionRow } from "./debt-regions.js";

/** A row of a region with its amounts by column, and the smallest difference that their printing shows. */
export interface AmountRow extends RegionRow {
  readonly amounts: ReadonlyMap<number, { readonly yuan: Big; readonly step: Big }>;
}

/**
 * Whether the row of each city holds the governments in it: all cities do where they make the total of those
 * below the table's region; one does where the rows below it make it. None that lists governments below does
 * where all rows together make the total. Null where the rows show none of it.
 */
export function scopesOf(rows: readonly AmountRow[]): ReadonlyMap<number, DebtScope | null> {
  const children = new Map(rows.map((row) => [row, childrenOf(rows, row)]));
  const nested = new Set([...children.values()].flat());
  const upper = rows.filter((row) => row.level !== "top" && !nested.has(row));
  const all = rows.filter((row) => row.level !== "top");
  const totals = belowTotals(rows);
  const citiesAreWhole = totals.some((total) => sums(total, upper));
  const citiesAreOwn = !citiesAreWhole && totals.some((total) => sums(total, all));
  return new Map(
    rows.map((row) => {
      if (row.level !== "city") return [row.row, isDoubled(rows, row) ? null : row.scope];
      const below = children.get(row) ?? [];
      if (citiesAreWhole || [below, coded(below)].some((parts) => sums([row], parts)))
        return [row.row, "whole"];
      if (citiesAreOwn) return [row.row, below.length > 0 ? "own" : "whole"];
      return [row.row, null];
    }),
  );
}

/** `市级` beside `市本级` of one region: it holds more than the own government. */
function isDoubled(rows: readonly AmountRow[], row: AmountRow): boolean {
  const name = row.region?.name;
  return (
    row.loose && rows.some((one) => one !== row && one.scope === "own" && one.region?.name === name)
  );
}

/** The rows below a city up to the next that is not in it. */
function childrenOf(rows: readonly AmountRow[], city: AmountRow): readonly AmountRow[] {
  if (city.level !== "city") return [];
  const after = rows.slice(rows.indexOf(city) + 1);
  const end = after.findIndex((row) => row.level !== "county" || !row.inCity);
  return end === -1 ? after : after.slice(0, end);
}

/** The same without what stands last and has no code: zones of the province stand below the last city. */
function coded(rows: readonly AmountRow[]): readonly AmountRow[] {
  const last = rows.findLastIndex(({ region }) => region !== null && region.code !== null);
  return rows.slice(0, last + 1);
}

/** The rows that are, added, what the governments below the table's region have: their subtotal, or 全省 less 省本级. */
function belowTotals(rows: readonly AmountRow[]): readonly (readonly AmountRow[])[] {
  const top = rows.filter(({ level }) => level === "top");
  const below = top.filter(({ scope }) => scope === "subordinate").map((row) => [row]);
  const whole = top.find(({ scope }) => scope === "whole");
  const own = top.find(({ scope }) => scope === "own");
  return whole === undefined || own === undefined ? below : [...below, [whole, own]];
}

/** Whether rows add up to a total, the first of `total` less the others, in every column that has one; in one at least. */
function sums(total: readonly AmountRow[], parts: readonly AmountRow[]): boolean {
  const [whole, ...less] = total;
  if (whole === undefined || parts.length === 0) return false;
  const columns = [...whole.amounts].filter(([, { yuan }]) => !yuan.eq(0));
  return (
    columns.length > 0 &&
    columns.every(([column, { yuan }]) => {
      const terms = [...less, ...parts].flatMap((row) => row.amounts.get(column) ?? []);
      const sum = terms.reduce((so, term) => so.plus(term.yuan), new Big(0));
      const steps = terms.map(({ step }) => step);
      const step = steps.reduce(
        (least, one) => (one.lt(least) ? one : least),
        steps[0] ?? new Big(0),
      );
      return sum
        .minus(yuan)
        .abs()
        .lte(step.times(terms.length + 1));
    })
  );
}
