import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { rowsOf } from "./rows.js";
import { once } from "../../pipeline/model/once.js";

/** What the classification of revenue and expenditure (政府收支分类科目) says of a code. */
export interface OfficialName {
  /** The official names, the newest first; some codes were renamed. Empty where the code is not known. */
  readonly names: readonly string[];
  /** Whether the code is in the list of that year. */
  readonly known: boolean;
  /** Whether the list of that year is complete, so that a code not in it contradicts the classification. */
  readonly complete: boolean;
}

interface ListedClass {
  readonly names: readonly string[];
  readonly since: number;
  readonly until: number;
}

/** From when on the lists are complete, by what codes start with: both economic sets since
 * their reform, the functional one by its last edition, but for state capital, transfers and debt. */
const COMPLETE: readonly (readonly [codes: RegExp, since: number, until: number])[] = [
  [/^[35]/u, 2018, Number.POSITIVE_INFINITY],
  [/^2(?:[01]\d|2[0124])/u, 2026, 2026],
];

const rows = rowsOf("./classification.tsv");
const entries = once(
  (): ReadonlyMap<string, ListedClass> =>
    new Map(
      rows().map(([code = "", names = "", since = "", until = ""]) => [
        code,
        {
          names: names.split("|"),
          since: since === "" ? Number.NEGATIVE_INFINITY : Number(since),
          until: until === "" ? Number.POSITIVE_INFINITY : Number(until),
        },
      ]),
    ),
);

/**
 * The official names of a code: functional expenditure (支出功能分类, `2…`), economic expenditure of departments
 * (`3…`) and governments (`5…`), revenue (`1…`). Without a year any year's list counts.
 */
export function officialName(code: string, year: number | null = null): OfficialName {
  const entry = entries().get(code);
  const complete = COMPLETE.some(
    ([codes, since, until]) => codes.test(code) && year !== null && since <= year && year <= until,
  );
  if (entry === undefined) return { names: [], known: false, complete };
  const known = year === null || (entry.since <= year && year <= entry.until);
  return { names: entry.names, known, complete };
}

const codesByName = once((): ReadonlyMap<string, readonly string[]> => {
  const named = [...entries()].flatMap(([code, { names }]) =>
    names.map((name) => ({ code, name })),
  );
  const groups = groupedBy(named, ({ name }) => name);
  return new Map([...groups].map(([name, all]) => [name, all.map(({ code }) => code)]));
});

/** Digits of the code of a 类; 款 and 项 have two more each. */
export const CLASS_LENGTH = 3;

/** Whether a class is within another: 2010101 and 20101 in 201. */
export function isWithin(code: string, outer: string): boolean {
  return code !== outer && code.startsWith(outer);
}

/** The codes that have, or once had, exactly this official name. */
export function officialCodes(name: string): readonly string[] {
  return codesByName().get(name) ?? [];
}

/** All official names of the classification, old ones too. */
export function classNames(): readonly string[] {
  return [...entries().values()].flatMap((entry) => entry.names);
}
