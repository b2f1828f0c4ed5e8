import { groupedBy } from "../../../pipeline/model/grouped-by.js";
import { CLASS_LENGTH, isWithin, officialCodes } from "../../reference/classification.js";
import { bareLabel } from "../../values/ordinal.js";
import { canonical } from "../../values/text.js";
import { withoutBlanks } from "../columns.js";
import { GOVERNMENT } from "./settings.js";

type Rank = number | null;
/** The codes that the name of each row has in the classification of expenditure. */
type Codes = readonly (readonly string[])[];

/**
 * Moves rows whose space before the label is not that of their level: a 款 that is printed as far out as the 类. Its
 * official name does not fit the row above it by space, and fits the one above it at the rank of its level.
 */
export function movedRanks(labels: readonly string[], ranks: readonly Rank[]): readonly Rank[] {
  const codes = labels.map(codesOf);
  const usual = usualRanks(codes, ranks);
  const moved = [...ranks];
  for (const [at, own] of codes.entries()) {
    const [length, ...others] = lengthsOf(own);
    const rank = length === undefined || others.length > 0 ? undefined : usual.get(length);
    if (rank === undefined || rank === ranks[at] || ranks[at] === null) continue;
    const printed = above(moved, at, ranks[at] ?? 0);
    // What a name that is not official holds is not known: 转移性支出小计 over 债务还本支出.
    if (printed !== undefined && (codes[printed] ?? []).length === 0) continue;
    if (fits(own, printed, codes)) continue;
    if (fits(own, above(moved, at, rank), codes)) moved[at] = rank;
  }
  return moved;
}

function codesOf(label: string): readonly string[] {
  const name = bareLabel(withoutBlanks(canonical(label)));
  return officialCodes(name).filter((code) => code.startsWith("2"));
}

const lengthsOf = (codes: readonly string[]): readonly number[] => [
  ...new Set(codes.map(({ length }) => length)),
];

/** The rank that nearly all names of a level have, by the length of their codes. */
function usualRanks(codes: Codes, ranks: readonly Rank[]): ReadonlyMap<number, number> {
  const told = codes.flatMap((own, at) => {
    const [length, ...others] = lengthsOf(own);
    const rank = ranks[at] ?? null;
    return length === undefined || others.length > 0 || rank === null ? [] : [{ length, rank }];
  });
  const usual = [...groupedBy(told, ({ length }) => String(length)).values()].flatMap((level) => {
    const byRank = [...groupedBy(level, ({ rank }) => String(rank)).values()];
    const most = byRank.toSorted((a, b) => b.length - a.length)[0] ?? [];
    const isUsual =
      most.length >= GOVERNMENT.leastOfLevel && most.length >= level.length * GOVERNMENT.ofLevel;
    return isUsual ? most.slice(0, 1) : [];
  });
  return new Map(usual.map(({ length, rank }) => [length, rank]));
}

/** The row that one of a rank would be a part of; undefined at the top. */
function above(ranks: readonly Rank[], at: number, rank: number): number | undefined {
  const found = ranks.slice(0, at).findLastIndex((one) => one !== null && one < rank);
  return found < 0 ? undefined : found;
}

/** Whether a name can stand below the row at an index, or at the top. */
function fits(own: readonly string[], parent: number | undefined, codes: Codes): boolean {
  if (parent === undefined) return own.some(({ length }) => length === CLASS_LENGTH);
  const outer = codes[parent] ?? [];
  return own.some((code) => outer.some((one) => isWithin(code, one)));
}
