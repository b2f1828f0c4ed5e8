import { groupedBy } from "../../pipeline/model/grouped-by.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import {
  CLASS_LENGTH,
  isWithin,
  officialCodes,
  officialName,
} from "../reference/classification.js";
import { withoutBlanks } from "../tables/columns.js";
import { formOf } from "./concepts.js";
import { isSumRow } from "./row-role.js";

type Amount = Placed<"amounts">;

/** The code of an amount's row in the classification of a year; null where no place or several fit. */
export type CodeOf = (amount: Amount, year: number | null) => string | null;

/** A row of one side of a table, with the row that it is a part of. */
type Row = Pick<Amount, "row" | "code" | "label" | "depth" | "parent_row" | "item" | "item_code">;

/** How a form's rows are classified. */
interface Classified {
  /** First digits of its codes: functions, economic classes of departments, of governments. */
  readonly sets: RegExp;
  /** Whether its rows are 类 alone. */
  readonly classesAlone?: true;
}

const BY_FUNCTION: Classified = { sets: /^2/u };
const BY_ECONOMY: Classified = { sets: /^[35]/u };
const BY_EITHER: Classified = { sets: /^[235]/u };
const CLASSES: Classified = { sets: /^2/u, classesAlone: true };

/** The forms of expenditure whose rows are classified, also where they print no codes. */
const CLASSIFIED: Readonly<Record<string, Classified>> = {
  summary: CLASSES,
  appropriation_summary: CLASSES,
  expenditure: BY_EITHER,
  appropriation_expenditure: BY_EITHER,
  general_public: BY_EITHER,
  government_fund: BY_FUNCTION,
  state_capital: BY_FUNCTION,
  appropriation_basic: BY_EITHER,
  general_public_basic: BY_EITHER,
  operating_costs: BY_ECONOMY,
  gov_general_public_expenditure: BY_EITHER,
  gov_fund_expenditure: BY_FUNCTION,
  gov_state_capital_expenditure: BY_FUNCTION,
  gov_balance: BY_FUNCTION,
};

const NEVER: CodeOf = () => null;

/** Two halves of a table have rows of the same number. */
const keyOf = ({ row, label }: Row): string => `${row} ${label}`;

/**
 * Infers the codes of rows of one side of a table that print official names alone: the path of names from the 类
 * down to the row has one place in the classification. A row whose parent is no official name has none.
 */
export function inferredCodes(amounts: readonly Amount[]): CodeOf {
  const [first] = amounts;
  const classified = first && CLASSIFIED[formOf(first.table_kind)];
  if (classified === undefined || first?.side === "income") return NEVER;
  const rows = [...new Map(amounts.map((one) => [keyOf(one), one])).values()];
  if (rows.every(({ code }) => code !== null)) return NEVER;
  const byYear = new Map<number | null, ReadonlyMap<string, string>>();
  return (amount, year) => {
    if (amount.code !== null) return null;
    const codes = byYear.get(year) ?? codesIn(rows, year, classified);
    byYear.set(year, codes);
    return codes.get(keyOf(amount)) ?? null;
  };
}

/** The codes of rows of which the paths have one place in the classification of a year. */
function codesIn(
  rows: readonly Row[],
  year: number | null,
  { sets, classesAlone }: Classified,
): ReadonlyMap<string, string> {
  const named = new Map(rows.map((row) => [row, placesNamed(row, year)]));
  const set = setOf([...named.values()], sets);
  const placesOf = placesByPath(rows, (row) =>
    (named.get(row) ?? []).filter(
      (code) => set.test(code) && (classesAlone !== true || code.length === CLASS_LENGTH),
    ),
  );
  const single = rows.flatMap((row) => {
    const [code, ...others] = placesOf(row);
    return row.code !== null || code === undefined || others.length > 0 ? [] : [{ row, code }];
  });
  // Two rows of one parent have different codes: where they do not, how deep they stand was not seen.
  const lists = groupedBy(single, ({ row, code }) =>
    row.depth === null ? keyOf(row) : `${row.parent_row} of ${code}`,
  );
  return new Map(
    [...lists.values()].flatMap(([only, ...others]) =>
      only === undefined || others.length > 0 ? [] : [[keyOf(only.row), only.code]],
    ),
  );
}

/** What a label says of its level where a name has several: `其他支出（款）`. */
const LEVEL_MARK = /[（(](?<level>[类款项])[)）]$/u;

/** The codes of a year that have the name of a row, or the code that it prints. */
function placesNamed({ code, label }: Row, year: number | null): readonly string[] {
  if (code !== null) return [code];
  const name = withoutBlanks(label ?? "");
  const level = LEVEL_MARK.exec(name)?.groups?.["level"];
  const length = level === undefined ? null : CLASS_LENGTH + 2 * "类款项".indexOf(level);
  return officialCodes(name.replace(LEVEL_MARK, "")).filter(
    (one) => officialName(one, year).known && (length === null || one.length === length),
  );
}

/** The first digits of codes that a table's unmistakable names have; of several each. */
function setOf(places: readonly (readonly string[])[], allowed: RegExp): RegExp {
  const digits = places
    .map((codes) => new Set(codes.filter((code) => allowed.test(code)).map((code) => code[0])))
    .flatMap((own) => (own.size === 1 ? [...own] : []));
  const seen = new Set(digits);
  return seen.size === 0 ? allowed : new RegExp(`^[${[...seen].join("")}]`, "u");
}

/** The places that a row may have by its own name and those of the row that it is a part of. */
function placesByPath(
  rows: readonly Row[],
  named: (row: Row) => readonly string[],
): (row: Row) => readonly string[] {
  const byRow = groupedBy(rows, ({ row }) => String(row));
  const known = new Map<Row, readonly string[]>();
  const placesOf = (row: Row): readonly string[] => {
    const places = known.get(row) ?? placesIn(row);
    known.set(row, places);
    return places;
  };
  const placesIn = (row: Row): readonly string[] =>
    row.depth === null ? named(row) : within(named(row), parentOf(row, byRow), placesOf);
  return placesOf;
}

/** The row that one is a part of, above sums of the whole table; null at the top, undefined where it cannot be told. */
function parentOf(
  { parent_row: at }: Row,
  byRow: ReadonlyMap<string, readonly Row[]>,
): Row | null | undefined {
  if (at === null) return null;
  const [parent, ...others] = byRow.get(String(at)) ?? [];
  if (others.length > 0) return undefined;
  return parent !== undefined && isSumRow(parent) ? parentOf(parent, byRow) : parent;
}

function within(
  codes: readonly string[],
  parent: Row | null | undefined,
  placesOf: (row: Row) => readonly string[],
): readonly string[] {
  if (parent === undefined) return [];
  if (parent === null) return shortest(codes, (code) => code.length === CLASS_LENGTH);
  const above = placesOf(parent);
  const below = codes.filter((code) => above.some((outer) => isWithin(code, outer)));
  return shortest(below, (code) => above.includes(code.slice(0, -2)));
}

/** Those one level below what they are in, else all. */
function shortest(codes: readonly string[], isNext: (code: string) => boolean): readonly string[] {
  const next = codes.filter(isNext);
  return next.length > 0 ? next : codes;
}
